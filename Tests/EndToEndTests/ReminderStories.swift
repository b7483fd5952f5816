import JSON
import TestSupport
import Testing

/// What each person is told of, once a day.
@Suite struct ReminderStories {
  private static let command =
    #"["sh", "-c", "echo \"$1\" >>sent; cat >>letters", "x", "{person}"]"#

  @Test func eachPersonIsToldOnceADay() async throws {
    let desk = try await Desk.withSteps()
    let shown = try await desk.inHome("remind --today 2026-11-30").stdout
    #expect(shown.contains("王磊 2 项") && shown.contains("逾期 3 天"), "\(shown)")
    try await desk.configure("[remind]\ncommand = \(Self.command)")
    for _ in 1...2 {
      let outcome = try await desk.inHome("remind --today 2026-11-30")
      #expect(outcome.status == 0, "\(outcome)")
    }
    #expect(desk.home.read("sent") == "李娜\n王磊\n")
    #expect(try await desk.inHome("remind --today 2026-12-01").status == 0)
    #expect(desk.home.read("sent") == "李娜\n王磊\n李娜\n王磊\n")
    #expect(try await desk.does("history").contains("提醒：2026-11-30 的 2 项已发给 王磊"))
    // It is nobody's step: what a person did last is still taken back.
    #expect(try await desk.does("undo").contains("约法务"))
  }

  @Test func whoHasNoAddressIsNamedAndTheOthersAreTold() async throws {
    let desk = try await Desk.withSteps()
    try await desk.configure(
      """
      [remind]
      format = "mail"
      from = "zs@ju.example"
      command = \(Self.command)
      [remind.mail]
      "王磊" = "wang@ju.example"
      """)
    let outcome = try await desk.inHome("remind --today 2026-11-30")
    #expect(outcome.status == 1 && outcome.stderr.contains("李娜：没有邮箱地址"))
    #expect(desk.home.read("sent") == "王磊\n")
    #expect(
      desk.home.read("letters")?.contains("To: =?UTF-8?B?546L56OK?= <wang@ju.example>\r\n") == true)
    try await desk.configure("[remind]\nformat = \"mail\"\nfrom = \"a b\"\ncommand = [\"true\"]")
    let wrong = try await desk.zhaoshang("remind")
    #expect(wrong.status == 78 && wrong.stderr.contains("config.toml:3: remind.from"), "\(wrong)")
  }

  @Test func whatFailedIsSentNextTime() async throws {
    let desk = try await Desk.withSteps()
    try await desk.configure("[remind]\ncommand = [\"sh\", \"-c\", \"echo 邮件服务器不通; exit 3\"]")
    let outcome = try await desk.inHome("remind --today 2026-11-30")
    #expect(outcome.status == 1)
    #expect(outcome.stderr.contains("王磊：没有发出，sh 以 3 退出：邮件服务器不通"))
    try await desk.configure("[remind]\ncommand = \(Self.command)")
    #expect(try await desk.inHome("remind --today 2026-11-30").status == 0)
    #expect(desk.home.read("sent") == "李娜\n王磊\n")
  }

  /// What was cut off is said by the next day's run, until something went out.
  @Test func whatWasCutOffIsSaidTheNextDay() async throws {
    let desk = try await Desk.withSteps()
    try await desk.configure("[remind]\ncommand = [\"sh\", \"-c\", \"touch at-it; sleep 60\"]")
    _ = try await desk.inHome(
      "remind --today 2026-11-30 & while [ ! -e at-it ]; do sleep 0.02; done; kill -9 $!; pkill -f 'touch at-it'; true"
    )
    try await desk.configure("[remind]\ncommand = \(Self.command)")
    let next = try await desk.inHome("remind --today 2026-12-01")
    #expect(next.status == 0 && next.stderr.contains("2026-11-30 的提醒发送中断"), "\(next)")
    #expect(try await !desk.inHome("remind --today 2026-12-02").stderr.contains("中断"))
    // A part would use up the day.
    let part = try await desk.inHome("remind owner:王磊 --today 2026-12-03")
    #expect(part.status == 64 && part.stderr.contains("--for"), "\(part)")
    #expect(try await desk.inHome("remind owner:王磊 --dry-run --today 2026-12-03").status == 0)
  }

  /// Killed at ten moments, it never tells anybody twice, and says what it does not know.
  @Test func tenCrashesTellNobodyTwice() async throws {
    let desk = try await Desk.withSteps()
    try await desk.configure(
      "[remind]\ncommand = [\"sh\", \"-c\", \"echo \\\"$1\\\" >>sent; sleep 0.05\", \"x\", \"{person}\"]"
    )
    for moment in 1...10 {
      _ = try await desk.inHome("remind --today 2026-11-30 & sleep 0.0\(moment); kill -9 $!; wait")
    }
    let last = try await desk.inHome("remind --today 2026-11-30")
    let sent = (desk.home.read("sent") ?? "").split(separator: "\n")
    for person in ["李娜", "王磊"] {
      let count = sent.count { $0 == person }
      #expect(count <= 1)
      #expect(count == 1 || last.stdout.contains("\(person)：正由别处发送"), "\(last)")
    }
  }

  /// Mail as Python reads it: who from, to, about what, and the text.
  @Test func anotherLibraryReadsTheMail() async throws {
    let desk = try await Desk.withSteps()
    try await desk.does("edit", "1", "owner=王磊 =?UTF-8?B?QQ==?= <x@y>\"")
    try await desk.configure(
      """
      [remind]
      format = "mail"
      from = "zs@ju.example"
      command = ["sh", "-c", "cat >>letters; printf '\\\\0' >>letters"]
      [remind.mail]
      "*" = "office@ju.example"
      """)
    #expect(try await desk.inHome("remind --today 2026-11-30").status == 0)
    let read = try await desk.python(
      """
      import email, email.policy
      for raw in open(sys.argv[1], 'rb').read().split(b'\\0')[:-1]:
          m = email.message_from_bytes(raw, policy=email.policy.default)
          assert not m.defects, m.defects
          assert not [h for h in m.values() if h.defects], [h.defects for h in m.values()]
          assert all(len(l) <= 998 for l in raw.splitlines())
          print([str(a.addr_spec) for a in m['from'].addresses], [str(a.addr_spec) for a in m['to'].addresses],
                m['to'].addresses[0].display_name, m['subject'], m['date'].datetime.year)
          print(m.get_content())
      """, desk.home.path("letters"))
    #expect(read.contains("['zs@ju.example'] ['office@ju.example'] 李娜 "), "\(read)")
    #expect(read.contains(" 王磊 =?UTF-8?B?QQ==?= <x@y>\" "), "\(read)")
    #expect(read.contains("送用地红线图") && read.contains("逾期 3 天"))
  }

  /// The bodies that group robots take, hostile texts in them.
  @Test(arguments: ["wecom", "dingtalk", "feishu", "json"])
  func aRobotGetsOneJSONObject(format: String) async throws {
    let desk = try await Desk.withSteps()
    try await desk.does(
      "next", "1", "送图\"},{\"msgtype\":\"text\" <@all> \\ [x](http://a)", "--due", "2026-11-27")
    try await desk.configure(
      "[remind]\nformat = \"\(format)\"\ncommand = [\"sh\", \"-c\", \"cat >>letters; echo >>letters\"]"
    )
    #expect(try await desk.inHome("remind --today 2026-11-30").status == 0)
    let letters = (desk.home.read("letters") ?? "").split(separator: "\n")
    #expect(letters.count == 2)
    let member = [
      "wecom": "msgtype", "dingtalk": "msgtype", "feishu": "msg_type", "json": "person",
    ]
    for letter in letters {
      let object = try JSONValue.parse(Array(letter.utf8))
      #expect(object[member[format] ?? ""]?.string != nil, "\(letter)")
    }
  }

  @Test func aPastDayIsShownAndNothingIsSent() async throws {
    let desk = try await Desk.withSteps()
    try await desk.configure("[remind]\ncommand = \(Self.command)")
    let shown = try await desk.inHome("remind --as-of 2026-11-25 --today 2026-11-30")
    #expect(shown.stdout.contains("王磊 2 项") && !shown.stdout.contains("逾期"), "\(shown)")
    #expect(desk.home.read("sent") == nil)
    #expect(try await desk.inHome("remind --as-of 2026-11-25 --again").status == 64)
  }

  @Test func aNameThatNobodyHasIsRefusedAndNobodysDigestIsNamed() async throws {
    let desk = try await Desk.withSteps()
    for call in [["remind", "--for", "王雷"], ["calendar", "--for", "王雷"]] {
      let outcome = try await desk.run("zhaoshang", call + ["--today", "2026-11-30"])
      #expect(outcome.status == 1 && outcome.stderr.contains("没有叫「王雷」的"), "\(outcome)")
    }
    try await desk.does("edit", "1", "owner=")
    let nobodys = try await desk.inHome("remind --for '*' --today 2026-11-30")
    #expect(nobodys.stdout.contains("送用地红线图") && !nobodys.stdout.contains("约法务"))
  }

  @Test func aClockThatGoesBackSendsNothingTwice() async throws {
    let desk = try await Desk.withSteps()
    try await desk.configure("[remind]\ncommand = \(Self.command)")
    #expect(try await desk.inHome("remind --today 2026-11-30").status == 0)
    // Many records behind it, as an import makes them; the look goes back to the beginning.
    let rows = (1...2500).map { "第\($0)号,投资方\($0),考察\n" }.joined()
    let file = try desk.home.write("项目名称,投资方,阶段\n" + rows, to: "台账.csv")
    try await desk.does("import", file)
    #expect(try await desk.inHome("remind --today 2026-11-30 --for 王磊").stdout.contains("今天已发过"))
    #expect(desk.home.read("sent") == "李娜\n王磊\n")
  }

  @Test func aWrongSettingSendsNothing() async throws {
    let desk = try await Desk.withSteps()
    try await desk.configure("[remind]\nformat = \"xml\"\ncommand = \(Self.command)")
    #expect(try await desk.inHome("remind --today 2026-11-30").status == 78)
    #expect(desk.home.read("sent") == nil)
  }

  /// Whoever starts a program may ignore the ends of children, and the program inherits it.
  @Test func aParentThatIgnoresChildrenDoesNotMakeFailureASuccess() async throws {
    let desk = try await Desk.withSteps()
    try await desk.configure(
      "[hooks]\nbefore-commit = [\"false\"]\n[remind]\ncommand = [\"false\"]")
    let outcome = try await desk.run(
      "bash", ["-c", "trap '' CHLD; exec zhaoshang note 1 绕过 --today \(deskDay)"])
    #expect(outcome.status == 1 && outcome.stderr.contains("本单位的规则不同意"), "\(outcome)")
  }
}

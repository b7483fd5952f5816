import JSON
import TestSupport
import Testing

/// What goes out by itself: calendar, reminders, events, hooks and pages.
@Suite struct ReachingTests {
  private func desk() async throws -> Desk {
    let desk = try Desk()
    try await desk.does("init")
    try await desk.does(
      "add", "光翼激光雷达", "--investor", "光翼科技", "--owner", "王磊", "amount=2亿", "source=展会", "--on",
      "2026-11-02")
    try await desk.does("next", "1", "送用地红线图", "--due", "2026-11-27")
    try await desk.does("add", "铝箔二期", "--investor", "鲁丰", "--owner", "李娜", "--on", "2026-11-20")
    try await desk.does("next", "2", "约法务", "--due", "2026-12-01")
    return desk
  }

  // MARK: Calendar

  @Test func aCalendarIsReplacedAndTellsWhatIsDone() async throws {
    let desk = try await desk()
    let file = desk.home.path("下步.ics")
    try await desk.does("calendar", "-o", file, "--today", "2026-11-30")
    let first = try #require(desk.home.read("下步.ics"))
    #expect(first.contains("SUMMARY:#1 光翼激光雷达：送用地红线图\r\n"))
    try await desk.does("next", "1", "--clear")
    try await desk.does("next", "2", "约法务看合同", "--due", "2026-12-03")
    try await desk.does("calendar", "-o", file, "--today", "2026-11-30")
    let second = try #require(desk.home.read("下步.ics"))
    #expect(
      second.contains("STATUS:CANCELLED\r\n") && second.contains("DTSTART;VALUE=DATE:20261203"))
    #expect(second.ranges(of: "SEQUENCE:1\r\n").count == 2)
    let his = try await desk.does("calendar", "--for", "李娜", "--today", "2026-11-30")
    #expect(his.contains("约法务看合同") && !his.contains("光翼"))
  }

  @Test func anotherFileIsNotReplacedByACalendar() async throws {
    let desk = try await desk()
    try desk.home.write("BEGIN:VCALENDAR\r\nPRODID:-//other//\r\n", to: "x.ics")
    let outcome = try await desk.zhaoshang("calendar", "-o", desk.home.path("x.ics"))
    #expect(outcome.status == 1 && outcome.stderr.contains("--force"))
    let missing = try await desk.zhaoshang("calendar", "-o", desk.home.path("没有/x.ics"))
    #expect(missing.status == 74 && missing.stderr.contains("没有/x.ics"))
  }

  // MARK: Reminders

  private static let command =
    #"["sh", "-c", "echo \"$1\" >>sent; cat >>letters", "x", "{person}"]"#

  @Test func eachPersonIsToldOnceADay() async throws {
    let desk = try await desk()
    let shown = try await inHome(desk, "remind --today 2026-11-30").stdout
    #expect(shown.contains("王磊 2 项") && shown.contains("逾期 3 天"), "\(shown)")
    try await desk.configure("[remind]\ncommand = \(Self.command)")
    for _ in 1...2 {
      let outcome = try await inHome(desk, "remind --today 2026-11-30")
      #expect(outcome.status == 0, "\(outcome)")
    }
    #expect(desk.home.read("sent") == "李娜\n王磊\n")
    #expect(try await inHome(desk, "remind --today 2026-12-01").status == 0)
    #expect(desk.home.read("sent") == "李娜\n王磊\n李娜\n王磊\n")
    #expect(try await desk.does("history").contains("提醒：2026-11-30 的 2 项已发给 王磊"))
    // It is nobody's step: what a person did last is still taken back.
    #expect(try await desk.does("undo").contains("约法务"))
  }

  @Test func whoHasNoAddressIsNamedAndTheOthersAreTold() async throws {
    let desk = try await desk()
    try await desk.configure(
      """
      [remind]
      format = "mail"
      from = "zs@ju.example"
      command = \(Self.command)
      [remind.mail]
      "王磊" = "wang@ju.example"
      """)
    let outcome = try await inHome(desk, "remind --today 2026-11-30")
    #expect(outcome.status == 1 && outcome.stderr.contains("李娜：没有邮箱地址"))
    #expect(desk.home.read("sent") == "王磊\n")
    #expect(
      desk.home.read("letters")?.contains("To: =?UTF-8?B?546L56OK?= <wang@ju.example>\r\n") == true)
    try await desk.configure("[remind]\nformat = \"mail\"\nfrom = \"a b\"\ncommand = [\"true\"]")
    let wrong = try await desk.zhaoshang("remind")
    #expect(wrong.status == 78 && wrong.stderr.contains("config.toml:3: remind.from"), "\(wrong)")
  }

  @Test func whatFailedIsSentNextTime() async throws {
    let desk = try await desk()
    try await desk.configure("[remind]\ncommand = [\"sh\", \"-c\", \"echo 邮件服务器不通; exit 3\"]")
    let outcome = try await inHome(desk, "remind --today 2026-11-30")
    #expect(outcome.status == 1)
    #expect(outcome.stderr.contains("王磊：没有发出，sh 以 3 退出：邮件服务器不通"))
    try await desk.configure("[remind]\ncommand = \(Self.command)")
    #expect(try await inHome(desk, "remind --today 2026-11-30").status == 0)
    #expect(desk.home.read("sent") == "李娜\n王磊\n")
  }

  /// Killed at ten moments, it never tells anybody twice, and says what it does not know.
  @Test func tenCrashesTellNobodyTwice() async throws {
    let desk = try await desk()
    try await desk.configure(
      "[remind]\ncommand = [\"sh\", \"-c\", \"echo \\\"$1\\\" >>sent; sleep 0.05\", \"x\", \"{person}\"]"
    )
    for moment in 1...10 {
      _ = try await inHome(desk, "remind --today 2026-11-30 & sleep 0.0\(moment); kill -9 $!; wait")
    }
    let last = try await inHome(desk, "remind --today 2026-11-30")
    let sent = (desk.home.read("sent") ?? "").split(separator: "\n")
    for person in ["李娜", "王磊"] {
      let count = sent.count { $0 == person }
      #expect(count <= 1)
      #expect(count == 1 || last.stderr.contains("\(person)：上次发送中断"), "\(last)")
    }
  }

  private func inHome(_ desk: Desk, _ arguments: String) async throws -> Desk.Outcome {
    try await desk.run("sh", ["-c", "cd \"$HOME\"\nzhaoshang \(arguments)"])
  }

  // MARK: Events

  @Test func eventsAreToldOnceInOrderAndFromANumberOn() async throws {
    let desk = try await desk()
    let outcome = try await inHome(
      desk,
      """
      watch --json --after 2 >told & watcher=$!
      while [ "$(wc -l <told)" -lt 2 ]; do sleep 0.02; done
      for n in 1 2 3; do zhaoshang note 1 "第 $n 条" >/dev/null; done
      while [ "$(wc -l <told)" -lt 5 ]; do sleep 0.02; done
      kill $watcher; wait $watcher; echo $?
      """)
    #expect(outcome.stdout.hasSuffix("143\n"))
    let lines = (desk.home.read("told") ?? "").split(separator: "\n")
    let numbers = try lines.map { try JSONValue.parse(Array($0.utf8)).object?["seq"]?.integer }
    #expect(numbers == [3, 4, 5, 6, 7])
    #expect(lines.last?.contains("第 3 条") == true)
    let beyond = try await desk.zhaoshang("watch", "--after", "99")
    #expect(beyond.status == 1 && beyond.stderr.contains("还没有第 99 条"))
    // Nobody reads on: it goes.
    #expect(try await inHome(desk, "watch --after 0 | head -n 1").stdout.hasPrefix("1  "))
  }

  @Test func aHookHearsOfEveryEventAndCatchesUp() async throws {
    let desk = try await desk()
    try await desk.configure(
      "[hooks]\non-change = [\"sh\", \"-c\", \"cat >>\(desk.home.path("heard"))\"]")
    try await desk.does("note", "1", "第一条")
    try await heard(desk, 1)
    // A program that fails loses nothing, and is told.
    try await desk.configure("[hooks]\non-change = [\"sh\", \"-c\", \"echo 满了 >&2; exit 5\"]")
    try await desk.does("note", "1", "第二条")
    try await wait { try await desk.does("hooks").contains("以 5 退出：满了") }
    try await desk.configure(
      "[hooks]\non-change = [\"sh\", \"-c\", \"cat >>\(desk.home.path("heard"))\"]")
    try await desk.does("note", "1", "第三条")
    try await heard(desk, 3)
    let lines = (desk.home.read("heard") ?? "").split(separator: "\n")
    let numbers = try lines.map { try JSONValue.parse(Array($0.utf8)).object?["seq"]?.integer }
    #expect(numbers == [5, 6, 7])
    try await wait { try await desk.does("hooks").contains("已送到第 7 条") }
  }

  @Test func aHookMayRefuseAndOneThatHangsDoes() async throws {
    let desk = try await desk()
    try await desk.configure(
      "[hooks]\nbefore-commit = [\"sh\", \"-c\", \"if grep -q 高耗能; then echo 本区不接高耗能项目; exit 1; fi\"]"
    )
    let refused = try await desk.zhaoshang("add", "高耗能项目", "--investor", "甲")
    #expect(refused.status == 1 && refused.stderr == "zhaoshang: 本区不接高耗能项目\n")
    try await desk.does("add", "低碳项目", "--investor", "甲")
    try await desk.configure("[hooks]\nbefore-commit = [\"sleep\", \"60\"]")
    let late = try await desk.zhaoshang("note", "1", "x")
    #expect(late.status == 1 && late.stderr.contains("钩子 sleep 超时"))
    try await desk.configure("[hooks]\nbefore-commit = [\"没有这个程序\"]")
    let missing = try await desk.zhaoshang("note", "1", "x")
    #expect(missing.status == 1 && missing.stderr.contains("钩子 没有这个程序 无法运行"))
    #expect(try await desk.json("show", "1")["version"]?.integer == 2)
  }

  private func heard(_ desk: Desk, _ count: Int) async throws {
    try await wait { (desk.home.read("heard") ?? "").split(separator: "\n").count >= count }
  }

  private func wait(_ isMet: () async throws -> Bool) async throws {
    for _ in 0..<600 {
      if try await isMet() { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("waited in vain")
  }

  // MARK: Pages

  @Test func pagesAreWrittenReplacedAndTakenAway() async throws {
    let desk = try await desk()
    let folder = desk.home.path("网页")
    try await desk.does("publish", folder, "--today", "2026-11-30")
    #expect(desk.home.read("网页/p/1.html")?.contains("送用地红线图") == true)
    #expect(desk.home.read("网页/index.html")?.contains("2亿 王磊") == true)
    try await desk.does("archive", "2", "--reason", "重复")
    try await desk.does("publish", folder, "--without", "amount,contact", "--today", "2026-11-30")
    #expect(desk.home.read("网页/p/2.html") == nil)
    #expect(desk.home.read("网页/index.html")?.contains("2亿") == false)
    let checked = try await desk.run(
      "python3",
      [
        "-c",
        """
        import sys, glob, xml.dom.minidom as m
        for f in glob.glob(sys.argv[1] + '/**/*.html', recursive=True): m.parse(f)
        """, folder,
      ])
    #expect(checked.status == 0, "\(checked.stderr)")
  }

  @Test func aPastDayHasPagesOfItsOwn() async throws {
    let desk = try await desk()
    let folder = desk.home.path("网页")
    try await desk.does("publish", folder, "--as-of", "2026-11-10")
    #expect(desk.home.read("网页/index.html")?.contains("光翼激光雷达") == true)
    #expect(desk.home.read("网页/index.html")?.contains("铝箔二期") == false)
    #expect(desk.home.read("网页/p/2.html") == nil)
  }

  @Test func aFolderThatIsNotOursIsLeftAlone() async throws {
    let desk = try await desk()
    _ = try await desk.run("mkdir", [desk.home.path("照片")])
    try desk.home.write("x", to: "照片/a.jpg")
    for folder in [desk.home.path("照片"), desk.store] {
      let outcome = try await desk.zhaoshang("publish", folder)
      #expect(outcome.status == 1, "\(outcome)")
    }
    #expect(desk.home.read("照片/index.html") == nil)
    let wrong = try await desk.zhaoshang("publish", desk.home.path("p"), "--without", "天气")
    #expect(wrong.status == 64 && wrong.stderr.contains("天气"))
  }
}

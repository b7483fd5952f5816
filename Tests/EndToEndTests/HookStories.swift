import JSON
import TestSupport
import Testing

/// Programs that hear of changes: by `watch`, and by hooks.
@Suite struct HookStories {
  @Test func eventsAreToldOnceInOrderAndFromANumberOn() async throws {
    let desk = try await Desk.withSteps()
    let outcome = try await desk.inHome(
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
    #expect(try await desk.inHome("watch --after 0 | head -n 1").stdout.hasPrefix("1  "))
  }

  @Test func aHookHearsOfEveryEventAndCatchesUp() async throws {
    let desk = try await Desk.withSteps()
    try await desk.configure(
      "[hooks]\non-change = [\"sh\", \"-c\", \"cat >>\(desk.home.path("heard"))\"]")
    try await desk.does("note", "1", "第一条")
    try await heard(by: desk, 1)
    // A program that fails loses nothing, and is told.
    try await desk.configure("[hooks]\non-change = [\"sh\", \"-c\", \"echo 满了 >&2; exit 5\"]")
    try await desk.does("note", "1", "第二条")
    try await desk.wait { try await desk.does("hooks").contains("以 5 退出：满了") }
    try await desk.configure(
      "[hooks]\non-change = [\"sh\", \"-c\", \"cat >>\(desk.home.path("heard"))\"]")
    try await desk.does("note", "1", "第三条")
    try await heard(by: desk, 3)
    let lines = (desk.home.read("heard") ?? "").split(separator: "\n")
    let numbers = try lines.map { try JSONValue.parse(Array($0.utf8)).object?["seq"]?.integer }
    #expect(numbers == [5, 6, 7])
    try await desk.wait { try await desk.does("hooks").contains("已送到第 7 条") }
  }

  @Test func aHookMayRefuseAndOneThatHangsDoes() async throws {
    let desk = try await Desk.withSteps()
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

  /// Both sides are killed at any moment; each event is heard, with its number, in order.
  @Test func killedOnEitherSideEachEventIsHeardAtLeastOnce() async throws {
    let desk = try await Desk.withSteps()
    // The program that hears dies of itself in the middle, after some lines and before the end.
    let program = try desk.home.write(
      """
      while read -r line; do
        printf '%s\\n' "$line" >>"$1"
        if [ $(($(wc -l <"$1") % 4)) = 3 ]; then kill -9 $$; fi
      done
      """, to: "hear.sh")
    let heard = desk.home.path("heard")
    try await desk.configure("[hooks]\non-change = [\"sh\", \"\(program)\", \"\(heard)\"]")
    for round in 1...12 {
      // What delivers is killed together with everything that holds its lock.
      _ = try await desk.run(
        "sh",
        [
          "-c",
          "zhaoshang note 1 '第 \(round) 条' >/dev/null; sleep 0.0\(round % 7); "
            + "pkill -9 -f 'hooks deliver --store=\(desk.store)' || true",
        ])
    }
    try await desk.wait {
      _ = try await desk.zhaoshang("hooks", "deliver")
      return try await desk.does("hooks").contains("已送到第 16 条")
    }
    let numbers = try (desk.home.read("heard") ?? "").split(separator: "\n").map {
      try JSONValue.parse(Array($0.utf8)).object?["seq"]?.integer ?? 0
    }
    #expect(Set(numbers) == Set(5...16), "\(numbers)")
    // In order: what comes again begins at an earlier number and goes on from there by ones.
    for (earlier, later) in zip(numbers, numbers.dropFirst()) {
      #expect(later <= earlier + 1, "\(numbers)")
    }
  }

  @Test func aBoardSaysThatAHookFailsAndGoesOn() async throws {
    let desk = try await Desk.withExample()
    try await desk.configure("[hooks]\non-change = [\"sh\", \"-c\", \"echo 满了 >&2; exit 5\"]")
    try await desk.onBoard { screen in
      try await screen.press("3", "i")
      try await screen.wait(for: "备注 #5", "the form")
      try await screen.type("要告诉别人的")
      try await screen.press("Enter")
      try await screen.wait(for: "以 5 退出：满了", "what went wrong")
      try await screen.press("q")
      #expect(try await screen.waitForExit("left") == 0)
    }
    #expect(try await desk.does("show", "5").contains("要告诉别人的"))
  }

  /// A program that never ends and one that never stops talking keep nobody waiting.
  @Test(arguments: ["sleep 300", "yes 说个不停"])
  func whatHangsOrFloodsKeepsNobodyWaiting(program: String) async throws {
    let desk = try await Desk.withSteps()
    try await desk.configure("[hooks]\non-change = [\"sh\", \"-c\", \"exec \(program)\"]")
    for round in 1...3 {
      let outcome = try await desk.run(
        "timeout", ["20", "zhaoshang", "note", "1", "第 \(round) 条", "--today", deskDay])
      #expect(outcome.status == 0, "\(outcome)")
    }
    #expect(try await desk.does("show", "1").contains("第 3 条"))
    _ = try await desk.run("pkill", ["-9", "-f", "hooks deliver --store=\(desk.store)"])
    _ = try await desk.run("pkill", ["-9", "-f", program])
  }

  private func heard(by desk: Desk, _ count: Int) async throws {
    try await desk.wait { (desk.home.read("heard") ?? "").split(separator: "\n").count >= count }
  }

  private func hearing(_ desk: Desk) async throws {
    try await desk.configure(
      "[hooks]\non-change = [\"sh\", \"-c\", \"cat >>\(desk.home.path("heard"))\"]")
  }

  @Test func aStoreFromABackupGoesOnBehindWhatBothHave() async throws {
    let desk = try await Desk.withSteps()
    try await hearing(desk)
    try await desk.does("note", "1", "以前的")
    try await heard(by: desk, 1)
    let copy = desk.home.path("备份")
    try await desk.does("backup", copy)
    for round in 1...3 { try await desk.does("note", "1", "后来的 \(round)") }
    try await heard(by: desk, 4)
    try await desk.wait { try await desk.does("hooks").contains("已送到第 8 条") }
    _ = try await desk.run("rm", ["-r", desk.store])
    try await desk.does("restore", copy)
    try await desk.does("note", "1", "恢复以后的")
    try await desk.wait { desk.home.read("heard")?.contains("恢复以后的") == true }
    let numbers = try (desk.home.read("heard") ?? "").split(separator: "\n").suffix(2).map {
      try JSONValue.parse(Array($0.utf8)).object?["seq"]?.integer
    }
    #expect(numbers == [6, 7])
  }

  /// One who began to hear after the backup was made does not hear the whole history.
  @Test func anOldBackupIsNotToldFromItsBeginning() async throws {
    let desk = try await Desk.withSteps()
    for round in 1...20 { try await desk.does("note", "1", "从前的 \(round)") }
    let copy = desk.home.path("备份")
    try await desk.does("backup", copy)
    try await desk.does("note", "1", "没有人听的")
    try await hearing(desk)
    for round in 1...3 { try await desk.does("note", "1", "听到的 \(round)") }
    try await heard(by: desk, 3)
    _ = try await desk.run("rm", ["-r", desk.store])
    try await desk.does("restore", copy)
    try await desk.does("note", "1", "恢复以后的")
    try await desk.wait { desk.home.read("heard")?.contains("恢复以后的") == true }
    #expect((desk.home.read("heard") ?? "").split(separator: "\n").count <= 8)
    #expect(desk.home.read("heard")?.contains("从前的 1\"") == false)
  }

  @Test func whereHearingBeginsIsNotedBeforeAnythingIsStored() async throws {
    let desk = try await Desk.withSteps()
    try await desk.configure("[hooks]\non-change = [\"sleep\", \"300\"]")
    try await desk.does("note", "1", "第一条")
    _ = try await desk.run("pkill", ["-9", "-f", "hooks deliver --store=\(desk.store)"])
    try await hearing(desk)
    try await desk.does("note", "1", "第二条")
    try await heard(by: desk, 2)
    #expect(desk.home.read("heard")?.contains("第一条") == true)
    // One that cannot be read is told, and nothing is passed over.
    _ = try await desk.run(
      "sh",
      [
        "-c",
        "sleep 0.2; for f in \"$HOME\"/.local/state/zhaoshang/hooks/*.json \"$XDG_STATE_HOME\"/zhaoshang/hooks/*.json; do [ -e \"$f\" ] && echo '{bad' >\"$f\"; done; true",
      ])
    let told = try await desk.zhaoshang("note", "1", "第三条")
    #expect(told.status == 0 && told.stderr.contains("hooks deliver --after N"), "\(told)")
    #expect(try await desk.zhaoshang("hooks", "deliver").status == 74)
    try await desk.does("hooks", "deliver", "--after", "6")
    try await heard(by: desk, 3)
  }

  /// A program that records in answer to whatever it hears is bounded, told, and loses nothing; what
  /// it records goes to the store that it was started for.
  ///
  /// What is left behind a program that has ended is ended with it, but for what has a session of its
  /// own by then: the one that answers so waits for that.
  @Test(arguments: [
    "zhaoshang note 1 听到了 >/dev/null",
    "setsid sh -c 'echo >$HOME/away; exec zhaoshang note 1 听到了' >/dev/null & read away <$HOME/away",
  ])
  func aHookThatAnswersItselfIsStoppedAndTold(answer: String) async throws {
    let desk = try await Desk.withSteps()
    _ = try await desk.run("mkfifo", [desk.home.path("away")])
    let other = desk.home.path("另一份")
    try await desk.does("init", other)
    try await desk.does("add", "另一个项目", "--investor", "甲", "--store", other)
    try await desk.configure(
      "[hooks]\non-change = [\"sh\", \"-c\", \"echo x >>\(desk.home.path("calls")); \(answer)\"]"
    )
    try await desk.does("note", "1", "第一条", "--store", other)
    try await desk.wait {
      try await desk.does("hooks", "--store", other).contains("连续 20 次后停下")
    }
    let calls = try #require(desk.home.read("calls")).split(separator: "\n").count
    #expect((10...22).contains(calls), "\(calls)")
    #expect(try await desk.does("history", "--store", other).contains("听到了"))
    #expect(try await !desk.does("history").contains("听到了"))
    // The next change is told with what waited.
    try await hearing(desk)
    try await desk.does("note", "1", "第二条", "--store", other)
    try await desk.wait { desk.home.read("heard")?.contains("第二条") == true }
    try await desk.wait { try await desk.does("hooks", "--store", other).contains("已送到") }
  }

  /// A rule sees the values that are to be stored and who stores them; what hears, the same.
  @Test func aRuleSeesOldAndNewValuesAndWho() async throws {
    let desk = try await Desk.withSteps()
    let seen = desk.home.path("seen")
    try await desk.configure(
      "[hooks]\nbefore-commit = [\"sh\", \"-c\", \"cat >\(seen); umask >\(seen).mask\"]\non-change = [\"sh\", \"-c\", \"cat >>\(desk.home.path("heard"))\"]"
    )
    try await desk.does("edit", "1", "amount=9亿", "owner=张三")
    try await heard(by: desk, 1)
    for file in ["seen", "heard"] {
      let line = try #require((desk.home.read(file) ?? "").split(separator: "\n").first)
      let object = try #require(try JSONValue.parse(Array(line.utf8)).object)
      #expect(object["by"]?.object?["name"]?.string?.isEmpty == false)
      let data = String(decoding: JSONWriter.bytes(of: object["data"] ?? .null), as: UTF8.self)
      #expect(data.contains("王磊") && data.contains("张三"), "\(data)")
    }
    // What a program makes is as open as the person makes files.
    let mine = try await desk.run("sh", ["-c", "umask"]).stdout
    #expect(desk.home.read("seen.mask") == mine)
  }

  /// A rule in a file that cannot be read is not passed over.
  @Test(arguments: ["[remind]\ndays = 3 days\n", "# \u{FFFD}"])
  func aFileThatCannotBeReadStopsWriting(slip: String) async throws {
    let desk = try await Desk.withSteps()
    try await desk.configure("[hooks]\nbefore-commit = [\"false\"]\n" + slip)
    if slip.contains("\u{FFFD}") {
      let file = desk.home.path("config/zhaoshang/config.toml")
      _ = try await desk.run("sh", ["-c", "printf '\\261\\340\\n' >>\"$1\"", "x", file])
    }
    let outcome = try await desk.zhaoshang("note", "1", "不该存")
    #expect(outcome.status == 78 && outcome.stderr.contains("config.toml"), "\(outcome)")
    #expect(try await !desk.does("history").contains("不该存"))
    #expect(try await desk.zhaoshang("list").status == 0)
    let reminded = try await desk.zhaoshang("remind")
    #expect(slip.hasPrefix("#") || reminded.status == 78, "\(reminded)")
  }

  @Test func aRuleThatIsWrittenWrongStopsWriting() async throws {
    let desk = try await Desk.withSteps()
    for wrong in ["before-commit = [\"sh\", 3]", "before_commit = [\"sh\"]"] {
      try await desk.configure("[hooks]\n" + wrong)
      let outcome = try await desk.zhaoshang("note", "1", "不该存")
      #expect(outcome.status == 78 && outcome.stderr.contains("config.toml:2"), "\(outcome)")
    }
    #expect(try await !desk.does("history").contains("不该存"))
  }

  @Test func aStoreThatIsReplacedIsWatchedFurther() async throws {
    let desk = try await Desk.withSteps()
    let outcome = try await desk.inHome(
      """
      watch --json >told & watcher=$!
      sleep 0.5
      mv "\(desk.store)" "\(desk.store).old" && cp -a "\(desk.store).old" "\(desk.store)"
      zhaoshang note 1 "换了以后" >/dev/null
      for i in $(seq 600); do grep -q 换了以后 told && break; sleep 0.05; done
      kill $watcher; wait $watcher; grep -c 换了以后 told
      """)
    #expect(outcome.stdout.hasSuffix("1\n"), "\(outcome)")
  }

  /// A store from a backup gives its numbers again: those are told, and that others are gone.
  @Test func numbersThatAreGivenAgainAreToldAgain() async throws {
    let desk = try await Desk.withSteps()
    let copy = desk.home.path("备份")
    try await desk.does("backup", copy)
    let outcome = try await desk.inHome(
      """
      watch --json >told 2>said & watcher=$!
      for i in $(seq 600); do zhaoshang note 1 "从前" >/dev/null; [ -s told ] && break; done
      for n in 1 2 3; do zhaoshang note 1 "后来 $n" >/dev/null; done
      for i in $(seq 600); do grep -q '后来 3' told && break; sleep 0.05; done
      kill -STOP $watcher
      rm -r "\(desk.store)"; zhaoshang restore 备份 >/dev/null
      for n in 1 2 3 4 5 6 7 8 9; do zhaoshang note 1 "恢复以后 $n" >/dev/null; done
      kill -CONT $watcher
      for i in $(seq 600); do grep -q '恢复以后 9' told && break; sleep 0.05; done
      kill $watcher; wait $watcher; grep -c 恢复以后 told
      """)
    #expect(outcome.stdout.hasSuffix("9\n"), "\(outcome)")
    let said = desk.home.read("said") ?? ""
    let told = (desk.home.read("told") ?? "").split(separator: "\n").map { $0.prefix(12) }
    #expect(said.contains("不在数据目录里了"), "\(said) \(told)")
  }
}

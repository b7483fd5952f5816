import JSON
import TestSupport
import Testing

/// Completions in the real shells: what is typed, TAB, Enter.
@Suite(.serialized) struct ShellCompletionTests {
  /// Names that a shell would read something into, told apart by their first two characters.
  private static let names = [
    "泰山`touch 坏`", "华山$(touch 坏)", "衡山;touch 坏", "恒岳&touch 坏", "嵩山|touch 坏", "雁荡!!", "黄山$HOME",
    "庐山 \"双\" 引号", "峨眉'单", "武夷\\反", "普陀*", "九华~", "五台>坏", "青城#号", "三清{a,b}", "龙虎(甲)", "-横断",
    "天柱!t", "昆仑:b=c", "祁连?[a]", "长白%1", "井冈^a^b", "贺兰\\`touch 坏\\`", "阴山`!!`",
  ]
  /// What is typed for each: its first two characters, but for the one that would be an option.
  private static func typed(_ name: String) -> String {
    String(name.hasPrefix("-") ? name.dropFirst().prefix(2) : name.prefix(2))
  }

  private static let shells = ["bash", "zsh", "fish"]

  /// A desk with those names, and a shell's start that has read our completions.
  private func desk(_ shell: String) async throws -> (desk: Desk, command: String)? {
    var desk = try await Desk.withStore()
    guard (try? await desk.run(shell, ["-c", "exit 0"]))?.status == 0 else {
      print("SKIPPED: there is no \(shell) to complete in")
      return nil
    }
    for name in Self.names {
      // Behind `--`, because one of them looks like an option.
      let added = try await desk.zhaoshang("add", "--investor", "某企业", "--", name)
      #expect(added.status == 0, "\(name): \(added.stderr)")
    }
    let script = try await desk.zhaoshang("--generate-completion-script", shell).stdout
    let file = try desk.home.write(script, to: "completion." + shell)
    _ = try await desk.run("mkdir", [desk.home.path("空")])
    desk.environment["LC_ALL"] = "C.UTF-8"
    let start = "PS1='> '; cd '\(desk.home.path("空"))'; "
    switch shell {
    case "bash":
      let rc = try desk.home.write(start + "source '\(file)'\n", to: "bashrc")
      return (desk, "bash --noprofile --rcfile \(rc) -i")
    case "zsh":
      desk.environment["ZDOTDIR"] = desk.home.path
      try desk.home.write(
        start + "autoload -U compinit; compinit -u -D; source '\(file)'; unsetopt PROMPT_SP\n",
        to: ".zshrc")
      return (desk, "zsh -d -i")
    default:
      let rc = try desk.home.write(
        "function fish_prompt; echo '> '; end; function fish_greeting; end; "
          + "cd '\(desk.home.path("空"))'; source '\(file)'\n", to: "start.fish")
      return (desk, "fish --no-config -i -C 'source \(rc)'")
    }
  }

  /// The notes of every project, in the order of the projects.
  private func notes(_ desk: Desk) async throws -> [[String]] {
    let exported = try await JSONValue.parse(desk.does("export"))
    return try #require(exported["projects"]?.array).map { project in
      (project["notes"]?.array ?? []).compactMap { $0["text"]?.string }
    }
  }

  @Test("TAB and Enter run nothing but ours, and on the right project", arguments: shells)
  func nothingIsRun(shell: String) async throws {
    guard let (desk, command) = try await desk(shell) else { return }
    try await TerminalScreen.show(command, on: desk, columns: 120, rows: 50) { screen in
      try await screen.wait(for: ">", "the shell is there", seconds: 30)
      for (index, name) in Self.names.enumerated() {
        let quote = ["", "\"", "'"][index % 3]
        try await screen.type("zhaoshang note \(quote)\(Self.typed(name))\t")
        try await screen.type(" 记\(index); echo 完\(index)号")
        try await screen.press("Enter")
        try await screen.wait("the line is done", seconds: 30) { rows in
          rows.contains("完\(index)号")
        }
      }
    }
    let expected = Self.names.indices.map { ["记\($0)"] }
    #expect(try await notes(desk) == expected)
    #expect(try await desk.run("ls", ["-A", desk.home.path("空")]).stdout == "")
  }

  @Test(
    "Of several that fit nothing is put in, and what was typed stays", arguments: ["bash", "zsh"])
  func severalAreListed(shell: String) async throws {
    guard let (desk, command) = try await desk(shell) else { return }
    try await TerminalScreen.show(command, on: desk, columns: 120, rows: 50) { screen in
      try await screen.wait(for: ">", "the shell is there", seconds: 30)
      for quote in ["", "\"", "'"] {
        try await screen.press("C-l")
        try await screen.type("zhaoshang show \(quote)hs")
        try await screen.press("Tab", "Tab", "Tab")
        // 华山, 衡山 and 黄山 by their initials; a name that is no word is shown with its number.
        for (number, name) in [(2, "华山"), (3, "衡山"), (7, "黄山")] {
          try await screen.wait("they are listed", seconds: 30) { rows in
            rows.contains { $0.contains(name) && $0.contains("\(number)") }
          }
        }
        try await screen.type(quote)
        try await screen.press("Enter")
        try await screen.wait(for: "「hs」符合多个项目", "what was typed is what was asked", seconds: 30)
      }
    }
    #expect(try await desk.run("ls", ["-A", desk.home.path("空")]).stdout == "")
  }

  @Test("Projects are offered in registers, behind --store and behind --project", arguments: shells)
  func everywhere(shell: String) async throws {
    guard let (desk, command) = try await desk(shell) else { return }
    let store = desk.home.path("另 一个")
    try await desk.does("init", store)
    try await desk.does("--store", store, "add", "泰安", "--investor", "某企业")
    try await TerminalScreen.show(command, on: desk, columns: 160, rows: 50) { screen in
      try await screen.wait(for: ">", "the shell is there", seconds: 30)
      for (line, said) in [
        ("zhaoshang show --store '\(store)' tai\t", "泰安"),
        ("zhaoshang merge tianzhu\temei\t", "并入"),
        ("zhaoshang approval show qingc\t", "青城#号"),
        ("zhaoshang request add 某企业 缺电 --today \(deskDay) --project longh\t", "缺电"),
      ] {
        try await screen.press("C-l")
        try await screen.type(line)
        try await screen.press("Enter")
        try await screen.wait("\(line): \(said)", seconds: 30) { rows in
          rows.contains { $0.contains(said) && !$0.contains("zhaoshang ") }
        }
      }
    }
    let requests = try await desk.json("request", "list")
    #expect(requests.array?.first?["project"] == .number("16"), "\(requests)")
  }

  @Test("Of every hostile name a plain word is offered that means its project")
  func hostileNames() async throws {
    var desk = try await Desk.withStore()
    var held: [String] = []
    for hostile in HostileText.all where hostile.text.utf8.count < 500 {
      let name = "第\(held.count)山" + hostile.text
      guard !name.unicodeScalars.contains("\0") else { continue }
      let added = try await desk.zhaoshang(
        "add", "--investor", "某企业", "--today", deskDay, "--", name)
      if added.status == 0 {
        held.append(name)
      }
    }
    #expect(held.count > 40)
    let letters = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
    for shell in ["bash", "zsh"] {
      desk.environment["SAP_SHELL"] = shell
      let offered = try await desk.zhaoshang(
        "---completion", "show", "--", "positional@0", "2", "0", "zhaoshang", "show", "")
      #expect(offered.status == 0)
      let words = offered.lines.filter { $0 != " " }.map { $0.prefix { $0 != "\t" } }
      #expect(words.count == held.count)
      for word in words {
        let ascii = word.utf8.filter { $0 < 0x80 }
        #expect(ascii.allSatisfy(Set("-_.,+".utf8).union(letters).contains), "\(word)")
      }
      for (index, word) in words.enumerated() where index % 7 == 0 {
        let shown = try await desk.json("show", String(word))
        #expect(shown["id"] == .number("\(index + 1)"), "\(word)")
      }
    }
  }
}

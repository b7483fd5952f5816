import JSON
import TestSupport
import Testing

/// What a shell offers for a project that is being typed.
@Suite struct CompletionTests {
  /// Types a line into a real bash and gives what its completion found.
  private func completed(_ words: String..., on desk: Desk) async throws -> [String] {
    let script = try await desk.zhaoshang("--generate-completion-script", "bash")
    #expect(script.status == 0)
    let file = try desk.home.write(script.stdout, to: "completion.bash")
    let line = words.joined(separator: " ")
    let outcome = try await desk.run(
      "bash",
      [
        "-c",
        """
        set -eo pipefail
        source "$1"
        COMP_LINE="$2" COMP_POINT=${#2} COMP_TYPE=9
        shift 2
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        function=$(complete -p zhaoshang | sed -E 's/.* -F ([^ ]+).*/\\1/')
        set +e
        "$function" zhaoshang "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf '%s\\n' "${COMPREPLY[@]}" | grep -v '^ $'
        exit 0
        """, "bash", file, line,
      ] + words)
    #expect(outcome.status == 0 && outcome.stderr == "", "\(outcome)")
    return outcome.lines
  }

  @Test func bashCompletesAProjectByPinyinNameAndNumber() async throws {
    let desk = try await Desk.withExample()
    let night = ["青岛夜经济项目"]
    for typed in ["qdyjj", "qingdao", "青岛夜", "1", "夜经济", "QDY"] {
      #expect(try await completed("zhaoshang", "show", typed, on: desk) == night, "\(typed)")
    }
    let fund = try await desk.json("search", "招商母基金").array?.first?["id"]
    let number = try await completed("zhaoshang", "move", "zsmjj", on: desk)
    #expect(number.map { JSONValue.number($0) } == [fund])
    #expect(try await completed("zhaoshang", "show", "", on: desk).count == 6)
    #expect(try await completed("zhaoshang", "show", "没有", on: desk) == [])
    #expect(
      try await completed("zhaoshang", "move", "1", "ret", on: desk) == ["return-visit"])
    #expect(try await completed("zhaoshang", "sh", on: desk) == ["show"])
  }

  @Test func theStoreOfTheLineIsAskedAndAMissingOneOffersNothing() async throws {
    let desk = try Desk()
    #expect(try await completed("zhaoshang", "show", "q", on: desk) == [])
    let other = desk.home.path("另一个")
    _ = try await desk.zhaoshang("demo", "--keep", other)
    #expect(
      try await completed("zhaoshang", "show", "--store", other, "qdyjj", on: desk) == ["青岛夜经济项目"])
    let before = try await desk.run("find", [desk.home.path])
    _ = try await completed("zhaoshang", "show", "--store", other, "q", on: desk)
    #expect(try await desk.run("find", [desk.home.path]).stdout == before.stdout)
  }

  @Test func aNameThatIsNoPlainWordIsOfferedByItsNumber() async throws {
    let desk = try await Desk.withExample()
    let script = try await desk.zhaoshang("--generate-completion-script", "zsh").stdout
    try await checkSyntax(of: script, with: "zsh", on: desk)
    let all = try await completed("zhaoshang", "show", "", on: desk)
    #expect(all.contains("青岛夜经济项目") && all.contains { $0.hasSuffix(":招商母基金·江控创富·") }, "\(all)")
  }

  @Test func fishIsGivenThePinyinThatWasTypedWithTheNameBesideIt() async throws {
    var desk = try await Desk.withExample()
    let script = try await desk.zhaoshang("--generate-completion-script", "fish").stdout
    try await checkSyntax(of: script, with: "fish", on: desk)
    desk.environment["SAP_SHELL"] = "fish"
    for (typed, expected) in [
      ("qdyj", "qdyjjxm\t青岛夜经济项目"), ("qingdaoye", "qingdaoyejingjixiangmu\t青岛夜经济项目"),
      ("青岛夜", "青岛夜经济项目"), ("1", "1\t青岛夜经济项目"),
    ] {
      let said = try await desk.zhaoshang(
        "---completion", "show", "--", "positional@0", "2", "\(typed.count)", "zhaoshang", "show",
        typed)
      #expect(said.lines == [expected])
    }
  }

  private func checkSyntax(of script: String, with shell: String, on desk: Desk) async throws {
    let file = try desk.home.write(script, to: "completion." + shell)
    guard let outcome = try? await desk.run(shell, ["-n", file]) else {
      print("SKIPPED: there is no \(shell) to read its completion")
      return
    }
    #expect(outcome.status == 0, "\(outcome.stderr)")
  }
}

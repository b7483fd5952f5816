import TestSupport
import Testing

/// What is wrong with a command line, in the person's language.
@Suite struct ParserWordTests {
  @Test(
    arguments: [
      (["list", "--foo"], "没有选项 --foo", "there is no option --foo"),
      (["list", "--sort"], "--sort <sort> 缺少值", "--sort <sort> lacks a value"),
      (["move"], "缺少 <project>", "<project> is missing"),
      (["move", "1", "2", "3"], "多出了 「3」", "too much: 3"),
      (
        ["log", "1", "call", "--times", "x"], "--times <times> 不能是「x」",
        "--times <times> cannot be 'x'"
      ),
      (
        ["log", "1", "call", "--times", "-3"], "要作为值请写成 --times=-3", "write --times=-3"
      ),
      (["frobnicate"], "没有子命令「frobnicate」，zhaoshang --help 列出全部", "no subcommand 'frobnicate'"),
      (["request", "frob"], "request 没有子命令「frob」", "request: there is no subcommand 'frob'"),
    ])
  func mistakes(call: [String], chinese: String, english: String) async throws {
    for (language, said) in [("zh_CN.UTF-8", chinese), ("en_GB.UTF-8", english)] {
      let desk = try Desk(language: language)
      let outcome = try await desk.run("zhaoshang", call)
      #expect(outcome.status == 64 && outcome.stdout == "", "\(call)")
      #expect(outcome.stderr.hasPrefix("zhaoshang: "), "\(outcome.stderr)")
      #expect(outcome.stderr.contains(said), "\(outcome.stderr)")
      if language.hasPrefix("zh") {
        for word in ["Error", "Usage", "Missing", "Unknown", "Help:", "See '"] {
          #expect(!outcome.stderr.contains(word), "\(outcome.stderr)")
        }
      }
    }
  }

  @Test(arguments: [["--help"], ["help", "log"], ["request", "--help"], ["list", "-h"]])
  func pagesAreChineseThroughout(call: [String]) async throws {
    let desk = try Desk(language: "zh_CN.UTF-8")
    let page = try await desk.run("zhaoshang", call).stdout
    for word in ["USAGE", "OVERVIEW", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "Show", "default"] {
      #expect(!page.contains(word), "\(word): \(page)")
    }
    #expect(page.contains("用法：zhaoshang"))
  }
}

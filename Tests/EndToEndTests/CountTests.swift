import TestSupport
import Testing

@Suite("The watch over instruction counts")
struct CountTests {
  private let folder: ScratchFolder

  private static let script: String = {
    let here = #filePath
    let tests = here.firstRange(of: "/Tests/EndToEndTests/")
    return tests.map { here[..<$0.lowerBound] + "/Scripts/compare-counts" } ?? ""
  }()

  init() throws { folder = try ScratchFolder() }

  private func compare(_ committed: String, _ measured: String) async throws -> (Bool, String) {
    try folder.write(committed, to: "committed")
    try folder.write(measured, to: "measured")
    let outcome = try await Desk().run(
      "bash", [CountTests.script, folder.path("committed"), folder.path("measured")])
    return (outcome.status == 0, outcome.stdout)
  }

  @Test("It fails when a count has grown by more than a tenth, and names it")
  func grown() async throws {
    let (passes, said) = try await compare(
      "toolchain Swift 6\nlist 1000000\nopen 500\n", "toolchain Swift 6\nlist 1100001\nopen 500\n")
    #expect(!passes)
    #expect(said.contains("list") && said.contains("GREW") && said.contains("+10.0 %"))
  }

  @Test("It passes when counts stay within a tenth, or shrink")
  func within() async throws {
    let (passes, said) = try await compare(
      "toolchain Swift 6\nlist 1000000\nopen 500\n", "toolchain Swift 6\nlist 1099999\nopen 100\n")
    #expect(passes)
    #expect(!said.contains("GREW"))
  }

  @Test("A scenario that is new, or no longer measured, does not go unwatched")
  func missing() async throws {
    #expect(try await !compare("toolchain a\nlist 10\n", "toolchain a\nlist 10\nmove 5\n").0)
    #expect(try await !compare("toolchain a\nlist 10\nmove 5\n", "toolchain a\nlist 10\n").0)
  }

  @Test("Counts of another toolchain are not compared, and how to renew them is said")
  func otherToolchain() async throws {
    let (passes, said) = try await compare("toolchain a\nlist 10\n", "toolchain b\nlist 1000\n")
    #expect(passes)
    #expect(said.contains("make count-renew"))
  }
}

import TestSupport
import Testing

/// `docs/promises.md` names tests; what it names has to be there.
@Suite struct PromiseTableTests {
  private static let project: Substring = {
    let here = #filePath
    let tests = here.firstRange(of: "/Tests/EndToEndTests/")
    return tests.map { here[..<$0.lowerBound] } ?? ""
  }()

  private func read(_ path: String) async throws -> Substring {
    let outcome = try await Desk().run("cat", ["\(Self.project)/\(path)"])
    #expect(outcome.status == 0, "\(outcome.stderr)")
    return outcome.stdout[...]
  }

  /// The tests that each promise names, as `Folder/SuiteTests.function`, in the table's order.
  private func table() async throws -> [(number: Int, tests: [Substring])] {
    try await read("docs/promises.md").split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|")
      guard cells.count == 3, let number = Int(cells[0].filter { $0 != " " }) else { return nil }
      return (number, cells[2].split(separator: "`").filter { $0.contains(".") })
    }
  }

  @Test func everyPromiseNamesTestsThatAreThere() async throws {
    let table = try await table()
    #expect(table.map(\.number) == Array(1...20))
    for (number, tests) in table {
      #expect(!tests.isEmpty, "promise \(number) is proved by nothing")
      for test in tests {
        let parts = test.split(separator: ".")
        try #require(parts.count == 2, "promise \(number): \(test)")
        let source = try await read("Tests/\(parts[0]).swift")
        let suite = parts[0].split(separator: "/").last ?? ""
        #expect(source.contains("struct \(suite) {"), "promise \(number): no suite \(suite)")
        #expect(
          Self.tests(in: source).contains(parts[1]), "promise \(number): no test \(test)")
      }
    }
  }

  @Test func aFunctionThatIsNoTestIsNotTakenForOne() {
    let source: Substring = """
      @Test func first() async throws {}
      func helper() {}
      @Test(
        "第二", arguments: [1])
      func second(number: Int) {}
      private func third() {}
      """
    #expect(Self.tests(in: source) == ["first", "second"])
  }

  /// The functions that follow a `@Test` before any other function does.
  private static func tests(in source: Substring) -> Set<Substring> {
    let named = source.split(separator: "@Test", omittingEmptySubsequences: false).dropFirst()
      .compactMap { rest -> Substring? in
        guard let start = rest.firstRange(of: "func ")?.upperBound else { return nil }
        return rest[start...].prefix { $0 != "(" && $0 != "<" }
      }
    return Set(named)
  }
}

import TestSupport
import Testing

/// `docs/promises.md` and `docs/complaints.md` name tests; what they name has to be there.
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

  /// The tests that each line of a table names, as `Folder/SuiteTests.function`, in the table's order.
  ///
  /// - Parameter mark: What stands before the number.
  private func table(_ name: String, _ mark: String = "") async throws -> [(
    number: Int, tests: [Substring]
  )] {
    try await read("docs/\(name).md").split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|")
      let cell = cells.first?.filter { $0 != " " } ?? ""
      guard cells.count == 3, cell.hasPrefix(mark), let number = Int(cell.dropFirst(mark.count))
      else { return nil }
      return (number, cells[2].split(separator: "`").filter { $0.contains(".") })
    }
  }

  @Test(arguments: [
    ("promises", "", Array(1...20)),
    ("promises", "S", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 17]),
    ("complaints", "", Array(1...15)),
  ])
  func everyLineNamesTestsThatAreThere(name: String, mark: String, numbers: [Int]) async throws {
    let table = try await table(name, mark)
    #expect(table.map(\.number) == numbers)
    for (number, tests) in table {
      #expect(!tests.isEmpty, "\(name) \(number) is proved by nothing")
      for test in tests {
        let parts = test.split(separator: ".")
        try #require(parts.count == 2, "\(name) \(number): \(test)")
        let source = try await read("Tests/\(parts[0]).swift")
        let suite = parts[0].split(separator: "/").last ?? ""
        #expect(source.contains("struct \(suite) {"), "\(name) \(number): no suite \(suite)")
        #expect(
          Self.tests(in: source).contains(parts[1]), "\(name) \(number): no test \(test)")
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

  @Test func eachComplaintHasOneTestOfItsOwnThatBearsItsNumber() async throws {
    let source = try await read("Tests/BoardUITests/Complaints/ComplaintTests.swift")
    let numbers = source.split(separator: "Complaint ").dropFirst().compactMap {
      Int($0.prefix { $0 != ":" })
    }
    #expect(numbers == Array(1...15))
    let table = try await table("complaints")
    #expect(table.allSatisfy { $0.tests.first?.contains("/ComplaintTests.") == true })
  }
}

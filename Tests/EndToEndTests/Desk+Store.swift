import JSON
import TestSupport
import Testing

/// The day of subcommands that no other day is given to: what is dated later counts later.
let deskDay = "2026-11-22"

extension Desk {
  /// A desk whose store holds the Zouping example.
  static func withExample(language: String = "zh_CN.UTF-8") async throws -> Desk {
    let desk = try Desk(language: language)
    let made = try await desk.zhaoshang("demo", "--keep", desk.store)
    #expect(made.status == 0, "\(made.stderr)")
    return desk
  }

  /// A desk with an empty store.
  static func withStore(language: String = "zh_CN.UTF-8") async throws -> Desk {
    let desk = try Desk(language: language)
    try await desk.does("init")
    return desk
  }

  /// Runs a subcommand that has to succeed, on 22 November 2026, and gives what it printed.
  @discardableResult
  func does(_ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation)
    async throws -> String
  {
    let outcome = try await run("zhaoshang", arguments + ["--today", deskDay])
    #expect(
      outcome.status == 0, "\(arguments): \(outcome.stderr)", sourceLocation: sourceLocation)
    return outcome.stdout
  }

  /// Runs a subcommand that has to be refused: nothing on stdout, one sentence on stderr.
  func refuses(
    _ arguments: String..., status: Int32, saying words: String...,
    sourceLocation: SourceLocation =
      #_sourceLocation
  ) async throws {
    let outcome = try await run("zhaoshang", arguments + ["--today", deskDay])
    #expect(outcome.status == status, "\(arguments): \(outcome)", sourceLocation: sourceLocation)
    #expect(outcome.stdout == "", sourceLocation: sourceLocation)
    for word in words {
      #expect(
        outcome.stderr.contains(word), "\(arguments): \(outcome.stderr)",
        sourceLocation: sourceLocation)
    }
  }

  /// What a subcommand prints as JSON.
  func json(_ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation)
    async throws -> JSONValue
  {
    let outcome = try await run("zhaoshang", arguments + ["--json", "--today", deskDay])
    #expect(
      outcome.status == 0, "\(arguments): \(outcome.stderr)", sourceLocation: sourceLocation)
    return try JSONValue.parse(outcome.stdout)
  }
}

extension JSONValue {
  /// A member of an object.
  subscript(key: String) -> JSONValue? { object?[key] }
}

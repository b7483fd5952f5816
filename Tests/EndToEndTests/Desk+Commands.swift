import JSON
import TestSupport
import Testing

/// A subcommand as the program itself declares it.
struct DeclaredCommand {
  /// The words after `zhaoshang`.
  let path: [String]
  /// The long names of its options, without the dashes.
  let options: Set<String>

  var name: String { path.joined(separator: " ") }
}

extension Desk {
  /// Every subcommand that can be called, with the options it declares.
  func declaredCommands() async throws -> [DeclaredCommand] {
    let dump = try await run("zhaoshang", ["--experimental-dump-help"])
    let root = try JSONValue.parse(dump.stdout)["command"]
    return root.map { DeclaredCommand.all(under: $0, []) } ?? []
  }
}

extension DeclaredCommand {
  fileprivate static func all(under command: JSONValue, _ path: [String]) -> [DeclaredCommand] {
    let children = command["subcommands"]?.array ?? []
    if !children.isEmpty {
      return children.flatMap { child in
        all(under: child, path + [child["commandName"]?.string ?? ""])
      }
    }
    let names = (command["arguments"]?.array ?? []).flatMap { argument in
      (argument["names"]?.array ?? []).compactMap { $0["name"]?.string }
    }
    return [DeclaredCommand(path: path, options: Set(names))]
  }
}

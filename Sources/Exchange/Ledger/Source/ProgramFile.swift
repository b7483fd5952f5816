package import JSON

/// Exports of programs that are no tables, laid out as one: a row for each card or project, under the
/// headings that the program's map knows.
package enum ProgramFile {
  /// A Trello board or tasks of taskwarrior as a table; nil when a value is neither.
  package static func source(_ value: JSONValue) -> LedgerSource? {
    if let board = TrelloBoard(value) {
      return LedgerSource(tables: [LedgerTable(rows: board.rows)], reading: .program("Trello"))
    }
    if let tasks = TaskwarriorTasks(value) {
      return LedgerSource(tables: [LedgerTable(rows: tasks.rows)], reading: .program("taskwarrior"))
    }
    return nil
  }
}

extension JSONObject {
  func text(_ key: String) -> String { self[key]?.string ?? "" }
  func list(_ key: String) -> [JSONValue] { self[key]?.array ?? [] }
  func objects(_ key: String) -> [JSONObject] { list(key).compactMap(\.object) }
}

extension String {
  /// On one line, so that a line of a cell is one thing.
  var onOneLine: String {
    split { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }.joined(separator: " ")
  }
}

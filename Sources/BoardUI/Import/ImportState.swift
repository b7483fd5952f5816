internal import Canvas

/// The window of an import: the file's name while it is typed, then its preview.
package struct ImportState: Hashable, Sendable {
  /// The file's name, or an answer that is typed; nil while neither is.
  package internal(set) var editor: LineEditor?
  package internal(set) var preview: ImportPreview?
  package internal(set) var pane = Pane.rows
  package internal(set) var column = 0
  package internal(set) var row = 0
  package internal(set) var choice = 0
  /// The verdict whose rows are shown; nil for all.
  package internal(set) var filter: ImportPreview.Verdict?
  package internal(set) var failure: String?
  /// How much of the file is read, in hundredths; nil while nothing is.
  package internal(set) var share: Int?
  /// How many rows are about to be written; nil while none are.
  package internal(set) var storing: Int?
  /// Keys that came while it was planned anew; they are for what is shown then.
  var held: [Key] = []
  /// Whether it was handed to the store.
  var isWriting = false

  package enum Pane: CaseIterable, Hashable, Sendable { case columns, rows, questions }
  package enum Button: Hashable, Sendable { case write, cancel }

  init() { editor = LineEditor() }

  /// The rows that the filter lets through.
  var rows: [ImportPreview.Row] {
    guard let preview else { return [] }
    return filter.map { wanted in preview.rows.filter { $0.verdict == wanted } } ?? preview.rows
  }

  var question: ImportPreview.Question? { preview?.questions.first }

  func count(_ verdict: ImportPreview.Verdict) -> Int {
    preview?.rows.count { $0.verdict == verdict } ?? 0
  }

  /// Takes a new preview in, and stays where the person was.
  mutating func take(_ new: ImportPreview) {
    let hadPreview = preview != nil
    let before = question
    preview = new
    editor = nil
    failure = nil
    if question != before { choice = 0 }
    if !hadPreview || pane == .questions && new.questions.isEmpty {
      pane = new.questions.isEmpty ? .rows : .questions
    }
    settle()
  }

  mutating func settle() {
    column = min(max(0, column), max(0, (preview?.columns.count ?? 0) - 1))
    row = min(max(0, row), max(0, rows.count - 1))
    choice = min(max(0, choice), max(0, (question?.choices.count ?? 0) - 1))
  }

  /// Moves the selection of the pane that has the keys.
  mutating func move(by step: Int) {
    switch pane {
    case .columns: column += step
    case .rows: row += step
    case .questions: choice += step
    }
    settle()
  }
}

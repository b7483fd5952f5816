internal import Pipeline
internal import Vocabulary
internal import Wording

/// Field values as a person types them, in both directions.
enum FieldText {
  /// What stands in a form's line for a value.
  static func write(_ value: FieldValue?, words: Words) -> String {
    switch value {
    case .text(let text): text
    case .list(let items): words.list(items)
    case .amount(.undisclosed): words.amount(.undisclosed)
    case .amount(.known(let money)): words.amountInFull(.known(money))
    case .date(let date): date.description
    case .kind(let kind): words.projectKind(kind)
    case .next(let step): step.text
    case nil: ""
    }
  }

  /// Reads a line; nothing typed is no value.
  static func read(_ text: String, as field: Field, today: Day) throws(Fault) -> FieldValue? {
    if text.isEmpty { return nil }
    switch field.form {
    case .name, .line, .note, .json: return .text(text)
    case .list: return .list(list(text))
    case .amount:
      guard let amount = Amount(spoken: text) else { throw Fault(.notAnAmount) }
      return .amount(amount)
    case .date:
      guard let date = BusinessDate(spoken: text, today: today) else { throw Fault(.notADate) }
      return .date(date)
    case .kind:
      guard let kind = ProjectKind(spoken: text) else { throw Fault(.notAChoice) }
      return .kind(kind)
    case .next: return .next(NextStep(text: text, due: nil))
    }
  }

  /// Several names in one line, apart by commas of either width, 、 or semicolons.
  static func list(_ text: String) -> [String] {
    text.split { "、,，;；".contains($0) }.map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }

  struct Fault: Error {
    let kind: Form.Fault
    init(_ kind: Form.Fault) { self.kind = kind }
  }
}

internal import Pipeline
internal import Vocabulary
internal import Wording

/// Field values as a person types them, in both directions.
enum FieldText {
  /// What stands in a form's line for a value.
  static func write(_ value: FieldValue?, of field: Field, words: Words) -> String {
    switch value {
    case .text(let text): text
    case .list(let items): words.names(items, NameList.Kind(field))
    case .amount(.undisclosed): words.amount(.undisclosed)
    case .amount(.known(let money)): words.amountInFull(.known(money))
    case .date(let date): date.description
    case .kind(let kind): words.projectKind(kind)
    case .next(let step): step.text
    case nil: ""
    }
  }
}

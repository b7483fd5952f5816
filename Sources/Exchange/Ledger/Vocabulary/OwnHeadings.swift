internal import Pipeline
internal import SafeText
internal import Vocabulary
internal import Wording

/// The headings that our own ledgers are written with, in both languages, and the fields' names.
enum OwnHeadings {
  /// - Parameter name: See ``HeadingText/bare(_:)``.
  static func column(named name: String) -> LedgerColumn? {
    if let column = known[name] { return column }
    return Field(spoken: name).flatMap { field in
      Field.editable.contains(field) ? (field == .next ? .nextText : .field(field)) : nil
    }
  }

  private static let known: [String: LedgerColumn] = {
    var known: [String: LedgerColumn] = [:]
    for profile in LedgerProfile.allCases {
      for column in profile.columns {
        for language in Language.allCases {
          let name = HeadingText.bare(column.heading(in: Words(language)))
          // A county's name for a field reads as the field.
          if case .named(let field, _) = column {
            known[name] = .field(field)
          } else {
            known[name] = column == .amountInYi ? .field(.amount) : column
          }
        }
      }
    }
    return known
  }()
}

internal import Pipeline
package import Vocabulary

/// A column of a table as it was understood.
package struct TableColumn: Hashable, Sendable {
  /// From 0.
  package let place: Int
  /// What stands over it, the widest heading first; one of them or more is not empty.
  package let headings: [String]
  /// Nil when nobody knows what it means.
  package var meaning: ColumnMeaning?
  /// What a bare number counts in it; nil when nothing says that.
  package var unit: AmountScale?
  package var unitSource = UnitSource.nothing
  /// Two units in one heading, of which another column tells which is meant: 亿美元/亿元.
  package var alternatives: [AmountScale] = []
  package var isHidden = false
  /// Whether nobody knew what it means, so that its words are kept.
  package var isUnknown = false

  package enum UnitSource: Hashable, Sendable { case nothing, heading, table, answer }

  /// The heading as a person would name the column.
  package var heading: String {
    let text = headings.last { !$0.isEmpty } ?? ""
    guard text.contains(where: \.isNewline) else { return text }
    // A line break in a narrow cell parts no words of Chinese: 项目\n名称.
    return text.split(whereSeparator: \.isNewline).reduce(into: "") { whole, part in
      let isWide = (whole.last?.isIdeograph ?? true) || (part.first?.isIdeograph ?? true)
      whole += (isWide ? "" : " ") + part
    }
  }
}

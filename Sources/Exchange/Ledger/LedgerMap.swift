internal import Pipeline
internal import Wording

/// What a bureau's own headings mean, where ours are not known to it.
package struct LedgerMap: Hashable, Sendable {
  enum Meaning: Hashable, Sendable {
    case column(LedgerColumn, Money.Unit?)
    /// Not to be read.
    case nothing
  }

  private var meanings: [String: Meaning] = [:]

  /// A map that leaves every heading to itself.
  package init() {}

  /// Adds a heading and what it means: a heading of ours, a field's code, or - for nothing.
  ///
  /// - Returns: False when that names no column.
  package mutating func add(_ heading: String, means meaning: String) -> Bool {
    let key = LedgerSheet.bare(heading)
    if key.isEmpty { return false }
    if meaning == "-" {
      meanings[key] = .nothing
      return true
    }
    guard let column = LedgerSheet.column(named: LedgerSheet.bare(meaning)), !column.isComputed
    else { return false }
    meanings[key] = .column(column, LedgerSheet.unit(in: meaning))
    return true
  }

  subscript(heading: String) -> Meaning? { meanings[heading] }
}

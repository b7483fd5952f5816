package import Pipeline

extension Filter {
  /// Where what is looked for stands in the text of a field: the words of free text, and those asked
  /// for in that field alone.
  package func ranges(in text: String, of field: Field) -> [Range<String.Index>] {
    var queries = words
    for case .text(let key, let wanted) in clauses where key.field == field {
      queries += wanted.queries
    }
    return Filter.merged(queries.flatMap { $0.ranges(in: text) })
  }

  /// Ranges from left to right, those that touch joined.
  static func merged(_ ranges: [Range<String.Index>]) -> [Range<String.Index>] {
    var merged: [Range<String.Index>] = []
    for range in ranges.sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}

extension Filter.TextKey {
  fileprivate var field: Field {
    switch self {
    case .owner: .owner
    case .lead: .lead
    case .cluster: .cluster
    case .industry: .industry
    case .tag: .tags
    }
  }
}

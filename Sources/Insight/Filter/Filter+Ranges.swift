package import Pipeline

extension Filter {
  /// Where what is looked for stands in the text of a field: the words of free text, and those asked
  /// for in that field alone.
  package func ranges(in text: String, of field: Field) -> [Range<String.Index>] {
    var found = words.flatMap { $0.ranges(in: text) }
    for condition in conditions where !condition.isExcluded {
      guard case .text(field, let wanted) = condition.clause else { continue }
      for alternative in wanted.texts {
        switch alternative.look {
        case .part(let query): found += query.ranges(in: text)
        case .whole(let names):
          if names.contains(where: { $0.isIn(text) }) {
            found.append(text.startIndex..<text.endIndex)
          }
        }
      }
    }
    return Filter.merged(found)
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

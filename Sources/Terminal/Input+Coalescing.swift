package import Canvas

extension Array where Element == Input {
  /// The inputs with every run of drags by one button cut to its last.
  package var coalesced: [Input] {
    var kept: [Input] = []
    kept.reserveCapacity(count)
    for input in self {
      if case .pointer(let next) = input, case .drag = next.action,
        case .pointer(let last)? = kept.last, last.action == next.action
      {
        kept[kept.count - 1] = input
      } else {
        kept.append(input)
      }
    }
    return kept
  }
}

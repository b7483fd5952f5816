package import Canvas

extension Array where Element == Input {
  /// The inputs with every run of drags by one button cut to its last, and every run of plain
  /// characters in one piece.
  ///
  /// Text that is pasted without brackets comes as keys, thousands of them at once.
  ///
  /// - Complexity: O(inputs).
  package var coalesced: [Input] {
    var kept: [Input] = []
    kept.reserveCapacity(count)
    var run = ""
    for input in self {
      if let character = input.plainCharacter {
        run.unicodeScalars.append(contentsOf: character.unicodeScalars)
        continue
      }
      kept.append(typed: &run)
      if case .pointer(let next) = input, case .drag = next.action,
        case .pointer(let last)? = kept.last, last.action == next.action
      {
        kept[kept.count - 1] = input
      } else {
        kept.append(input)
      }
    }
    kept.append(typed: &run)
    return kept
  }

  /// Adds a run; one character is a key.
  private mutating func append(typed run: inout String) {
    if let first = run.unicodeScalars.first {
      append(run.unicodeScalars.count == 1 ? .key(.character(Character(first))) : .typed(run))
    }
    run = ""
  }
}

extension Input {
  /// The character of a key without modifiers.
  fileprivate var plainCharacter: Character? {
    guard case .key(let key) = self, key.modifiers.isEmpty,
      case .character(let character) = key.code
    else { return nil }
    return character
  }
}

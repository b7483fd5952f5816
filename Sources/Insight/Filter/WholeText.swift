internal import Pipeline

/// A text that has to be there as a whole, whatever its case and width.
struct WholeText: Hashable, Sendable {
  private let scalars: [UInt32]

  init(_ text: some StringProtocol) {
    scalars = text.unicodeScalars.map { Folding.fold($0.value) }
  }

  func isIn(_ text: String) -> Bool {
    text.unicodeScalars.count == scalars.count
      && zip(text.unicodeScalars, scalars).allSatisfy { Folding.fold($0.value) == $1 }
  }

  func isIn(_ utf8: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    for scalar in scalars {
      guard index < utf8.count, Folding.fold(TextFinder.scalar(utf8, &index)) == scalar else {
        return false
      }
    }
    return index == utf8.count
  }
}

/// Texts being looked for in very many projects, each text that several have looked at once.
struct ValueFinder {
  private var looks: [Looking]
  private let remembers: Bool
  private var shared: [Answer] = []

  private enum Answer: UInt8 { case unknown, no, yes }

  private enum Looking {
    case part(TextFinder)
    case whole([WholeText])
  }

  init(_ texts: [Filter.TextAlternative], remembers: Bool) {
    self.remembers = remembers
    looks = texts.map { text in
      switch text.look {
      case .part(let query): .part(TextFinder(query, remembers: remembers))
      case .whole(let names): .whole(names)
      }
    }
  }

  /// Whether a text is one of those looked for.
  mutating func matches(_ text: TextBytes) -> Bool {
    guard remembers, let number = text.shared?.number else { return isFound(text) }
    if number >= shared.count {
      shared += repeatElement(.unknown, count: max(64, number + 1 - shared.count))
    }
    if shared[number] == .unknown { shared[number] = isFound(text) ? .yes : .no }
    return shared[number] == .yes
  }

  mutating func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { utf8 in
      isFound(TextBytes(UnsafeRawBufferPointer(utf8), shared: nil))
    }
  }

  private mutating func isFound(_ text: TextBytes) -> Bool {
    for index in looks.indices {
      switch looks[index] {
      case .whole(let names): if names.contains(where: { $0.isIn(text.utf8) }) { return true }
      case .part(var finder):
        let isFound = finder.matches(text)
        looks[index] = .part(finder)
        if isFound { return true }
      }
    }
    return false
  }
}

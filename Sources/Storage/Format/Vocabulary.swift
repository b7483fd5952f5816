internal import Glibc
internal import Pipeline

/// Whether two stretches of bytes are the same.
func isEqual(_ bytes: [UInt8], _ other: UnsafeBufferPointer<UInt8>) -> Bool {
  guard bytes.count == other.count else { return false }
  guard let start = other.baseAddress, !bytes.isEmpty else { return true }
  return memcmp(bytes, start, bytes.count) == 0
}

/// The words of the format for the cases of one type, found by their bytes.
struct Vocabulary<Value: Sendable>: Sendable {
  private let words: [(bytes: [UInt8], value: Value)]

  init(_ values: some Sequence<Value>, word: (Value) -> String) {
    words = values.map { (Array(word($0).utf8), $0) }
  }

  /// - Complexity: O(words), almost always without looking at more than their lengths.
  func value(_ bytes: UnsafeBufferPointer<UInt8>) -> Value? {
    for word in words where word.bytes.count == bytes.count {
      if isEqual(word.bytes, bytes) { return word.value }
    }
    return nil
  }
}

enum Words {
  static let kinds = Vocabulary(Event.Kind.allCases, word: \.rawValue)
  static let stages = Vocabulary(Stage.allCases, word: \.code)
  static let fields = Vocabulary(Field.allCases, word: \.rawValue)
  static let projectKinds = Vocabulary(ProjectKind.allCases, word: \.rawValue)
  static let moveKinds = Vocabulary(MoveKind.allCases, word: \.rawValue)
  static let statuses = Vocabulary(Status.Kind.allCases, word: \.rawValue)
  static let losses = Vocabulary(LossReason.allCases, word: \.rawValue)
  static let activities = Vocabulary(ActivityKind.allCases, word: \.rawValue)
  static let milestones = Vocabulary(MilestoneKind.allCases, word: \.rawValue)
  static let outcomes = Vocabulary(Outcome.allCases, word: \.code)
  static let units = Vocabulary(Money.Unit.allCases, word: \.rawValue)
  static let recoveries = Vocabulary(StoreRecovery.Kind.allCases, word: \.rawValue)
  static let entries = Vocabulary(DirectoryKey.Kind.allCases, word: \.rawValue)
}

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
  private struct Word {
    let length: Int
    /// The first eight bytes, with zeros behind a shorter word.
    let head: UInt64
    let bytes: [UInt8]
    let value: Value
  }

  private let words: [Word]

  init(_ values: some Sequence<Value>, word: (Value) -> String) {
    words = values.map { value in
      let bytes = Array(word(value).utf8)
      let head = bytes.withUnsafeBufferPointer { Vocabulary.head($0) }
      return Word(length: bytes.count, head: head, bytes: bytes, value: value)
    }
  }

  /// - Complexity: O(words), almost always without looking at more than eight bytes of each.
  func value(_ bytes: UnsafeBufferPointer<UInt8>) -> Value? {
    let head = Vocabulary.head(bytes)
    for index in words.indices
    where words[index].head == head && words[index].length == bytes.count {
      if bytes.count <= 8 || isEqual(words[index].bytes, bytes) { return words[index].value }
    }
    return nil
  }

  @inline(__always)
  private static func head(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if bytes.count >= 8, let start = bytes.baseAddress {
      return UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
    }
    var head: UInt64 = 0
    for (index, byte) in bytes.enumerated() { head |= UInt64(byte) << UInt64(index * 8) }
    return head
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
  static let reminderSteps = Vocabulary(Reminder.Step.allCases, word: \.rawValue)
  static let recoveries = Vocabulary(StoreRecovery.Kind.allCases, word: \.rawValue)
  static let entries = Vocabulary(DirectoryKey.Kind.allCases, word: \.rawValue)
}

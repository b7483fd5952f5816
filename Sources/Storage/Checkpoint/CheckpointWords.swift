internal import Pipeline

/// The cases of the closed sets, by their places in `allCases`.
///
/// A checkpoint names a case by its place. The sum over all words is part of every header, so that
/// one from before a case was added or moved is ignored; so is one whose writer passed over a kind of
/// event or register that is known by now.
enum CheckpointWords {
  static let fields = Places(Field.allCases)
  static let projectKinds = Places(ProjectKind.allCases)
  static let moveKinds = Places(MoveKind.allCases)
  static let losses = Places(LossReason.allCases)
  static let activities = Places(ActivityKind.allCases)
  static let milestones = Places(MilestoneKind.allCases)
  static let units = Places(Money.Unit.allCases)

  /// What is different when any set is.
  static let sum: UInt32 = {
    var words: [String] = Field.allCases.map(\.rawValue)
    words += ProjectKind.allCases.map(\.rawValue) + MoveKind.allCases.map(\.rawValue)
    words += LossReason.allCases.map(\.rawValue) + ActivityKind.allCases.map(\.rawValue)
    words += MilestoneKind.allCases.map(\.rawValue) + Money.Unit.allCases.map(\.rawValue)
    words += Stage.allCases.map(\.code) + Outcome.allCases.map(\.code)
    words += Status.Kind.allCases.map(\.rawValue)
    words += Event.Kind.allCases.map(\.rawValue) + RegisterKind.allCases.map(\.rawValue)
    // What is kept packed is kept as it is in memory.
    words += ["\(ProjectKey.rule)", 1.littleEndian == 1 ? "little" : "big"]
    return CRC32C.sum(Array(words.joined(separator: "\n").utf8))
  }()

  /// A set's cases and where they stand.
  ///
  /// Looked through one by one: they are few, and to make a table of places of each set took a seventh
  /// of opening.
  struct Places<Value: Equatable & Sendable>: Sendable {
    let values: [Value]

    init(_ values: [Value]) { self.values = values }

    func place(of value: Value) -> UInt8 {
      values.firstIndex(of: value).map { UInt8(truncatingIfNeeded: $0) } ?? .max
    }
  }
}

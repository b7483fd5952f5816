/// The cases of the closed sets by their places, as packed forms name them.
enum Codes {
  static let losses = Places(LossReason.allCases)
  static let projectKinds = Places(ProjectKind.allCases)
  static let activities = Places(ActivityKind.allCases)

  struct Places<Value: Equatable & Sendable>: Sendable {
    private let values: [Value]

    init(_ values: [Value]) { self.values = values }

    /// A case by its place; the last one for a place that none has.
    subscript(code: UInt8) -> Value { values[min(Int(code), values.count - 1)] }

    func code(of value: Value) -> UInt8 {
      UInt8(truncatingIfNeeded: values.firstIndex(of: value) ?? 0)
    }
  }
}

extension MoveKind {
  @inlinable
  init(code: UInt8) {
    switch code {
    case 0: self = .start
    case 1: self = .advance
    case 2: self = .skip
    default: self = .back
    }
  }

  var code: UInt8 {
    switch self {
    case .start: 0
    case .advance: 1
    case .skip: 2
    case .back: 3
    }
  }
}

extension Status.Kind {
  @inlinable
  init(code: UInt8) {
    switch code {
    case 0: self = .ongoing
    case 1: self = .hold
    case 2: self = .lost
    case 3: self = .withdrawn
    default: self = .archived
    }
  }

  var code: UInt8 {
    switch self {
    case .ongoing: 0
    case .hold: 1
    case .lost: 2
    case .withdrawn: 3
    case .archived: 4
    }
  }
}

/// A project's number, shown as `#27`; given by the store, never used again.
package struct ProjectID: Hashable, Sendable {
  package let number: UInt32
  package init(_ number: UInt32) { self.number = number }
}

extension ProjectID: Comparable, CustomStringConvertible {
  package static func < (lhs: ProjectID, rhs: ProjectID) -> Bool { lhs.number < rhs.number }
  package var description: String { "#\(number)" }
}

/// An activity's number.
package struct ActivityID: Hashable, Sendable {
  package let number: UInt32
  package init(_ number: UInt32) { self.number = number }
}

/// A milestone's number.
package struct MilestoneID: Hashable, Sendable {
  package let number: UInt32
  package init(_ number: UInt32) { self.number = number }
}

/// An event's place in the one order that all writers share, from 1.
package struct SequenceNumber: Hashable, Sendable {
  package let number: UInt64
  package init(_ number: UInt64) { self.number = number }
  package var next: SequenceNumber { SequenceNumber(number + 1) }

  /// Before the first event.
  package static let origin = SequenceNumber(0)
}

extension SequenceNumber: Comparable, CustomStringConvertible {
  package static func < (lhs: SequenceNumber, rhs: SequenceNumber) -> Bool {
    lhs.number < rhs.number
  }
  package var description: String { "\(number)" }
}

/// Who did something: the account on this machine, and the name shown.
package struct Actor: Hashable, Sendable {
  package let uid: UInt32
  package let name: String

  package init(uid: UInt32, name: String) {
    self.uid = uid
    self.name = name
  }
}

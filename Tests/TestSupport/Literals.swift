package import Pipeline

// Days and dates are written in tests as people write them: `on: "2023-07-19"`, `on: "2023-07"`.

extension Day: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    guard let day = Day(text) else {
      preconditionFailure("a test names a day that is none: \(text)")
    }
    self = day
  }
}

extension BusinessDate: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    guard let date = BusinessDate(text) else {
      preconditionFailure("a test names a date that is none: \(text)")
    }
    self = date
  }
}

extension ProjectID: ExpressibleByIntegerLiteral {
  package init(integerLiteral number: UInt32) { self.init(number) }
}

extension ActivityID: ExpressibleByIntegerLiteral {
  package init(integerLiteral number: UInt32) { self.init(number) }
}

extension MilestoneID: ExpressibleByIntegerLiteral {
  package init(integerLiteral number: UInt32) { self.init(number) }
}

extension SequenceNumber: ExpressibleByIntegerLiteral {
  package init(integerLiteral number: UInt64) { self.init(number) }
}

extension Money {
  /// Reads `3000万元`; for tests, which know that it can be read.
  package static func of(_ value: String, _ unit: Unit = .wan) -> Money {
    guard let money = Money(value, unit: unit) else {
      preconditionFailure("a test names a sum that is none: \(value)")
    }
    return money
  }
}

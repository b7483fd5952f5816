/// What a unit, a cluster or everybody is to reach within a year.
package struct Target: Hashable, Sendable {
  /// The year it is to be reached in, or by the end of which.
  package var year = 0
  package var measure = Measure.signings
  /// The unit that is to reach it; nil for all together.
  package var unit: String?
  package var cluster: String?
  /// The value of a measure that counts.
  package var count: Int?
  /// The value of a measure in money.
  package var amount: Amount?
  package var note: String?
  package var unknownMembers: String?

  package init(year: Int, measure: Measure) {
    self.year = year
    self.measure = measure
  }

  init() {}

  /// What is counted or summed up.
  package enum Measure: String, CaseIterable, Hashable, Sendable {
    /// Projects that entered signing in the year.
    case signings
    /// The known amounts of those.
    case signedAmount = "signed-amount"
    /// Contacts with investors, and those for which we travelled.
    case contacts, visits
    /// Projects first met in the year.
    case leads
    /// Projects whose construction began in the year, batches included.
    case starts
    /// Funds that arrived in the year.
    case funds
    /// What a cluster has come to: the known amounts of its projects, whenever they began.
    case scale

    package var isAmount: Bool {
      switch self {
      case .signedAmount, .funds, .scale: true
      case .signings, .contacts, .visits, .leads, .starts: false
      }
    }
  }

  mutating func visit<Visitor: MemberVisitor>(_ visitor: inout Visitor) throws(Visitor.Fault) {
    try visitor.number("year", &year, in: 1900...2999)
    try visitor.word("measure", &measure)
    try visitor.text("unit", &unit)
    try visitor.text("cluster", &cluster)
    try visitor.number("count", &count, in: 0...9_999_999)
    try visitor.amount("amount", &amount)
    try visitor.text("note", &note, .note)
    try visitor.unknownMembers(&unknownMembers)
  }
}

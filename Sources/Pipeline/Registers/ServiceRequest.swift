/// What a firm in the zone asks for, advises, or says of what was done for it: 问需、问策、问效.
package struct ServiceRequest: Hashable, Sendable {
  package internal(set) var id = RequestID(0)
  /// The firm that asks.
  package var organisation = ""
  package var kind = Kind.need
  package var category: Category?
  /// What it is about.
  package var subject = ""
  package var received = BusinessDate.unknown
  /// How it came: a round of visits, a meeting, a hotline.
  package var channel: String?
  /// 快速办理通道: handled out of turn.
  package var isFast = false
  /// The unit that deals with it.
  package var unit: String?
  package var due: Day?
  /// When each step after collecting was taken; nil when it was not, or not yet.
  package var forwarded: BusinessDate?
  package var started: BusinessDate?
  package var closed: BusinessDate?
  package var revisited: BusinessDate?
  package var result: String?
  /// How often the firm had to come: 只跑一次 is one, or none at all.
  package var trips: Int?
  /// From 1, very bad, to 5, very good.
  package var satisfaction: Int?
  /// The code of the delegated power it falls under.
  package var matter: String?
  package var project: ProjectID?
  package var note: String?
  /// What was said of steps that it was taken back from, for when they are taken again.
  package internal(set) var earlier = Earlier()
  package var unknownMembers: String?

  /// Days and answers of steps that no longer stand.
  package struct Earlier: Hashable, Sendable {
    package internal(set) var forwarded: BusinessDate?
    package internal(set) var started: BusinessDate?
    package internal(set) var closed: BusinessDate?
    package internal(set) var revisited: BusinessDate?
    package internal(set) var result: String?
    package internal(set) var trips: Int?
    package internal(set) var satisfaction: Int?
  }

  package init(organisation: String, kind: Kind, subject: String, received: BusinessDate) {
    self.organisation = organisation
    self.kind = kind
    self.subject = subject
    self.received = received
  }

  init() {}

  package enum Kind: String, CaseIterable, Hashable, Sendable { case need, advice, result }

  /// What it concerns, as the rounds of asking sort it.
  package enum Category: String, CaseIterable, Hashable, Sendable {
    case infrastructure, talent, finance, policy, land, approval, other
  }

  /// How far it has come: 收集、转办、办理、办结、回访.
  package enum Status: String, CaseIterable, Hashable, Sendable {
    case collected, forwarded, handling, closed, revisited
  }

  /// The last step that was taken.
  package var status: Status {
    Status.allCases.last { self[$0] != nil } ?? .collected
  }

  package var isClosed: Bool { closed != nil || revisited != nil }

  /// When a step was taken.
  package internal(set) subscript(status: Status) -> BusinessDate? {
    get {
      switch status {
      case .collected: received
      case .forwarded: forwarded
      case .handling: started
      case .closed: closed
      case .revisited: revisited
      }
    }
    set {
      switch status {
      case .collected: received = newValue ?? .unknown
      case .forwarded: forwarded = newValue
      case .handling: started = newValue
      case .closed: closed = newValue
      case .revisited: revisited = newValue
      }
    }
  }

  /// Within how many days a request is to be closed, when nobody says otherwise.
  ///
  /// A week is what the cities that publish a rule give themselves.
  package static let usualDays = 7
  /// The same on the fast lane.
  package static let fastDays = 2

  mutating func visit<Visitor: MemberVisitor>(_ visitor: inout Visitor) throws(Visitor.Fault) {
    try visitor.identity("number", &id.number)
    try visitor.text("organisation", &organisation, .name)
    try visitor.word("kind", &kind)
    try visitor.word("category", &category)
    try visitor.text("subject", &subject)
    try visitor.date("received", &received)
    try visitor.text("channel", &channel)
    try visitor.flag("fast", &isFast)
    try visitor.text("unit", &unit)
    try visitor.day("due", &due)
    try visitor.date("forwarded", &forwarded)
    try visitor.date("started", &started)
    try visitor.date("closed", &closed)
    try visitor.date("revisited", &revisited)
    try visitor.text("result", &result, .note)
    try visitor.number("trips", &trips, in: 0...99)
    try visitor.number("satisfaction", &satisfaction, in: 1...5)
    try visitor.text("matter", &matter)
    try visitor.project("project", &project)
    try visitor.text("note", &note, .note)
    try visitor.date("earlier_forwarded", &earlier.forwarded)
    try visitor.date("earlier_started", &earlier.started)
    try visitor.date("earlier_closed", &earlier.closed)
    try visitor.date("earlier_revisited", &earlier.revisited)
    try visitor.text("earlier_result", &earlier.result, .note)
    try visitor.number("earlier_trips", &earlier.trips, in: 0...99)
    try visitor.number("earlier_satisfaction", &earlier.satisfaction, in: 1...5)
    try visitor.unknownMembers(&unknownMembers)
  }
}

/// A service request's number, given by the store and never used again.
package struct RequestID: Hashable, Sendable {
  package internal(set) var number: UInt32
  package init(_ number: UInt32) { self.number = number }
}

extension RequestID: Comparable {
  package static func < (lhs: RequestID, rhs: RequestID) -> Bool { lhs.number < rhs.number }
}

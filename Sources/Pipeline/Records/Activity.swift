/// Something that was done with investors: a trip, a reception, a call.
package struct Activity: Hashable, Sendable {
  package let id: ActivityID
  package var facts: Facts
  /// The event that recorded it.
  package let sequence: SequenceNumber

  /// What a ledger line says.
  package struct Facts: Hashable, Sendable {
    /// The projects it was for; several may share one.
    package var projects: [ProjectID]
    package var kind: ActivityKind
    package var on: BusinessDate
    package var place: String?
    package var sites: [String] = []
    /// Our units, the first one leading.
    package var lead: [String] = []
    /// The organisations met.
    package var counterparts: [String] = []
    package var leader: Leader?
    package var team: [String] = []
    /// Activities of one journey share a trip's name.
    package var trip: String?
    /// Activities printed as one ledger line share its reference.
    package var line: String?
    /// How many real occurrences the record stands for.
    package var times: Int = 1
    /// 人次: person-visits.
    package var headcount: Int?
    /// 天数: days away.
    package var days: Int?
    package var outcome: Outcome?
    package var outcomeText: String?
    package var note: String?
    /// Members of an exchange file that this version does not know, as one JSON object.
    package var unknownMembers: String?

    package init(projects: [ProjectID], kind: ActivityKind, on: BusinessDate) {
      self.projects = projects
      self.kind = kind
      self.on = on
    }
  }
}

/// The head of a delegation, with the title held on that day.
package struct Leader: Hashable, Sendable {
  package var name: String
  package var title: String?

  package init(name: String, title: String?) {
    self.name = name
    self.title = title
  }
}

/// A dated fact after or beside the stages: registered, started, in production.
package struct Milestone: Hashable, Sendable {
  package let id: MilestoneID
  package var facts: Facts
  package let sequence: SequenceNumber

  package struct Facts: Hashable, Sendable {
    /// The projects it concerns; none when ``subject`` says what it is about.
    package var projects: [ProjectID]
    package var kind: MilestoneKind
    package var on: BusinessDate
    /// As it was printed, such as 工商设立.
    package var name: String?
    /// What it concerns beside the pipeline's projects: a park, a base, a batch.
    package var subject: String?
    package var cluster: String?
    /// A batch of so many: 集中开工 32.
    package var count: Int = 1
    package var amount: Amount?
    package var document: String?
    package var note: String?
    package var unknownMembers: String?

    package init(projects: [ProjectID], kind: MilestoneKind, on: BusinessDate) {
      self.projects = projects
      self.kind = kind
      self.on = on
    }
  }
}

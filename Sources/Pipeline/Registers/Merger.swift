/// A project found to be another one, entered twice.
package struct Merger: Hashable, Sendable {
  /// The one that is gone.
  package var project = ProjectID(0)
  /// The one that goes on.
  package var into = ProjectID(0)
  package var on = BusinessDate.unknown
  /// The records that the other one got by it.
  package var activities: [UInt32] = []
  package var milestones: [UInt32] = []
  package var requests: [UInt32] = []
  package var handOvers: [UInt32] = []
  /// The stages and notes it took over, each by how many events before the closing it was recorded.
  package var steps: [UInt32] = []
  /// The points of the checklist and the phases it took over, by name.
  package var decisions: [String] = []
  package var phases: [String] = []
  /// The fields it had no value for, by their names in files.
  package var fields: [String] = []
  package var investors: [String] = []
  package var tags: [String] = []
  package var unknownMembers: String?

  init() {}

  init(_ project: ProjectID, into other: ProjectID, on date: BusinessDate) {
    self.project = project
    into = other
    on = date
  }

  mutating func visit<Visitor: MemberVisitor>(_ visitor: inout Visitor) throws(Visitor.Fault) {
    try visitor.project("project", &project)
    try visitor.project("into", &into)
    try visitor.date("on", &on)
    try visitor.references("activities", &activities)
    try visitor.references("milestones", &milestones)
    try visitor.references("requests", &requests)
    try visitor.references("hand_overs", &handOvers)
    try visitor.references("steps", &steps)
    try visitor.texts("decisions", &decisions)
    try visitor.texts("phases", &phases)
    try visitor.texts("fields", &fields)
    try visitor.texts("investors", &investors)
    try visitor.texts("tags", &tags)
    try visitor.unknownMembers(&unknownMembers)
  }
}

extension Event {
  /// Whether it says that one project was merged into another.
  package var isMerger: Bool {
    if case .registerChanged(let change) = self, case .merger = change.new { true } else { false }
  }
}

/// A phase of a project or of a park: 一期, 二期, with its own dates.
package struct Phase: Hashable, Sendable {
  package var project: ProjectID?
  /// What it is a phase of, beside the pipeline's projects: a park, a base.
  package var subject: String?
  package var name = ""
  /// The firm that moves in or builds.
  package var firm: String?
  package var cluster: String?
  package var amount: Amount?
  /// When it is to be finished.
  package var due: Day?
  package var registered: BusinessDate?
  package var started: BusinessDate?
  package var completed: BusinessDate?
  package var inProduction: BusinessDate?
  package var note: String?
  package var unknownMembers: String?

  package init(_ name: String, of project: ProjectID) {
    self.name = name
    self.project = project
  }

  package init(_ name: String, of subject: String) {
    self.name = name
    self.subject = subject
  }

  init() {}

  /// The furthest of its dated steps.
  package var state: State {
    if inProduction != nil { return .inProduction }
    if completed != nil { return .completed }
    if started != nil { return .started }
    return registered != nil ? .registered : .planned
  }

  package enum State: String, CaseIterable, Hashable, Sendable {
    case planned, registered, started, completed
    case inProduction = "in-production"
  }

  mutating func visit<Visitor: MemberVisitor>(_ visitor: inout Visitor) throws(Visitor.Fault) {
    try visitor.project("project", &project)
    try visitor.text("subject", &subject)
    try visitor.text("name", &name, .name)
    try visitor.text("firm", &firm)
    try visitor.text("cluster", &cluster)
    try visitor.amount("amount", &amount)
    try visitor.day("due", &due)
    try visitor.date("registered", &registered)
    try visitor.date("started", &started)
    try visitor.date("completed", &completed)
    try visitor.date("in_production", &inProduction)
    try visitor.text("note", &note, .note)
    try visitor.unknownMembers(&unknownMembers)
  }
}

/// A point on a project's way through approval: a committee, a meeting, a document.
package struct Decision: Hashable, Sendable {
  package var project = ProjectID(0)
  package var name = ""
  /// Its place in the checklist, from 1.
  package var place = 1
  /// Who decides.
  package var body: String?
  package var due: Day?
  /// When it was passed; nil while it is open.
  package var done: BusinessDate?
  package var document: String?
  package var note: String?
  package var unknownMembers: String?

  package init(project: ProjectID, name: String, place: Int) {
    self.project = project
    self.name = name
    self.place = place
  }

  init() {}

  mutating func visit<Visitor: MemberVisitor>(_ visitor: inout Visitor) throws(Visitor.Fault) {
    try visitor.project("project", &project)
    try visitor.text("name", &name, .name)
    try visitor.number("place", &place, in: 1...999)
    try visitor.text("body", &body)
    try visitor.day("due", &due)
    try visitor.date("done", &done)
    try visitor.text("document", &document)
    try visitor.text("note", &note, .note)
    try visitor.unknownMembers(&unknownMembers)
  }
}

/// By which of the three procedures a project is approved.
package enum ApprovalRoute: String, CaseIterable, Hashable, Sendable {
  /// 备案: most projects of companies.
  case filing
  /// 核准: those on the government's list.
  case verification
  /// 审批: those paid for by the state.
  case approval
}

/// How far a project has come within the stage of approval.
package enum ApprovalState: String, CaseIterable, Hashable, Sendable {
  case notStarted = "not-started"
  case inProgress = "in-progress"
  case granted, refused
}

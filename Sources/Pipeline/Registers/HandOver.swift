/// 流转: a project offered by one unit to another, and what the other said.
package struct HandOver: Hashable, Sendable {
  package internal(set) var id = HandOverID(0)
  package var project = ProjectID(0)
  package var from: String?
  package var to = ""
  package var on = BusinessDate.unknown
  package var reason: String?
  package var answer: Answer?
  package var answered: BusinessDate?
  package var note: String?
  package var unknownMembers: String?

  package init(_ project: ProjectID, from: String?, to: String, on: BusinessDate) {
    self.project = project
    self.from = from
    self.to = to
    self.on = on
  }

  init() {}

  package enum Answer: String, CaseIterable, Hashable, Sendable { case accepted, declined }

  mutating func visit<Visitor: MemberVisitor>(_ visitor: inout Visitor) throws(Visitor.Fault) {
    try visitor.identity("number", &id.number)
    try visitor.project("project", &project)
    try visitor.text("from", &from)
    try visitor.text("to", &to, .name)
    try visitor.date("on", &on)
    try visitor.text("reason", &reason)
    try visitor.word("answer", &answer)
    try visitor.date("answered", &answered)
    try visitor.text("note", &note, .note)
    try visitor.unknownMembers(&unknownMembers)
  }
}

/// A hand-over's number, given by the store and never used again.
package struct HandOverID: Hashable, Sendable {
  package internal(set) var number: UInt32
  package init(_ number: UInt32) { self.number = number }
}

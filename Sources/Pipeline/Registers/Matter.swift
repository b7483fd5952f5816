/// A power delegated to the zone, 权力事项, as the catalogue lists it.
package struct Matter: Hashable, Sendable {
  package var code = ""
  package var name = ""
  /// Whose power it was.
  package var level: Level?
  /// The unit that exercises it now.
  package var unit: String?
  /// Within how many days it has to be settled.
  package var days: Int?
  package var note: String?
  package var unknownMembers: String?

  package init(code: String, name: String) {
    self.code = code
    self.name = name
  }

  init() {}

  package enum Level: String, CaseIterable, Hashable, Sendable { case province, city, county }

  mutating func visit<Visitor: MemberVisitor>(_ visitor: inout Visitor) throws(Visitor.Fault) {
    try visitor.text("code", &code, .name)
    try visitor.text("name", &name, .name)
    try visitor.word("level", &level)
    try visitor.text("unit", &unit)
    try visitor.number("days", &days, in: 0...9999)
    try visitor.text("note", &note, .note)
    try visitor.unknownMembers(&unknownMembers)
  }
}

/// What is said of the catalogue as a whole, so that what is listed can be checked against it.
package struct MatterCatalogue: Hashable, Sendable {
  package var name = ""
  /// How many matters there are by the document that delegates them.
  package var stated = 0
  package var note: String?
  package var unknownMembers: String?

  package init(name: String, stated: Int) {
    self.name = name
    self.stated = stated
  }

  init() {}

  mutating func visit<Visitor: MemberVisitor>(_ visitor: inout Visitor) throws(Visitor.Fault) {
    try visitor.text("name", &name, .name)
    try visitor.number("stated", &stated, in: 0...99_999)
    try visitor.text("note", &note, .note)
    try visitor.unknownMembers(&unknownMembers)
  }
}

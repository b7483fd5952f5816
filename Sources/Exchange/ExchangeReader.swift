internal import JSON
internal import Pipeline

/// Makes an intake of a parsed file.
struct ExchangeReader {
  var intake = Intake()
  var unheld: [ExchangePath] = []
  var directoryCounts: [(list: String, count: Int)] = []
  /// The place of each project in the file, from 1, by its key.
  private var keys: [String: ProjectID] = [:]

  /// The lists of records.
  static let lists = Set(
    RegisterKind.allCases.map(\.list)
      + ["projects", "activities", "milestones", "organisations", "people", "clusters"])

  mutating func read(_ outline: ExchangeOutline) throws(ExchangeFault) {
    let root = outline.root
    let format = try root.required("format", .format(ExchangeFile.format))
    guard format.value.string == ExchangeFile.format else {
      throw format.fault(.format(ExchangeFile.format))
    }
    let version = try root.required("version", .version(ExchangeFile.version))
    guard version.value.integer == ExchangeFile.version else {
      throw version.fault(.version(ExchangeFile.version))
    }
    try readDirectory(outline)
    try outline.each("projects") { node throws(ExchangeFault) in
      intake.projects.append(try project(node))
    }
    try outline.each("activities") { node throws(ExchangeFault) in
      intake.activities.append(try activity(node))
    }
    try outline.each("milestones") { node throws(ExchangeFault) in
      intake.milestones.append(try milestone(node))
    }
    try readRegisters(outline)
    note(root, known: Self.lists.union(["format", "version"]))
  }

  // MARK: What this version does not know

  /// The unknown members of a record as one JSON object, kept with the record.
  func unknownMembers(of node: ExchangeNode, known: Set<String>) throws(ExchangeFault) -> String? {
    var unknown = JSONObject()
    for member in try node.object() where !known.contains(member.key) {
      unknown.append(member.value, forNewKey: member.key)
    }
    return unknown.members.isEmpty ? nil : JSONWriter.text(of: .object(unknown))
  }

  /// Notes the unknown members of an object that has no room for them; empty ones say nothing.
  mutating func note(_ node: ExchangeNode, known: Set<String>) {
    for member in node.value.object ?? JSONObject()
    where !known.contains(member.key) && !member.value.isNull && member.value != .array([]) {
      unheld.append(node.path.member(member.key))
    }
  }

  // MARK: Project keys

  mutating func register(_ node: ExchangeNode) throws(ExchangeFault) {
    guard let key = try node.member("key") else { return }
    let id = ProjectID(UInt32(intake.projects.count + 1))
    if keys.updateValue(id, forKey: try key.text()) != nil {
      throw ExchangeFault(.duplicateKey(try key.text()), at: key.path)
    }
  }

  func projects(of node: ExchangeNode) throws(ExchangeFault) -> [ProjectID] {
    try node.list("projects").map { key throws(ExchangeFault) in try project(keyed: key) }
  }

  func project(keyed key: ExchangeNode) throws(ExchangeFault) -> ProjectID {
    guard let id = keys[try key.text()] else {
      throw ExchangeFault(.unknownProject(try key.text()), at: key.path)
    }
    return id
  }

  // MARK: Amounts

  /// `undisclosed`, or an object; null is read as a missing member before.
  mutating func amount(_ node: ExchangeNode) throws(ExchangeFault) -> Amount {
    if node.value.string == "undisclosed" { return .undisclosed }
    guard node.value.object != nil else { throw node.fault(.amount) }
    let value = try node.required("value", .decimal)
    let unit: Money.Unit =
      try node.member("unit").map { unit throws(ExchangeFault) in
        try unit.word(Money.Unit.self)
      } ?? .one
    let currency = try node.member("currency").map { node throws(ExchangeFault) in
      guard let currency = Currency(code: try node.text()) else {
        throw node.fault(.word(["CNY", "USD", "HKD", "EUR", "JPY"]))
      }
      return currency
    }
    guard let decimal = value.value.string ?? value.value.literal,
      let money = Money(decimal, unit: unit, currency: currency ?? .yuan)
    else { throw value.fault(.decimal) }
    note(node, known: ["value", "unit", "currency"])
    return .known(money)
  }
}

internal import JSON
internal import Pipeline

/// A register's record for machines: every member, null for those without a value.
struct EntryJSON: MemberVisitor {
  private(set) var object = JSONObject()

  /// The object of a record.
  static func object(of entry: RegisterEntry) -> JSONObject {
    var writing = EntryJSON()
    // A visitor changes what it sees only when it reads.
    var entry = entry
    entry.visit(&writing)
    return writing.object
  }

  mutating func member(
    _ name: String, _ value: inout MemberValue?, _ form: MemberForm, isRequired: Bool
  ) {
    switch form {
    case .unknownMembers, .references: return
    case .flag: object[name] = .bool(value != nil)
    case .identity:
      if case .number(let number) = value { object["id"] = .integer(number) }
    default: object[name] = value.map(json(of:)) ?? .null
    }
  }

  private func json(of value: MemberValue) -> JSONValue {
    switch value {
    case .text(let text): .string(text)
    case .texts(let texts): .init(texts)
    case .number(let number): .integer(number)
    case .flag: true
    case .day(let day): .string(day.description)
    case .date(let date): .string(date.description)
    case .amount(let amount): .amount(amount)
    case .project(let id): .integer(id.number)
    case .numbers(let numbers): .array(numbers.map { .integer($0) })
    }
  }
}

extension JSONValue {
  /// An object with members put behind those of another.
  static func object(_ object: JSONObject, adding members: (String, JSONValue)...) -> JSONValue {
    var object = object
    for (name, value) in members { object[name] = value }
    return .object(object)
  }
}

internal import JSON
internal import Pipeline

/// Fills a record from a JSON object; members it is not asked for are passed over.
struct MemberReading: MemberVisitor {
  let object: JSONObject

  /// A member that is not what it should be: the record is a newer version's.
  struct Mismatch: Error {}

  mutating func member(
    _ name: String, _ value: inout MemberValue?, _ form: MemberForm, isRequired: Bool
  ) throws(Mismatch) {
    guard let json = object[name] else {
      if isRequired { throw Mismatch() }
      value = nil
      return
    }
    guard let read = MemberReading.value(json, form) else { throw Mismatch() }
    value = read
  }

  private static func value(_ json: JSONValue, _ form: MemberForm) -> MemberValue? {
    switch form {
    case .name, .line, .note, .unknownMembers: json.string.map(MemberValue.text)
    case .word(let words):
      json.string.flatMap { words.contains($0) ? MemberValue.text($0) : nil }
    case .lines: texts(json).map(MemberValue.texts)
    case .number(let range):
      json.integer.flatMap { range.contains($0) ? MemberValue.number($0) : nil }
    case .identity: number(json).map { .number(Int($0)) }
    case .flag: json.bool == true ? .flag : nil
    case .day: json.string.flatMap { Day($0) }.map(MemberValue.day)
    case .date: json.string.flatMap { BusinessDate($0) }.map(MemberValue.date)
    case .amount: amount(json).map(MemberValue.amount)
    case .project: number(json).map { .project(ProjectID($0)) }
    case .references: numbers(json).map(MemberValue.numbers)
    }
  }

  private static func number(_ json: JSONValue) -> UInt32? {
    json.integer.flatMap { UInt32(exactly: $0) }
  }

  private static func texts(_ json: JSONValue) -> [String]? {
    guard let elements = json.array else { return nil }
    let texts = elements.compactMap(\.string)
    return texts.count == elements.count ? texts : nil
  }

  private static func numbers(_ json: JSONValue) -> [UInt32]? {
    guard let elements = json.array else { return nil }
    let numbers = elements.compactMap(number)
    return numbers.count == elements.count ? numbers : nil
  }

  private static func amount(_ json: JSONValue) -> Amount? {
    if json.string == "undisclosed" { return .undisclosed }
    guard let object = json.object, let value = object["value"]?.string,
      let unit = object["unit"]?.string.flatMap({ Money.Unit(rawValue: $0) }),
      let currency = object["currency"]?.string.flatMap({ Currency(code: $0) })
    else { return nil }
    return Money(value, unit: unit, currency: currency).map(Amount.known)
  }
}

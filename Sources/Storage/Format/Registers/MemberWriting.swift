internal import JSON
internal import Pipeline

/// Makes a JSON object of a record's members; one without a value is left out.
struct MemberWriting: MemberVisitor {
  private(set) var object = JSONObject()

  mutating func member(
    _ name: String, _ value: inout MemberValue?, _ form: MemberForm, isRequired: Bool
  ) {
    guard let value else { return }
    object[name] =
      switch value {
      case .text(let text): .string(text)
      case .texts(let texts): .array(texts.map(JSONValue.string))
      case .number(let number): .integer(number)
      case .flag: .bool(true)
      case .day(let day): .string(day.description)
      case .date(let date): .string(date.description)
      case .amount(let amount): amount.json
      case .project(let id): .integer(id.number)
      case .numbers(let numbers): .array(numbers.map { .integer($0) })
      }
  }
}

extension Amount {
  fileprivate var json: JSONValue {
    guard case .known(let money) = self else { return "undisclosed" }
    return [
      "value": .string(money.value), "unit": .string(money.unit.rawValue),
      "currency": .string(money.currency.code),
    ]
  }
}

internal import JSON
internal import Pipeline

extension ExchangeWriter {
  /// The lists of the registers; one without a record is left out.
  func putRegisters(of intake: Intake, into file: inout JSONObject) {
    for kind in RegisterKind.allCases {
      let records = intake.registers.filter { $0.key.kind == kind }.map(record)
      if !records.isEmpty { file[kind.list] = .array(records) }
    }
  }

  private func record(_ entry: RegisterEntry) -> JSONValue {
    var writing = RegisterWriting(writer: self)
    // A visitor changes what it sees only when it reads.
    var entry = entry
    entry.visit(&writing)
    return .object(writing.object)
  }
}

private struct RegisterWriting: MemberVisitor {
  let writer: ExchangeWriter
  private(set) var object = JSONObject()

  init(writer: ExchangeWriter) { self.writer = writer }

  mutating func member(
    _ name: String, _ value: inout MemberValue?, _ form: MemberForm, isRequired: Bool
  ) {
    guard let value else { return }
    switch (form, value) {
    case (.identity, _), (.references, _): break
    case (.unknownMembers, .text(let json)): object.put(unknown: json)
    case (_, .text(let text)): object[name] = .string(text)
    case (_, .texts(let texts)): object[name] = .array(texts.map(JSONValue.string))
    case (_, .number(let number)): object[name] = .integer(number)
    case (_, .flag): object[name] = .bool(true)
    case (_, .day(let day)): object[name] = .string(day.description)
    case (_, .date(let date)): object[name] = .string(date.description)
    case (_, .amount(let amount)): object[name] = writer.amount(amount)
    case (_, .project(let id)): object[name] = writer.key(of: id).map(JSONValue.string)
    case (_, .numbers): break
    }
  }
}

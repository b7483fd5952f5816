internal import JSON
internal import Pipeline

extension RegisterKind {
  /// The list of the file that holds its records.
  var list: String {
    switch self {
    case .request: "requests"
    case .matter: "matters"
    case .catalogue: "catalogues"
    case .target: "targets"
    case .decision: "decisions"
    case .phase: "phases"
    case .handOver: "hand_overs"
    case .merger: "mergers"
    }
  }
}

extension ExchangeReader {
  mutating func readRegisters(_ outline: ExchangeOutline) throws(ExchangeFault) {
    for kind in RegisterKind.allCases {
      try outline.each(kind.list) { node throws(ExchangeFault) in
        intake.registers.append(try entry(kind, node))
      }
    }
  }

  private mutating func entry(_ kind: RegisterKind, _ node: ExchangeNode) throws(ExchangeFault)
    -> RegisterEntry
  {
    var entry = RegisterEntry(blank: kind)
    var reading = RegisterReading(reader: self, node: node)
    try entry.visit(&reading)
    unheld = reading.reader.unheld
    return entry
  }
}

/// Fills a record from its place in a file.
private struct RegisterReading: MemberVisitor {
  var reader: ExchangeReader
  let node: ExchangeNode
  private var known: Set<String> = []

  init(reader: ExchangeReader, node: ExchangeNode) {
    self.reader = reader
    self.node = node
  }

  mutating func member(
    _ name: String, _ value: inout MemberValue?, _ form: MemberForm, isRequired: Bool
  ) throws(ExchangeFault) {
    switch form {
    // Numbers are the store's, which gives them anew.
    case .identity, .references: return
    case .unknownMembers:
      value = try reader.unknownMembers(of: node, known: known).map(MemberValue.text)
      return
    default: break
    }
    known.insert(name)
    guard let member = try node.member(name) else {
      // What happened on a day that nobody knows may be left out.
      if isRequired, case .date = form { return }
      if isRequired { throw ExchangeFault(.missing(form.expectation), at: node.path.member(name)) }
      value = nil
      return
    }
    value = try read(member, name, form)
  }

  private mutating func read(_ member: ExchangeNode, _ name: String, _ form: MemberForm)
    throws(ExchangeFault) -> MemberValue?
  {
    switch form {
    case .name, .line, .note, .unknownMembers: return .text(try member.text())
    case .word(let words):
      guard let text = member.value.string, words.contains(text) else {
        throw member.fault(.word(words))
      }
      return .text(text)
    case .lines: return .texts(try member.texts())
    case .number(let range):
      return try node.number(name, in: range).map(MemberValue.number)
    case .flag:
      guard let flag = member.value.bool else { throw member.fault(.word(["true", "false"])) }
      return flag ? .flag : nil
    case .day: return .day(try member.day())
    case .date: return .date(try member.date())
    case .amount: return .amount(try reader.amount(member))
    case .project: return .project(try reader.project(keyed: member))
    case .identity, .references: return nil
    }
  }
}

extension MemberForm {
  fileprivate var expectation: ExchangeError.Expectation {
    switch self {
    case .name, .line, .note: .name
    case .lines, .references: .list
    case .number(let range): .wholeNumber(range)
    case .flag: .word(["true", "false"])
    case .day: .day
    case .date: .date
    case .amount: .amount
    case .word(let words): .word(words)
    case .project, .identity, .unknownMembers: .text
    }
  }
}

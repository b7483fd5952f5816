/// What a record of a register is asked for, member by member.
///
/// A record describes its members once, in `visit`; writing it to the journal or to an exchange
/// file, reading it back, and cleaning what was typed are visitors, so that no format can forget a
/// member that another one has.
package protocol MemberVisitor {
  associatedtype Fault: Error

  /// Sees one member, and may change it.
  ///
  /// - Parameters:
  ///   - value: Nil when the member has none; a visitor that reads puts one there.
  ///   - isRequired: Whether a record without it makes no sense.
  mutating func member(
    _ name: String, _ value: inout MemberValue?, _ form: MemberForm, isRequired: Bool
  ) throws(Fault)
}

/// A member's value; its case belongs to the member's ``MemberForm``.
package enum MemberValue: Hashable, Sendable {
  case text(String)
  case texts([String])
  case number(Int)
  case flag
  case day(Day)
  case date(BusinessDate)
  case amount(Amount)
  case project(ProjectID)
  case numbers([UInt32])
}

/// What a member holds.
package enum MemberForm: Hashable, Sendable {
  case name, line, note
  case lines
  case number(ClosedRange<Int>)
  /// Written when true.
  case flag
  case day, date, amount, project
  /// One word of a closed set.
  case word([String])
  /// A number given by the store; a file of exchange gives none.
  case identity
  /// Numbers of activities or milestones, which a file of exchange has no words for.
  case references
  /// Members of an exchange file that this version does not know, as one JSON object.
  case unknownMembers
}

extension MemberVisitor {
  mutating func text(_ name: String, _ text: inout String, _ form: MemberForm = .line)
    throws(Fault)
  {
    var value: MemberValue? = text.isEmpty ? nil : .text(text)
    try member(name, &value, form, isRequired: true)
    if case .text(let seen) = value { text = seen }
  }

  mutating func text(_ name: String, _ text: inout String?, _ form: MemberForm = .line)
    throws(Fault)
  {
    var value = text.map(MemberValue.text)
    try member(name, &value, form, isRequired: false)
    if case .text(let seen) = value { text = seen } else { text = nil }
  }

  mutating func texts(_ name: String, _ texts: inout [String]) throws(Fault) {
    var value: MemberValue? = texts.isEmpty ? nil : .texts(texts)
    try member(name, &value, .lines, isRequired: false)
    if case .texts(let seen) = value { texts = seen } else { texts = [] }
  }

  mutating func number(_ name: String, _ number: inout Int, in range: ClosedRange<Int>)
    throws(Fault)
  {
    var value: MemberValue? = .number(number)
    try member(name, &value, .number(range), isRequired: true)
    if case .number(let seen) = value { number = seen }
  }

  mutating func number(_ name: String, _ number: inout Int?, in range: ClosedRange<Int>)
    throws(Fault)
  {
    var value = number.map(MemberValue.number)
    try member(name, &value, .number(range), isRequired: false)
    if case .number(let seen) = value { number = seen } else { number = nil }
  }

  mutating func flag(_ name: String, _ flag: inout Bool) throws(Fault) {
    var value: MemberValue? = flag ? .flag : nil
    try member(name, &value, .flag, isRequired: false)
    flag = value != nil
  }

  mutating func day(_ name: String, _ day: inout Day?) throws(Fault) {
    var value = day.map(MemberValue.day)
    try member(name, &value, .day, isRequired: false)
    if case .day(let seen) = value { day = seen } else { day = nil }
  }

  mutating func date(_ name: String, _ date: inout BusinessDate) throws(Fault) {
    var value: MemberValue? = .date(date)
    try member(name, &value, .date, isRequired: true)
    if case .date(let seen) = value { date = seen }
  }

  mutating func date(_ name: String, _ date: inout BusinessDate?) throws(Fault) {
    var value = date.map(MemberValue.date)
    try member(name, &value, .date, isRequired: false)
    if case .date(let seen) = value { date = seen } else { date = nil }
  }

  mutating func amount(_ name: String, _ amount: inout Amount?) throws(Fault) {
    var value = amount.map(MemberValue.amount)
    try member(name, &value, .amount, isRequired: false)
    if case .amount(let seen) = value { amount = seen } else { amount = nil }
  }

  mutating func word<Word: CaseIterable & RawRepresentable<String>>(
    _ name: String, _ word: inout Word
  ) throws(Fault) {
    var value: MemberValue? = .text(word.rawValue)
    try member(name, &value, .word(Word.allCases.map(\.rawValue)), isRequired: true)
    if case .text(let seen) = value, let known = Word(rawValue: seen) { word = known }
  }

  mutating func word<Word: CaseIterable & RawRepresentable<String>>(
    _ name: String, _ word: inout Word?
  ) throws(Fault) {
    var value = word.map { MemberValue.text($0.rawValue) }
    try member(name, &value, .word(Word.allCases.map(\.rawValue)), isRequired: false)
    if case .text(let seen) = value { word = Word(rawValue: seen) } else { word = nil }
  }

  mutating func project(_ name: String, _ project: inout ProjectID) throws(Fault) {
    var value: MemberValue? = .project(project)
    try member(name, &value, .project, isRequired: true)
    if case .project(let seen) = value { project = seen }
  }

  mutating func project(_ name: String, _ project: inout ProjectID?) throws(Fault) {
    var value = project.map(MemberValue.project)
    try member(name, &value, .project, isRequired: false)
    if case .project(let seen) = value { project = seen } else { project = nil }
  }

  mutating func identity(_ name: String, _ number: inout UInt32) throws(Fault) {
    var value: MemberValue? = .number(Int(number))
    try member(name, &value, .identity, isRequired: true)
    if case .number(let seen) = value { number = UInt32(clamping: seen) }
  }

  mutating func references(_ name: String, _ numbers: inout [UInt32]) throws(Fault) {
    var value: MemberValue? = numbers.isEmpty ? nil : .numbers(numbers)
    try member(name, &value, .references, isRequired: false)
    if case .numbers(let seen) = value { numbers = seen } else { numbers = [] }
  }

  mutating func unknownMembers(_ json: inout String?) throws(Fault) {
    try text("unknown_members", &json, .unknownMembers)
  }
}

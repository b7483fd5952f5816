internal import SafeText

/// Holds a record's members to the rules that texts, dates and numbers have everywhere.
struct MemberCleaning: MemberVisitor {
  let pipeline: Pipeline
  let kind: RegisterKind
  let today: Day

  mutating func member(
    _ name: String, _ value: inout MemberValue?, _ form: MemberForm, isRequired: Bool
  ) throws(Refusal) {
    switch value {
    case .text(let raw):
      switch form {
      case .word, .unknownMembers: break
      case .note: value = try cleaned(raw, .note, TextRule.note)
      case .name: value = try cleaned(raw, .name, TextRule.name)
      default: value = try cleaned(raw, .name, TextRule.line)
      }
    case .texts(let raw): value = .texts(try pipeline.texts(raw, .name))
    case .number(let number):
      if case .number(let range) = form, !range.contains(number) {
        throw .register(.outOfRange(number, range))
      }
    case .date(let date): try pipeline.requireNotFuture(date, today: today)
    case .project(let id): _ = try pipeline.project(id)
    case .flag, .day, .amount, .numbers, nil: break
    }
    if isRequired && value == nil { throw .register(.missing(kind, member: name)) }
  }

  private func cleaned(_ raw: String, _ site: Refusal.TextSite, _ rule: TextRule) throws(Refusal)
    -> MemberValue?
  {
    try pipeline.text(raw, site, rule: rule).map(MemberValue.text)
  }
}

/// Gives each project of a record another number, or takes it out of the record.
private struct ProjectRenumbering: MemberVisitor {
  let number: (ProjectID) -> ProjectID?
  private(set) var hasTakenOut = false
  /// Whether a project was taken out that the record makes no sense without.
  private(set) var isBroken = false

  init(_ number: @escaping (ProjectID) -> ProjectID?) { self.number = number }

  mutating func member(
    _ name: String, _ value: inout MemberValue?, _ form: MemberForm, isRequired: Bool
  ) {
    guard case .project(let id) = value else { return }
    value = number(id).map(MemberValue.project)
    if value != nil { return }
    hasTakenOut = true
    if isRequired { isBroken = true }
  }
}

extension RegisterEntry {
  /// The same with its projects numbered in another way.
  func renumbered(_ number: @escaping (ProjectID) -> ProjectID) -> RegisterEntry {
    var entry = self
    var renumbering = ProjectRenumbering(number)
    entry.visit(&renumbering)
    return entry
  }

  /// The same with its projects numbered in another way, and without those that have no number there.
  ///
  /// - Returns: Nil when the record makes no sense without what was taken out.
  package func renumberedWherePossible(_ number: @escaping (ProjectID) -> ProjectID?)
    -> RegisterEntry?
  {
    var entry = self
    var renumbering = ProjectRenumbering(number)
    entry.visit(&renumbering)
    if renumbering.isBroken { return nil }
    if renumbering.hasTakenOut, case .phase(let phase) = entry, phase.subject == nil { return nil }
    return entry
  }
}

/// Takes away what the store gives: a record's own number, and those of other records.
private struct NumberDropping: MemberVisitor {
  mutating func member(
    _ name: String, _ value: inout MemberValue?, _ form: MemberForm, isRequired: Bool
  ) {
    switch form {
    case .identity: value = .number(0)
    case .references: value = nil
    default: break
    }
  }
}

extension RegisterEntry {
  /// The same as a file of exchange carries it.
  package var withoutNumbers: RegisterEntry {
    var entry = self
    var dropping = NumberDropping()
    entry.visit(&dropping)
    return entry
  }
}

internal import SafeText

extension Pipeline {
  /// Every edit that a renaming comes to, as one step to be taken back.
  ///
  /// Activities and milestones say what was so on their day, and stay. An organisation keeps its old
  /// name as another one of its names, by which counts and filters still find what is theirs.
  ///
  /// - Complexity: O(projects, registers and directory), and the activities once.
  func renaming(_ raw: Renaming) throws(Refusal) -> [Event] {
    var renaming = raw
    guard let to = try text(raw.to, .name, rule: .name) else {
      throw .text(.name, TextFault(.nothingVisible, at: 0))
    }
    renaming.to = to
    if renaming.from == to { return [] }
    if !isNamed(renaming.from, as: raw.kind) { throw .nameUnknown(raw.kind, renaming.from) }
    if !renaming.merges, isTaken(by: renaming) { throw .nameTaken(renaming) }
    var events: [Event] = []
    for project in projects {
      let edits = raw.kind.fields.compactMap { field in
        project[field].flatMap { $0.renamed(renaming) }.map { FieldEdit(field, to: $0) }
      }
      if !edits.isEmpty { events += try editing(project, edits) }
    }
    for entry in registers.entries {
      guard let new = entry.renamed(renaming) else { continue }
      if new.key == entry.key {
        events.append(.registerChanged(RegisterChange(from: entry, to: new)))
        continue
      }
      // Two targets of one year and measure would be one: which, nobody but the person knows.
      if registers[new.key] != nil { throw .targetsMeet(entry) }
      events.append(.registerChanged(RegisterChange(removing: entry)))
      events.append(.registerChanged(RegisterChange(from: nil, to: new)))
    }
    return events + renamingEntries(renaming)
  }

  private func isNamed(_ name: String, as kind: Renaming.Kind) -> Bool {
    if let kind = kind.directoryKind, directory[DirectoryKey(kind, name)] != nil { return true }
    let probe = Renaming(kind, from: name, to: name + "?")
    return projects.contains { project in
      kind.fields.contains { project[$0].flatMap { $0.renamed(probe) } != nil }
    } || registers.entries.contains { $0.renamed(probe) != nil }
      || recordsNaming(name, as: kind) > 0
  }

  /// Whether others have the name; its own other name is free.
  private func isTaken(by renaming: Renaming) -> Bool {
    if case .organisation(let own) = directory[DirectoryKey(.organisation, renaming.from)],
      renaming.kind.directoryKind == .organisation, own.aliases.contains(renaming.to)
    {
      return false
    }
    return isNamed(renaming.to, as: renaming.kind)
  }

  private func renamingEntries(_ renaming: Renaming) -> [Event] {
    guard let kind = renaming.kind.directoryKind else { return [] }
    let old = directory[DirectoryKey(kind, renaming.from)]
    let there = directory[DirectoryKey(kind, renaming.to)]
    var events: [Event] = old.map { [.directoryChanged(old: $0, new: nil)] } ?? []
    switch kind {
    case .organisation:
      var new = Organisation(name: renaming.to)
      if case .organisation(let entry) = there ?? old { new = entry }
      new.name = renaming.to
      var others = new.aliases
      if case .organisation(let entry) = old { others += entry.aliases }
      others.append(renaming.from)
      new.aliases = []
      for name in others where name != new.name && !new.aliases.contains(name) {
        new.aliases.append(name)
      }
      events.append(.directoryChanged(old: there, new: .organisation(new)))
      for case .person(let person) in directory.values.sorted(by: { $0.key.name < $1.key.name })
      where person.organisation == renaming.from {
        var moved = person
        moved.organisation = renaming.to
        events.append(.directoryChanged(old: .person(person), new: .person(moved)))
      }
    case .person:
      if there == nil, case .person(var new) = old {
        new.name = renaming.to
        events.append(.directoryChanged(old: nil, new: .person(new)))
      }
    case .cluster:
      if there == nil, case .cluster(var new) = old {
        new.name = renaming.to
        events.append(.directoryChanged(old: nil, new: .cluster(new)))
      }
    }
    return events
  }
}

extension FieldValue {
  /// The value with the new name; nil when the old one is not in it.
  func renamed(_ renaming: Renaming) -> FieldValue? {
    switch self {
    case .text(renaming.from): return .text(renaming.to)
    case .list(let items) where items.contains(renaming.from):
      var renamed: [String] = []
      for item in items.map({ $0 == renaming.from ? renaming.to : $0 })
      where !renamed.contains(item) {
        renamed.append(item)
      }
      return .list(renamed)
    case .next(var step) where step.who == renaming.from:
      step.who = renaming.to
      return .next(step)
    default: return nil
    }
  }
}

extension RegisterEntry {
  /// The record with the new name; nil when the old one is not in it.
  func renamed(_ renaming: Renaming) -> RegisterEntry? {
    func name(_ text: String?) -> String? { text == renaming.from ? renaming.to : text }
    func name(_ text: String) -> String { text == renaming.from ? renaming.to : text }
    var new = self
    switch (renaming.kind, self) {
    case (.unit, .request(var request)), (.organisation, .request(var request)):
      (request.organisation, request.unit) = (name(request.organisation), name(request.unit))
      new = .request(request)
    case (.unit, .matter(var matter)), (.organisation, .matter(var matter)):
      matter.unit = name(matter.unit)
      new = .matter(matter)
    case (.unit, .target(var target)), (.organisation, .target(var target)):
      target.unit = name(target.unit)
      new = .target(target)
    case (.unit, .decision(var decision)), (.organisation, .decision(var decision)):
      decision.body = name(decision.body)
      new = .decision(decision)
    case (.unit, .phase(var phase)), (.organisation, .phase(var phase)):
      phase.firm = name(phase.firm)
      new = .phase(phase)
    case (.unit, .handOver(var handOver)), (.organisation, .handOver(var handOver)):
      (handOver.from, handOver.to) = (name(handOver.from), name(handOver.to))
      // What went between two that are one now stays as it was told.
      if handOver.from == handOver.to { return nil }
      new = .handOver(handOver)
    case (.cluster, .target(var target)):
      target.cluster = name(target.cluster)
      new = .target(target)
    case (.cluster, .phase(var phase)):
      phase.cluster = name(phase.cluster)
      new = .phase(phase)
    default: return nil
    }
    return new == self ? nil : new
  }
}

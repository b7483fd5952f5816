internal import SafeText

extension Pipeline {
  func saving(_ saving: DirectorySaving) throws(Refusal) -> [Event] {
    var new = try cleaned(saving.entry)
    let old = directory[new.key]
    if case .entry(let seen) = saving.expected, let old, seen != old {
      try new.takeWhatOthersWrote(old, since: seen)
    }
    return old == new ? [] : [.directoryChanged(old: old, new: new)]
  }

  private func cleaned(_ entry: DirectoryEntry) throws(Refusal) -> DirectoryEntry {
    func line(_ raw: String?) throws(Refusal) -> String? {
      try raw.flatMap { raw throws(Refusal) in try text(raw, .note) }
    }
    func name(_ raw: String) throws(Refusal) -> String {
      guard let name = try text(raw, .name, rule: .name) else {
        throw .text(.name, TextFault(.nothingVisible, at: 0))
      }
      return name
    }
    switch entry {
    case .organisation(var organisation):
      organisation.name = try name(organisation.name)
      organisation.aliases = try texts(organisation.aliases, .name)
      organisation.kind = try line(organisation.kind)
      organisation.creditCode = try line(organisation.creditCode)
      organisation.place = try line(organisation.place)
      organisation.note = try line(organisation.note)
      return .organisation(organisation)
    case .person(var person):
      person.name = try name(person.name)
      person.organisation = try line(person.organisation)
      person.title = try line(person.title)
      person.phone = try line(person.phone)
      person.note = try line(person.note)
      return .person(person)
    case .cluster(var cluster):
      cluster.name = try name(cluster.name)
      cluster.segments = try texts(cluster.segments, .name)
      cluster.target = try line(cluster.target)
      cluster.researchPlace = try line(cluster.researchPlace)
      cluster.productionPlace = try line(cluster.productionPlace)
      cluster.note = try line(cluster.note)
      return .cluster(cluster)
    }
  }
}

extension DirectoryEntry {
  /// Members left as they were seen take the value they have now.
  fileprivate mutating func takeWhatOthersWrote(
    _ theirs: DirectoryEntry, since seen: DirectoryEntry?
  )
    throws(Refusal)
  {
    for member in DirectoryMember.allCases where self[member] != theirs[member] {
      if self[member] == seen?[member] {
        self[member] = theirs[member]
      } else if seen?[member] != theirs[member] {
        throw .entryConflict(key, member, theirs: theirs[member], mine: self[member])
      }
    }
  }
}

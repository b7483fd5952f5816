package import Insight
package import Pipeline
package import Wording

/// What one person is told of a day.
package struct Digest: Hashable, Sendable {
  /// Nil for what is nobody's.
  package let person: String?
  package let day: Day
  package let sections: [Section]

  package struct Section: Hashable, Sendable {
    package let title: String
    package let duties: [Duty]
    /// One each, as they are read.
    package let lines: [String]
  }

  package var count: Int { sections.reduce(0) { $0 + $1.duties.count } }
}

/// What a digest names.
package struct DigestRules: Hashable, Sendable {
  /// How many days ahead of its day something is named.
  package var days = 3
  /// From how many days on a hand-over is named that waits.
  package var handOverDays = 1
  package var kinds = Set(Duty.Kind.allCases)

  package init() {}
}

extension Pipeline {
  /// A digest for everybody who has something to see to, by name; what is nobody's at the end.
  ///
  /// - Complexity: as ``duties(at:passing:)``, and O(d log d) in what there is to tell.
  package func digests(
    at moment: Moment, passing filter: Filter?, by rules: DigestRules, in words: Words
  ) -> [Digest] {
    let day = moment.day
    let told = duties(at: moment, passing: filter).filter { duty in
      guard rules.kinds.contains(duty.kind) else { return false }
      if duty.kind == .handOver { return duty.days >= rules.handOverDays }
      return duty.due.map { $0 <= day.adding(rules.days) } ?? true
    }
    let byPerson = Dictionary(grouping: told, by: \.person)
    let names = byPerson.keys.compactMap { $0 }.sorted()
    return (names.map(Optional.some) + (byPerson[nil] == nil ? [] : [nil])).map { person in
      Digest(person: person, day: day, sections: sections(byPerson[person] ?? [], day, words))
    }
  }

  private func sections(_ duties: [Duty], _ day: Day, _ words: Words) -> [Digest.Section] {
    let parts: [(String, (Duty) -> Bool, Bool)] = [
      (words.digestSection(.overdue), { $0.due != nil && $0.days > 0 }, true),
      (words.digestSection(.today), { $0.due == day }, false),
      (words.digestSection(.soon), { $0.due.map { $0 > day } ?? false }, false),
      (words.duty(.handOver), { $0.kind == .handOver }, true),
      (words.duty(.stale), { $0.kind == .stale }, true),
    ]
    return parts.compactMap { title, belongs, isLongestFirst in
      let chosen = duties.enumerated().filter { belongs($0.element) }.sorted { one, other in
        isLongestFirst
          ? (other.element.days, one.offset) < (one.element.days, other.offset)
          : (one.element.due?.number ?? 0, one.offset)
            < (other.element.due?.number ?? 0, other.offset)
      }.map(\.element)
      guard !chosen.isEmpty else { return nil }
      let lines = chosen.map { duty in
        let kind = duty.kind == .review || duty.kind == .request ? words.duty(duty.kind) + " " : ""
        return words.say(
          "\(kind)\(words.dutySubject(duty, in: self))（\(words.dutyDays(duty, on: day))）",
          "\(kind)\(words.dutySubject(duty, in: self)) (\(words.dutyDays(duty, on: day)))")
      }
      return Digest.Section(title: title, duties: chosen, lines: lines)
    }
  }
}

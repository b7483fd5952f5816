package import Pipeline

/// The contacts up to a day, by all rules, which go from day to day.
struct HindsightContacts: Sendable {
  private var sums = ContactSums(CountingRule.allCases)
  /// The numbers of all contacts with a date, by day.
  private var byDay: [UInt32] = []
  /// Where the contacts of each day begin in ``byDay``, from ``firstDay`` on, and the end.
  private var starts: [Int32] = [0]
  private var firstDay: Int32 = 0
  /// The numbers of contacts whose day is not known, but their month or range.
  private var vague: [UInt32] = []
  /// Whether contacts without a project count: when no filter asks for projects.
  private let admitsAlone: Bool

  init(_ pipeline: Pipeline, at cutoff: Cutoff, _ rows: HindsightRows, admitsAlone: Bool) {
    self.admitsAlone = admitsAlone
    var dated: [(number: UInt32, day: Int32)] = []
    for number in stride(from: UInt32(1), through: pipeline.activities.lastNumber, by: 1) {
      guard let contact = pipeline.contact(number, &sums.names), contact.kind.isContact else {
        continue
      }
      if let settled = contact.settled { dated.append((number, settled.number)) }
      if contact.on.span != 0 { vague.append(number) }
      guard contact.on.isSettled(by: cutoff) else { continue }
      if admits(contact, rows, []) { sums.add(contact, times: 1) }
    }
    sort(dated)
  }

  /// Puts the numbers in the order of their days, by counting: there are half a million of them.
  private mutating func sort(_ dated: [(number: UInt32, day: Int32)]) {
    guard let first = dated.lazy.map(\.day).min(), let last = dated.lazy.map(\.day).max() else {
      return
    }
    firstDay = first
    var places = [Int32](repeating: 0, count: Int(last) - Int(first) + 2)
    for (_, day) in dated { places[Int(day) - Int(first) + 1] += 1 }
    for index in places.indices.dropFirst() { places[index] += places[index - 1] }
    starts = places
    byDay = Array(repeating: 0, count: dated.count)
    for (number, day) in dated {
      let index = Int(day) - Int(first)
      byDay[Int(places[index])] = number
      places[index] += 1
    }
  }

  /// How many contacts there are up to a day.
  private func count(by day: Day) -> Int {
    let index = Int(day.number) - Int(firstDay) + 1
    return Int(starts[min(max(0, index), starts.count - 1)])
  }

  /// Goes from one cut-off to another.
  ///
  /// - Parameters:
  ///   - turned: The projects whose contacts counted before and do not by the rows, or the other way
  ///     round.
  ///   - rows: As they stand at the new one.
  mutating func look(
    at cutoff: Cutoff, from old: Cutoff, turned: Set<ProjectID>, _ rows: HindsightRows,
    in pipeline: Pipeline
  ) {
    var asked: Set<UInt32> = []
    for id in turned {
      for activity in pipeline[id]?.activities ?? [] { asked.insert(activity.number) }
    }
    for number in asked {
      guard let contact = pipeline.contact(number, &sums.names), contact.kind.isContact,
        contact.on.isSettled(by: old)
      else { continue }
      let (did, does) = (admits(contact, rows, turned), admits(contact, rows, []))
      if did != does { sums.add(contact, times: does ? 1 : -1) }
    }
    let (from, to) = (count(by: old.day), count(by: cutoff.day))
    for number in byDay[min(from, to)..<max(from, to)] {
      guard let contact = pipeline.contact(number, &sums.names), contact.on.span == 0 else {
        continue
      }
      if admits(contact, rows, []) { sums.add(contact, times: to > from ? 1 : -1) }
    }
    // A month counts from another day today than on a past day: few enough to be asked each time.
    for number in vague {
      guard let contact = pipeline.contact(number, &sums.names) else { continue }
      let (did, does) = (contact.on.isSettled(by: old), contact.on.isSettled(by: cutoff))
      if did != does, admits(contact, rows, []) { sums.add(contact, times: does ? 1 : -1) }
    }
  }

  /// Whether a contact counts; for `turned` projects the contrary of what the rows say holds.
  private func admits(_ contact: Counted, _ rows: HindsightRows, _ turned: Set<ProjectID>) -> Bool {
    func admits(_ id: ProjectID) -> Bool {
      guard rows.standing.indices.contains(Int(id.number)) else { return false }
      return rows.standing[Int(id.number)].admitsContacts != turned.contains(id)
    }
    guard let first = contact.project else { return admitsAlone }
    return admits(first) || contact.others.contains(where: admits)
  }

  var counters: [CountingRule: Counters] { sums.counters }
}

extension Hindsight {
  /// The contacts up to the day looked at by all rules.
  ///
  /// - Complexity: O(contacts) the first time, then O(contacts in between).
  package mutating func contacts(in pipeline: Pipeline) -> [CountingRule: Counters] {
    if let contacts { return contacts.counters }
    let counting = HindsightContacts(pipeline, at: cutoff, rows, admitsAlone: filter == nil)
    contacts = counting
    return counting.counters
  }
}

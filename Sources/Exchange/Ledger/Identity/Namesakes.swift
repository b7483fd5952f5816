internal import Pipeline

/// Those of one name, and which of them a row may be about, by firms, numbers and other systems' keys.
///
/// Each of the three tells most of many apart by itself, so that a row looks at few of them.
struct Namesakes {
  struct Entry {
    /// A row of the file, from 1, or a project's number.
    let number: Int
    /// A list takes half of a set, and there is one for each row.
    let firms: [ProjectKey]
    let keys: [String]
    let project: ProjectID?
  }

  /// Up to so many entries are looked at one after the other, and so many systems are told apart.
  static let few = 16

  private var entries: [Entry] = []
  private var index: Index?

  private struct Index {
    var firms = Part<ProjectKey>()
    var projects = Part<ProjectID>()
    var systems: [Substring: Part<String>] = [:]
  }

  /// Where the entries with a value stand, and those without any, each in their order.
  private struct Part<Value: Hashable> {
    var without: [Int] = []
    var with: [Value: [Int]] = [:]

    func places(of values: some Sequence<Value>) -> [[Int]] {
      [without] + values.compactMap { with[$0] }
    }
  }

  mutating func append(_ entry: Entry) {
    entries.append(entry)
    if index != nil {
      note(entries.count - 1)
    } else if entries.count > Namesakes.few {
      index = Index()
      for place in entries.indices { note(place) }
    }
  }

  private mutating func note(_ place: Int) {
    let entry = entries[place]
    if entry.firms.isEmpty { index?.firms.without.append(place) }
    for firm in Set(entry.firms) { index?.firms.with[firm, default: []].append(place) }
    if let project = entry.project {
      index?.projects.with[project, default: []].append(place)
    } else {
      index?.projects.without.append(place)
    }
    let systems = Set(entry.keys.map(Namesakes.system))
    // A file has a few; of more than that the others are merely not looked up.
    for system in systems where index?.systems[system] == nil {
      guard index?.systems.count ?? 0 < Namesakes.few else { break }
      // None of those before has a number of this system.
      index?.systems[system] = Part(without: Array(0..<place))
    }
    for system in index.map({ Array($0.systems.keys) }) ?? [] where !systems.contains(system) {
      index?.systems[system]?.without.append(place)
    }
    for key in Set(entry.keys) {
      index?.systems[Namesakes.system(key)]?.with[key, default: []].append(place)
    }
  }

  /// The first that nothing speaks against.
  func first(_ firms: Set<ProjectKey>, _ keys: [String], _ project: ProjectID?) -> Int? {
    guard let lists = candidates(firms, keys, project) else {
      return first(of: entries.indices, firms, keys, project).map { entries[$0].number }
    }
    return lists.compactMap { first(of: $0, firms, keys, project) }.min()
      .map { entries[$0].number }
  }

  /// All that nothing speaks against, in their order.
  func all(_ firms: Set<ProjectKey>, _ keys: [String], _ project: ProjectID?) -> [Int] {
    let places = candidates(firms, keys, project).map { Set($0.joined()).sorted() }
    return (places ?? Array(entries.indices)).filter { fits(entries[$0], firms, keys, project) }
      .map { entries[$0].number }
  }

  private func first(
    of places: some Sequence<Int>, _ firms: Set<ProjectKey>, _ keys: [String],
    _ project: ProjectID?
  ) -> Int? {
    places.first { fits(entries[$0], firms, keys, project) }
  }

  /// The fewest places that hold all that can fit; nil for all there are.
  private func candidates(_ firms: Set<ProjectKey>, _ keys: [String], _ project: ProjectID?)
    -> [[Int]]?
  {
    guard let index else { return nil }
    var parts: [[[Int]]] = []
    if !firms.isEmpty { parts.append(index.firms.places(of: firms)) }
    if let project { parts.append(index.projects.places(of: [project])) }
    for key in keys {
      if let part = index.systems[Namesakes.system(key)] { parts.append(part.places(of: [key])) }
    }
    func count(_ lists: [[Int]]) -> Int { lists.reduce(0) { $0 + $1.count } }
    return parts.min { count($0) < count($1) }
  }

  private func fits(
    _ entry: Entry, _ firms: Set<ProjectKey>, _ keys: [String], _ project: ProjectID?
  ) -> Bool {
    if !firms.isEmpty, !entry.firms.isEmpty, !entry.firms.contains(where: firms.contains) {
      return false
    }
    if let project, let other = entry.project, project != other { return false }
    return !Namesakes.disagree(entry.keys, keys)
  }

  /// Whether one system gave two numbers.
  static func disagree(_ left: [String], _ right: [String]) -> Bool {
    left.contains { mine in right.contains { system($0) == system(mine) && $0 != mine } }
  }

  /// The system that a key is of: `crm` of `crm:12`.
  private static func system(_ key: String) -> Substring { key.prefix { $0 != ":" } }
}

import Insight
import Pipeline
import TestSupport
import Testing

@testable import Exchange

@Suite("Those of one name")
struct NamesakesTests {
  /// One after the other, as anybody would look.
  private static func plain(
    _ entries: [Namesakes.Entry], _ firms: Set<ProjectKey>, _ keys: [String], _ project: ProjectID?
  ) -> [Int] {
    entries.filter { entry in
      let sharesFirm =
        firms.isEmpty || entry.firms.isEmpty || !firms.isDisjoint(with: entry.firms)
      let isSame = project == nil || entry.project == nil || project == entry.project
      return sharesFirm && isSame && !Namesakes.disagree(entry.keys, keys)
    }.map(\.number)
  }

  @Test("Few or many, the same are found as by looking at each", arguments: 0..<20)
  func found(_ seed: UInt64) {
    var chance = SplitMix64(seed: seed)
    func firms() -> [ProjectKey] {
      (0..<Int.random(in: 0...2, using: &chance)).map { _ in
        ProjectKey("红河第\(Int.random(in: 1...8, using: &chance))集团")
      }
    }
    func keys() -> [String] {
      (0..<Int.random(in: 0...2, using: &chance)).map { _ in
        "系统\(Int.random(in: 1...20, using: &chance)):\(Int.random(in: 1...3, using: &chance))"
      }
    }
    func project() -> ProjectID? {
      Bool.random(using: &chance) ? nil : ProjectID(.random(in: 1...4, using: &chance))
    }
    var namesakes = Namesakes()
    var entries: [Namesakes.Entry] = []
    for number in 1...200 {
      let asked = (Set(firms()), keys(), project())
      let expected = Self.plain(entries, asked.0, asked.1, asked.2)
      #expect(namesakes.all(asked.0, asked.1, asked.2) == expected)
      #expect(namesakes.first(asked.0, asked.1, asked.2) == expected.first)
      let entry = Namesakes.Entry(
        number: number, firms: firms(), keys: keys(), project: project())
      entries.append(entry)
      namesakes.append(entry)
    }
  }
}

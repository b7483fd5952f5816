import Insight
import Pipeline
import TestSupport
import Testing

@Suite("First talk and likely duplicates")
struct LikenessTests {
  private func ledger() throws -> Ledger {
    var ledger = Ledger()
    try ledger.add(
      "光翼激光（深圳）", on: "2023-06-01",
      [.firstTalkUnit: .text("投资促进局"), .firstTalkOn: .date("2023-05")])
    try ledger.add(
      "硅碳负极", on: .unknown,
      [.investors: .list(["魏桥创业集团有限公司"]), .lead: .list(["国信", "城市运营公司"])])
    try ledger.add("夜经济", [.investors: .list(["青岛东方"])])
    try ledger.commit(.archive(3, reason: "退库", on: .unknown))
    var company = Organisation(name: "远东宏信集团")
    company.aliases = ["远东租赁"]
    company.creditCode = "91310000"
    try ledger.commit(
      .saveDirectoryEntry(DirectorySaving(.organisation(company), expected: .anything)))
    var other = Organisation(name: "宏信建发")
    other.creditCode = "91310000"
    try ledger.commit(
      .saveDirectoryEntry(DirectorySaving(.organisation(other), expected: .anything)))
    try ledger.add("建设投资", [.investors: .list(["远东宏信集团"])])
    return ledger
  }

  private func likenesses(_ pipeline: Pipeline, _ name: String, _ investor: String) -> [Likeness] {
    pipeline.likenesses(to: [.name: .text(name), .investors: .list([investor])])
  }

  @Test("Names, investors, aliases and credit codes each give it away, with who talked first")
  func reasons() throws {
    let pipeline = try ledger().pipeline
    #expect(
      likenesses(pipeline, "光翼激光(深圳)有限公司", "无") == [
        Likeness(project: 1, reason: .name, firstTalkUnit: "投资促进局", firstTalkOn: "2023-05")
      ])
    #expect(
      likenesses(pipeline, "另一个", "魏桥创业 集团") == [
        Likeness(
          project: 2, reason: .investor("魏桥创业集团有限公司"), firstTalkUnit: "国信",
          firstTalkOn: nil)
      ])
    #expect(
      likenesses(pipeline, "另一个", "远东租赁有限公司").map(\.reason) == [
        .alias("远东宏信集团", of: "远东宏信集团")
      ])
    #expect(
      likenesses(pipeline, "另一个", "宏信建发").map(\.reason) == [.creditCode("91310000")])
    #expect(
      likenesses(pipeline, "夜经济", "青岛东方").map(\.project) == [3], "archived, and not absent")
    #expect(likenesses(pipeline, "新项目", "新公司") == [])
  }

  @Test("A stored project is not like itself, and each pair is told once")
  func pairs() throws {
    var ledger = try ledger()
    #expect(ledger.pipeline.likenesses(to: 1) == [])
    #expect(ledger.pipeline.likelyPairs().pairs == [])
    try ledger.add("二期", [.investors: .list(["远东租赁"])])
    try ledger.add("光翼激光深圳")
    let pairs = ledger.pipeline.likelyPairs().pairs
    #expect(pairs.map(\.project) == [1, 4])
    #expect(pairs.map(\.likeness.project) == [6, 5])
    #expect(pairs[0].likeness == ledger.pipeline.likenesses(to: 1).first)
    try ledger.commit(.register(.merge(6, into: 1, on: "2023-07-01")))
    #expect(
      ledger.pipeline.likelyPairs().pairs.map(\.project) == [4], "a known duplicate is settled")
    #expect(ledger.pipeline.likenesses(to: 1).map(\.project) == [6])
    try ledger.add("夜经济二期", [.investors: .list(["青岛东方"])])
    try ledger.add("光翼激光 深圳", [.investors: .list(["别家"])])
    let living = ledger.pipeline.likenesses(to: 8)
    #expect(living.map(\.project) == [1, 6], "those on the register first")
    #expect(ledger.pipeline.likelyPairs().pairs.map(\.project) == [1, 3, 4])
    try ledger.commit(.archive(7, reason: "退库", on: .unknown))
    #expect(
      ledger.pipeline.likelyPairs().pairs.map(\.project) == [1, 4], "of two archived nobody asks")
  }

  /// A ledger in which so many projects have one investor.
  private func shared(_ count: Int) throws -> Pipeline {
    var ledger = Ledger()
    for number in 1...count {
      try ledger.add("第\(number)号项目", [.investors: .list(["待定", "甲\(number / 2)"])])
    }
    return ledger.pipeline
  }

  @Test("Up to ten that share an investor are told in pairs, more of them as one crowd")
  func crowds() throws {
    let few = try shared(10).likelyPairs()
    #expect(few.pairs.count == 45 && few.crowds == [])
    let many = try shared(11).likelyPairs()
    #expect(many.crowds.map(\.common) == [.investor("待定")])
    #expect(many.crowds.first?.projects == (1...11).map { ProjectID($0) })
    #expect(many.crowds.first?.pairCount == 55)
    // What two of them share besides is still a pair.
    #expect(many.pairs.map(\.project) == [2, 4, 6, 8, 10])
    #expect(many.pairs.map(\.likeness.project) == [3, 5, 7, 9, 11])
  }

  @Test("Twice the projects of one investor give twice the answer, not four times")
  func growth() throws {
    let (once, twice) = (try shared(300).likelyPairs(), try shared(600).likelyPairs())
    #expect(once.pairs.count == 149 && twice.pairs.count == 299)
    #expect(twice.crowds.map(\.projects.count) == [600])
  }
}

import CustomDump
import Pipeline
import SafeText
import TestSupport
import Testing

@Suite("One name in the place of another") struct RenamingTests {
  /// Two projects of 招商一局 and 招商二局, with a target, a request, a hand-over and an activity.
  private func ledger() throws -> Ledger {
    var ledger = Ledger()
    var fields: [Field: FieldValue] = [
      .name: .text("光翼激光雷达"), .investors: .list(["光翼科技"]), .lead: .list(["招商一局", "招商二局"]),
      .owner: .text("王磊"), .cluster: .text("数字产业集群"), .tags: .list(["重点", "省重点"]),
      .firstTalkUnit: .text("招商一局"), .next: .next(NextStep(text: "送红线图", due: nil, who: "王磊")),
    ]
    try ledger.commit(.add(NewProject(fields: fields, on: "2023-07-19")))
    fields[.name] = .text("齐星铝业")
    fields[.lead] = .list(["招商二局"])
    fields[.owner] = .text("李娜")
    fields[.firstTalkUnit] = nil
    fields[.next] = nil
    fields[.tags] = .list(["链主"])
    try ledger.commit(.add(NewProject(fields: fields, on: "2023-07-20")))
    var target = Target(year: 2023, measure: .signings)
    (target.unit, target.count) = ("招商一局", 3)
    try ledger.commit(.register(.save(.target(target))))
    var request = ServiceRequest(
      organisation: "光翼科技", kind: .need, subject: "用电增容", received: "2023-08-01")
    request.unit = "招商一局"
    try ledger.commit(.register(.save(.request(request))))
    try ledger.commit(
      .register(.save(.handOver(HandOver(2, from: "招商二局", to: "招商一局", on: "2023-08-02")))))
    var facts = Activity.Facts(projects: [1], kind: .inbound, on: "2023-08-03")
    (facts.lead, facts.team) = (["招商一局"], ["王磊"])
    try ledger.commit(.log(facts))
    return ledger
  }

  @Test("A unit is renamed everywhere, in one step that undo takes back")
  func unit() throws {
    var ledger = try ledger()
    let before = ledger.pipeline
    let events = try ledger.commit(.rename(Renaming(.unit, from: "招商一局", to: "投资促进一局")))
    #expect(Set(events.map(\.commit)).count == 1)
    let now = ledger.pipeline
    #expect(now[1]?.lead == ["投资促进一局", "招商二局"])
    #expect(now[1]?.text(.firstTalkUnit) == "投资促进一局")
    #expect(now[2]?.lead == ["招商二局"])
    #expect(now.targets.map(\.unit) == ["投资促进一局"])
    #expect(now.targets.map(\.count) == [3])
    #expect(now.requests.first?.unit == "投资促进一局")
    #expect(now.handOvers.first?.to == "投资促进一局")
    // What was recorded stays; the directory knows that it is the same.
    #expect(now.activities.map(\.facts.lead) == [["招商一局"]])
    #expect(now.recordsNaming("招商一局", as: .unit) == 1)
    guard case .organisation(let entry) = now.directory[DirectoryKey(.organisation, "投资促进一局")]
    else { return #expect(Bool(false)) }
    #expect(entry.aliases == ["招商一局"])
    try ledger.undo()
    #expect(ledger.pipeline.projects.map(\.lead) == before.projects.map(\.lead))
    expectNoDifference(ledger.pipeline.registers.entries, before.registers.entries)
    expectNoDifference(ledger.pipeline.directory, before.directory)
    try ledger.redo()
    expectNoDifference(ledger.pipeline.directory, now.directory)
  }

  @Test("A name that is taken asks first; then the two are one, each once")
  func merging() throws {
    var ledger = try ledger()
    let renaming = Renaming(.unit, from: "招商一局", to: "招商二局")
    #expect(ledger.refusal(of: .rename(renaming)) == .nameTaken(renaming))
    try ledger.commit(.rename(Renaming(.unit, from: "招商一局", to: "招商二局", merges: true)))
    #expect(ledger.pipeline[1]?.lead == ["招商二局"])
    // An offer from one to the other stays as it was told.
    #expect(ledger.pipeline.handOvers.first?.to == "招商一局")
  }

  @Test("Two targets of one year and measure are not made one behind anybody's back")
  func targetsMeet() throws {
    var ledger = try ledger()
    var target = Target(year: 2023, measure: .signings)
    (target.unit, target.count) = ("招商二局", 5)
    try ledger.commit(.register(.save(.target(target))))
    let old = ledger.pipeline.targets.first { $0.unit == "招商一局" }
    #expect(
      ledger.refusal(of: .rename(Renaming(.unit, from: "招商一局", to: "招商二局", merges: true)))
        == old.map { .targetsMeet(.target($0)) })
  }

  @Test("A person, a cluster, a tag and a firm")
  func others() throws {
    var ledger = try ledger()
    try ledger.commit(.rename(Renaming(.person, from: "王磊", to: "王垒")))
    #expect(ledger.pipeline[1]?.owner == "王垒")
    #expect(ledger.pipeline[1]?.next?.who == "王垒")
    try ledger.commit(.rename(Renaming(.cluster, from: "数字产业集群", to: "数字经济集群")))
    #expect(ledger.pipeline.projects.map(\.cluster) == ["数字经济集群", "数字经济集群"])
    try ledger.commit(.rename(Renaming(.tag, from: "省重点", to: "重点", merges: true)))
    #expect(ledger.pipeline[1]?.tags == ["重点"])
    try ledger.commit(.rename(Renaming(.organisation, from: "光翼科技", to: "光翼科技有限公司")))
    #expect(ledger.pipeline.projects.map(\.investors) == [["光翼科技有限公司"], ["光翼科技有限公司"]])
    #expect(ledger.pipeline.requests.first?.organisation == "光翼科技有限公司")
  }

  @Test("What nobody is called is refused, and the same name changes nothing")
  func refusals() throws {
    var ledger = try ledger()
    #expect(
      ledger.refusal(of: .rename(Renaming(.unit, from: "招商九局", to: "招商一局")))
        == .nameUnknown(.unit, "招商九局"))
    #expect(try ledger.commit(.rename(Renaming(.tag, from: "重点", to: "重点 "))).isEmpty)
    #expect(
      ledger.refusal(of: .rename(Renaming(.tag, from: "重点", to: " ")))
        == .text(.name, TextFault(.nothingVisible, at: 0)))
  }
}

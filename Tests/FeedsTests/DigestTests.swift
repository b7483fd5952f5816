import Insight
import JSON
import Pipeline
import TestSupport
import Testing
import Wording

@testable import Feeds

@Suite("What people are told of")
struct DigestTests {
  private let words = Words(.zh)

  private func pipeline() -> Pipeline {
    var fixture = PipelineFixture()
    fixture.draw(
      "光翼激光雷达", "1 2026-11-20",
      [
        .investors: .list(["光翼科技"]), .owner: .text("王磊"),
        .next: .next(NextStep(text: "送用地红线图", due: "2026-11-27")),
      ])
    fixture.draw(
      "铝箔二期", "1 2026-11-20",
      [
        .owner: .text("李娜"),
        .next: .next(NextStep(text: "约法务看合同", due: "2026-12-01", who: "王磊")),
      ])
    fixture.draw(
      "冷链物流园", "1 2026-11-20", [.next: .next(NextStep(text: "回电话", due: "2026-11-30"))])
    return fixture.pipeline
  }

  private func digests(_ rules: DigestRules = DigestRules()) -> [Digest] {
    let pipeline = pipeline()
    return pipeline.digests(
      at: pipeline.moment(today: "2026-11-30"), passing: nil, by: rules, in: words)
  }

  @Test("A step is whose it is named for, else the owner's; what is nobody's comes last")
  func people() {
    let digests = digests()
    #expect(digests.map(\.person) == ["王磊", nil])
    #expect(digests.map(\.count) == [2, 1])
    #expect(
      digests[0].text(in: words) == """
        招商提醒 2026-11-30 周一：王磊 2 项

        已逾期 1
        - #1 光翼激光雷达：送用地红线图（逾期 3 天）

        近日 1
        - #2 铝箔二期：约法务看合同（12-01 周二）

        """)
  }

  @Test("The rules say how far ahead, and what of")
  func rules() {
    var rules = DigestRules()
    rules.days = 0
    #expect(digests(rules).map(\.count) == [1, 1])
    rules.kinds = [.stale]
    #expect(digests(rules) == [])
  }

  @Test("Robots get the shapes that they take, within their limits, and no link or mention")
  func robots() throws {
    let duty = Duty(
      kind: .step, project: nil, number: 1, person: "王磊", text: "x", due: "2026-11-30", days: 0)
    let line = "[点我](http://x) <@all> **急** `x`"
    let digest = Digest(
      person: "王磊", day: "2026-11-30",
      sections: [
        .init(
          title: "今天", duties: Array(repeating: duty, count: 400),
          lines: Array(repeating: line, count: 400))
      ])
    let wecom = digest.message(for: .wecom, in: words)
    let content = try #require(wecom.object?["markdown"]?.object?["content"]?.string)
    #expect(wecom.object?["msgtype"]?.string == "markdown")
    #expect(content.utf8.count <= 4096)
    #expect(!content.contains("[点我]") && !content.contains("<@all>") && content.contains("另有 "))
    let ding = digest.message(for: .dingtalk, in: words)
    #expect(ding.object?["markdown"]?.object?["title"]?.string == "招商提醒 2026-11-30 周一：王磊 400 项")
    let feishu = digest.message(for: .feishu, in: words)
    #expect(feishu.object?["msg_type"]?.string == "interactive")
    #expect(feishu.object?["card"]?.object?["elements"]?.array?.count == 1)
  }

  @Test("The calendar holds what has a day, of one person or of all")
  func calendar() {
    let pipeline = pipeline()
    let moment = pipeline.moment(today: "2026-11-30")
    let all = pipeline.calendar(at: moment, passing: nil, of: nil, store: "1f", in: words)
    #expect(all.map(\.uid) == ["step-1@1f", "step-3@1f", "step-2@1f"])
    #expect(all[0].summary == "#1 光翼激光雷达：送用地红线图")
    let his = pipeline.calendar(at: moment, passing: nil, of: "王磊", store: "1f", in: words)
    #expect(his.map(\.uid) == ["step-1@1f", "step-2@1f"])
  }
}

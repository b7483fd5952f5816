import Insight
import Pipeline
import Testing
import Wording

@Suite("Sentences of the registers")
struct RegisterSentenceTests {
  private let zh = Words(.zh)
  private let en = Words(.en)
  private let day = Day(year: 2023, month: 7, day: 19) ?? Day(number: 0)

  private func said(_ old: RegisterEntry?, _ new: RegisterEntry?) -> [String] {
    let event = RegisterChange(old: old, new: new).map(Event.registerChanged)
    guard let event else { return [] }
    return [zh, en].map { $0.event(event, pipeline: Pipeline()) }
  }

  @Test("Each change of a register is said in both languages")
  func changes() {
    let request = ServiceRequest(
      organisation: "魏桥", kind: .need, subject: "用电增容", received: .day(day))
    var closed = request
    closed.closed = .day(day)
    var target = Target(year: 2023, measure: .signings)
    target.count = 12
    let offer = HandOver(ProjectID(3), from: "国信", to: "投促局", on: .day(day))
    var declined = offer
    declined.answer = .declined
    var step = Decision(project: ProjectID(3), name: "投委会", place: 1)
    step.done = .day(day)
    #expect(
      said(nil, .request(request)) == [
        "新增服务诉求 0 魏桥：用电增容", "Added Request 0 魏桥: 用电增容",
      ])
    #expect(
      said(.request(request), .request(closed)) == [
        "服务诉求 0 魏桥：用电增容 → 办结 2023-07-19",
        "Request 0 魏桥: 用电增容: closed 2023-07-19",
      ])
    #expect(
      said(.target(target), nil) == [
        "去掉目标 2023 全区 签约个数 12", "Removed Target 2023 all Signings 12",
      ])
    #expect(
      said(.handOver(offer), .handOver(declined)) == [
        "流转 #3 国信 → 投促局：退回", "Hand-over #3 国信 → 投促局: declined",
      ])
    #expect(
      said(.decision(step), .decision(step)) == [
        "修改立项节点 #3 投委会（2023-07-19 完成）",
        "Changed Approval step #3 投委会 (done 2023-07-19)",
      ])
  }

  @Test("A total that is not met says by how many")
  func matters() {
    func sentence(_ stated: Int?, _ codes: [String]) -> String {
      var pipeline = Pipeline()
      var entries: [RegisterEntry] = codes.map { .matter(Matter(code: $0, name: "事项")) }
      if let stated { entries.append(.catalogue(MatterCatalogue(name: "权力事项", stated: stated))) }
      for (index, entry) in entries.enumerated() {
        guard let change = RegisterChange(old: nil, new: entry) else { continue }
        pipeline.apply(
          RecordedEvent(
            sequence: SequenceNumber(UInt64(index + 1)), id: "", part: 0, parts: 1,
            by: Actor(uid: 0, name: ""), host: "", recordedAt: 0, event: .registerChanged(change)))
      }
      return zh.matterCheck(pipeline.matterCheck)
    }
    #expect(sentence(137, []) == "应有 137 项，已列 0 项，还差 137 项")
    #expect(sentence(1, ["A"]) == "应有 1 项，已列 1 项，相符")
    #expect(sentence(1, ["A", "B"]) == "应有 1 项，已列 2 项，多出 1 项")
    #expect(sentence(nil, ["A"]) == "已列 1 项，没有总数可核对（matter total）")
  }

  @Test("Every subcommand, option and column of the registers has a line in both languages")
  func help() {
    for words in [zh, en] {
      let lines =
        RegisterTopic.allCases.map(words.about) + RegisterOption.allCases.map(words.option)
        + RegisterHeading.allCases.map(words.column)
        + Alert.Kind.allCases.map(words.alertKind)
      #expect(lines.allSatisfy { !$0.isEmpty && !$0.contains("Optional") })
    }
  }
}

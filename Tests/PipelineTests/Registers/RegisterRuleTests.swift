import Pipeline
import TestSupport
import Testing

@Suite("The registers beside the projects")
struct RegisterRuleTests {
  @Test("A target is a number or an amount as its measure wants, and is replaced under its key")
  func targets() throws {
    var ledger = Ledger()
    var target = Target(year: 2023, measure: .signings)
    #expect(
      ledger.refusal(of: .register(.save(.target(target))))
        == .register(.wantsCount(.signings)))
    target.count = 12
    target.amount = .undisclosed
    try ledger.commit(.register(.save(.target(target))))
    target.count = 15
    try ledger.commit(.register(.save(.target(target))))
    #expect(ledger.pipeline.targets.map(\.count) == [15])
    #expect(ledger.pipeline.targets[0].amount == nil)
    var scale = Target(year: 2028, measure: .scale)
    scale.count = 200
    #expect(
      ledger.refusal(of: .register(.save(.target(scale)))) == .register(.wantsAmount(.scale)))
    try ledger.undo()
    #expect(ledger.pipeline.targets.map(\.count) == [12])
  }

  @Test("A phase belongs to a project or to something named; its state is its furthest date")
  func phases() throws {
    var ledger = Ledger()
    try ledger.add("医药产业园")
    var phase = Phase("一期", of: ProjectID(1))
    #expect(phase.state == .planned)
    phase.started = "2023-01"
    #expect(phase.state == .started)
    phase.inProduction = .unknown
    #expect(phase.state == .inProduction)
    try ledger.commit(.register(.save(.phase(phase))))
    var early = phase
    early.completed = "2022-12-31"
    #expect(
      ledger.refusal(of: .register(.save(.phase(early))))
        == .register(.before("2022-12-31", earliest: "2023-01-01")))
    var nothing = phase
    nothing.project = nil
    #expect(
      ledger.refusal(of: .register(.save(.phase(nothing)))) == .register(.phaseOfNothing))
    let first = CommitReference(first: 1, count: 1, uid: 1000)
    #expect(
      ledger.refusal(of: .undo(ledger.events(of: first))) == .cannotUndo(1, .inUse(1)),
      "a project with a phase is not taken back")
  }

  @Test("A phase is not completed before it began")
  func phaseOrder() throws {
    var ledger = Ledger()
    let id = try ledger.add("光翼激光")
    var phase = Phase("一期", of: id)
    phase.started = "2023-08-02"
    phase.completed = "2023-08-01"
    #expect(
      ledger.refusal(of: .register(.save(.phase(phase))))
        == .register(.before("2023-08-01", earliest: "2023-08-02")))
    // A month may hold both days.
    phase.completed = "2023-08"
    #expect(ledger.refusal(of: .register(.save(.phase(phase)))) == nil)
  }

  @Test("A checklist stands in its own order")
  func decisions() throws {
    var ledger = Ledger()
    try ledger.add("铝基新材料")
    for (place, name) in [(2, "常务会"), (1, "投委会")] {
      try ledger.commit(
        .register(.save(.decision(Decision(project: 1, name: name, place: place)))))
    }
    #expect(ledger.pipeline.decisions(of: 1).map(\.name) == ["投委会", "常务会"])
    #expect(ledger.pipeline.decisions(of: 2) == [])
    let key = RegisterKey(decision: "投委会", of: 1)
    try ledger.commit(.register(.remove(key)))
    #expect(ledger.pipeline.decisions(of: 1).map(\.name) == ["常务会"])
    #expect(ledger.refusal(of: .register(.remove(key))) == .register(.unknownEntry(key)))
  }

  @Test("Keys are in the order of their numbers")
  func order() {
    let keys = [10, 2, 1].map { RegisterKey(RequestID($0)) }
    #expect(keys.sorted() == [1, 2, 10].map { RegisterKey(RequestID($0)) })
    let codes = ["10", "2", "1a"].map { RegisterKey(matter: $0) }
    #expect(codes.sorted().map(\.parts) == [["10"], ["1a"], ["2"]])
  }

  @Test("An import's registers speak of its own projects, and its requests get the next numbers")
  func intake() throws {
    var ledger = Ledger()
    try ledger.add("原有项目")
    var request = ServiceRequest(
      organisation: "魏桥", kind: .advice, subject: "招工", received: "2023-10-01")
    try ledger.commit(.register(.save(.request(request))))
    request.project = 1
    request.matter = "A-1"
    var intake = Intake()
    intake.projects = [
      Intake.Arrival(fields: [.name: .text("导入项目"), .investors: .list(["乙"])], stages: [])
    ]
    intake.registers = [.request(request), .matter(Matter(code: "A-1", name: "用工备案"))]
    let before = ledger.pipeline
    try ledger.commit(.take(intake))
    #expect(ledger.pipeline.requests.map(\.project) == [nil, 2])
    #expect(ledger.pipeline.requests.map(\.id.number) == [1, 2])
    try ledger.undo()
    #expect(ledger.pipeline.content == before.content)
    request.project = 2
    intake.registers = [.request(request)]
    #expect(
      ledger.refusal(of: .take(intake))
        == .intake(.register(.request, 0), .unknownProject(2)))
  }

  @Test("A cluster goes when nothing names it, and undo brings it back")
  func clusters() throws {
    var ledger = Ledger()
    #expect(ledger.refusal(of: .removeCluster("铝业集群")) == .unknownCluster("铝业集群"))
    try ledger.commit(
      .saveDirectoryEntry(
        DirectorySaving(.cluster(Cluster(name: "铝业集群")), expected: .anything)))
    var target = Target(year: 2023, measure: .signings)
    target.cluster = "铝业集群"
    target.count = 1
    try ledger.commit(.register(.save(.target(target))))
    #expect(
      ledger.refusal(of: .removeCluster("铝业集群"))
        == .clusterInUse("铝业集群", by: .entry(.target(target))))
    try ledger.undo()
    try ledger.commit(.removeCluster("铝业集群"))
    #expect(ledger.pipeline.clusters == [])
    try ledger.undo()
    #expect(ledger.pipeline.clusters.map(\.name) == ["铝业集群"])
    try ledger.add("铝箔", [.cluster: .text("铝业集群")])
    #expect(
      ledger.refusal(of: .removeCluster("铝业集群")) == .clusterInUse("铝业集群", by: .project(1)))
    #expect(Ledger.replay(ledger.log) == ledger.pipeline)
  }
}

import Exchange
import Glibc
import Insight
import JSON
import Pipeline
import TestSupport
import Testing

@Suite("The registers of the Zouping example")
struct ZoupingRegisterTests {
  private let now = Moment.now(today: "2023-09-04")

  private func factsFile() throws -> [UInt8] {
    let file = fopen(try #require(getenv("ZOUPING_FACTS")), "r")
    let stream = try #require(file)
    defer { fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, stream)
    return Array(bytes.prefix(count))
  }

  private func loaded() throws -> Pipeline {
    try Pipeline(taking: ExchangeFile(ZoupingExample.bytes).intake)
  }

  @Test("It holds each kind of record the article speaks of, and invents none")
  func counts() throws {
    let entries = try loaded().registers.entries
    let counts = Dictionary(grouping: entries, by: \.key.kind).mapValues(\.count)
    #expect(counts == [.request: 6, .catalogue: 1, .target: 1, .phase: 1])
  }

  @Test("137 powers are stated and none is named, so 137 are still to be listed")
  func powers() throws {
    let check = try loaded().matterCheck
    #expect(check.stated == 137 && check.listed == 0 && check.difference == -137)
  }

  @Test("Needs, advice and results are asked for, in the three categories that were printed")
  func requests() throws {
    let requests = try loaded().requests
    #expect(
      requests.map(\.kind) == [.need, .need, .need, .advice, .result, .need])
    #expect(
      requests.map(\.category) == [
        .infrastructure, .talent, .finance, nil, nil, .approval,
      ])
    #expect(requests.map(\.isFast) == [false, false, false, false, false, true])
    #expect(requests.allSatisfy { $0.due == nil && $0.received == .unknown && $0.trips == nil })
    let figures = try loaded().requestFigures(RequestQuestion(at: now))
    #expect(figures.oneTripShare == nil, "only the goal was printed")
  }

  @Test("The cluster's 200亿 stand against nothing known; the park's phase is in production")
  func cluster() throws {
    let pipeline = try loaded()
    let progress = try #require(pipeline.targetProgress(at: now).first)
    #expect(progress.target.cluster == "医药产业集群")
    #expect(progress.target.amount == .known(.of("200", .yi)))
    #expect(progress.share == nil)
    let cluster = try #require(pipeline.clusters.first { $0.name == "医药产业集群" })
    #expect(cluster.productionPlace == "邹平" && cluster.researchPlace != nil)
    #expect(pipeline.clusters.map(\.segments.count).sorted() == [0, 0, 3, 4])
    let phase = try #require(pipeline.phases.first)
    #expect(phase.firm == "美诺" && phase.state == .inProduction && phase.project == nil)
  }

  @Test("Two are signed, one has been performed, and 32 started in one entry")
  func afterSigning() throws {
    let after = try loaded().afterSigning(at: now)
    #expect(after.signed == 2 && after.performed == 1 && after.building == 0)
    #expect(after.startedBeside == 32)
    #expect(after.projects.map(\.kind) == [.procurement, .fund])
    #expect(try loaded().approval(of: 6).state == .inProgress)
  }

  /// `ZOUPING_FACTS` names the file in which the article's facts were collected.
  @Test("It counts what the collected facts count", .enabled(if: getenv("ZOUPING_FACTS") != nil))
  func facts() throws {
    let facts = try #require(try JSONValue.parse(try factsFile()).object)
    let pipeline = try loaded()
    func count(_ list: String) -> Int? { facts[list]?.array?.count }
    #expect(count("projects") == pipeline.projects.count)
    #expect(count("activities") == pipeline.activities.count)
    #expect(count("milestones") == pipeline.milestones.count)
    #expect(count("clusters") == pipeline.clusters.count)
    #expect(
      count("organisations") == pipeline.directory.keys.filter { $0.kind == .organisation }.count)
    let headlines = facts["headline_counts"]?.array ?? []
    func headline(_ id: String) -> Int? {
      headlines.first { $0.object?["id"]?.string == id }?.object?["value"]?.integer
    }
    #expect(headline("H03") == pipeline.afterSigning(at: now).startedBeside)
    #expect(headline("H05") == 200)
    #expect(headline("H06") == pipeline.matterCheck.stated)
  }
}

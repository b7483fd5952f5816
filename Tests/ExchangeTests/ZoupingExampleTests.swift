import Exchange
import JSON
import Pipeline
import TestSupport
import Testing

@Suite("The Zouping example")
struct ZoupingExampleTests {
  private func loaded() throws -> Pipeline {
    let file = try ExchangeFile(ZoupingExample.bytes)
    #expect(file.unheld.isEmpty)
    return try Pipeline(taking: file.intake)
  }

  @Test("It brings every record, and nothing that has no room")
  func counts() throws {
    let pipeline = try loaded()
    #expect(pipeline.projects.count == 6)
    #expect(pipeline.activities.count == 10)
    #expect(pipeline.milestones.count == 5)
    let kinds = Dictionary(grouping: pipeline.directory.keys, by: \.kind).mapValues(\.count)
    #expect(kinds == [.organisation: 16, .person: 3, .cluster: 4])
  }

  @Test("Each engagement has passed the stages that were printed, on the days that were printed")
  func histories() throws {
    let histories = try loaded().projects.map { project in
      project.entries.map { "\($0.stage.code) \($0.on)" }
    }
    #expect(
      histories == [
        [
          "contact unknown", "visit 2023-07-19", "return-visit 2023-07-23", "intent 2023-07-23",
        ],
        ["contact unknown", "visit 2023-07-25", "intent 2023-07-25"],
        [
          "contact unknown", "visit 2023-08-15", "intent 2023-08-15", "signing 2023-09-04",
        ],
        [
          "contact unknown", "visit 2023-08-16", "return-visit 2023-08-30", "intent 2023-08-30",
          "signing 2023-08-30",
        ],
        ["contact unknown", "visit 2023-08-17", "return-visit 2023-08-26"],
        ["contact unknown", "return-visit unknown", "intent unknown", "approval unknown"],
      ])
  }

  @Test("Every skip has a reason, and nothing else has one")
  func reasons() throws {
    for project in try loaded().projects {
      for entry in project.entries {
        #expect((entry.kind == .skip) == (entry.reason != nil), "\(project.name) \(entry.stage)")
      }
    }
  }

  @Test("Current stages are one return visit, two intents, one approval and two signings, all open")
  func stock() throws {
    let pipeline = try loaded()
    #expect(Stage.allCases.map { pipeline.column($0).count } == [0, 0, 1, 2, 1, 2])
    #expect(pipeline.projects.allSatisfy { $0.status == .ongoing && $0.amount == nil })
    #expect(pipeline.projects.allSatisfy { $0.cluster == nil && $0.owner == nil })
  }

  @Test("The records stand for thirteen contacts: six outbound, seven inbound")
  func contacts() throws {
    let activities = try loaded().activities.map(\.facts)
    func times(_ direction: ActivityKind.Direction) -> Int {
      activities.filter { $0.kind.direction == direction }.reduce(0) { $0 + $1.times }
    }
    #expect([times(.outbound), times(.inbound), times(.other)] == [6, 7, 0])
    let outbound = activities.filter { $0.kind == .outbound }
    #expect(Set(outbound.map(\.trip)).count == 5)
    #expect(outbound[0].line == outbound[1].line && outbound[0].line != nil)
    #expect(outbound[0].trip != outbound[1].trip)
    #expect(outbound[4].trip == outbound[5].trip)
    #expect(outbound[1].on == .unknown)
    #expect(outbound[2].sites.count == 4)
  }

  @Test("The four receptions are one record over a range; leaders keep their titles")
  func details() throws {
    let activities = try loaded().activities.map(\.facts)
    #expect(activities[9].on == BusinessDate("2023-07-01..2023-09-04"))
    #expect(activities[9].times == 4)
    #expect(
      activities.compactMap(\.leader) == [
        Leader(name: "宗新", title: "党工委委员、管委会副主任"),
        Leader(name: "马学福", title: "国信发展集团党委委员、副总经理"),
      ])
    #expect(
      activities.map(\.outcome) == [
        nil, nil, .preliminary, .preliminary, .intent, nil, .contract, nil, .consensus, .intent,
      ])
    #expect(try loaded().projects.map(\.lead.count) == [3, 1, 1, 1, 1, 0])
  }

  @Test("The batch of 32 and the park in production are milestones without a project")
  func milestones() throws {
    let pipeline = try loaded()
    let milestones = pipeline.milestones.map(\.facts)
    #expect(
      milestones.map(\.kind) == [
        .registered, .contractSigned, .approvalStarted, .constructionStarted, .inProduction,
      ])
    #expect(milestones.map { $0.projects.map(\.number) } == [[3], [4], [6], [], []])
    #expect(milestones.map(\.count) == [1, 1, 1, 32, 1])
    #expect(milestones[3].on == .month(year: 2023, month: 2))
    for milestone in milestones {
      let cluster = milestone.cluster.map { DirectoryKey(.cluster, $0) }
      #expect(cluster.map { pipeline.directory[$0] != nil } ?? true)
    }
  }

  @Test("Every name in it is in the directory")
  func names() throws {
    let pipeline = try loaded()
    let units = pipeline.activities.flatMap { $0.facts.lead + $0.facts.counterparts }
    let investors = pipeline.projects.flatMap { $0.investors + $0.lead }
    for name in units + investors {
      #expect(pipeline.directory[DirectoryKey(.organisation, name)] != nil, "\(name)")
    }
  }

  @Test("Written and read again it is the same")
  func roundTrip() throws {
    let file = try ExchangeFile(ZoupingExample.bytes)
    #expect(try ExchangeFile(ExchangeFile.bytes(of: file.intake)).intake == file.intake)
  }
}

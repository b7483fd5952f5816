import CustomDump
import Exchange
import JSON
import Pipeline
import TestSupport
import Testing

@Suite("Written and read again")
struct ExchangeRoundTripTests {
  @Test("Whatever a pipeline holds survives a file", arguments: 0..<200)
  func generated(_ seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let pipeline = chance.pipeline()
    let intake = Intake(pipeline)
    let bytes = ExchangeFile.bytes(of: pipeline)
    let file = try ExchangeFile(bytes)
    expectNoDifference(file.intake, intake)
    #expect(file.unheld.isEmpty)
    let rebuilt = try Pipeline(taking: file.intake)
    expectNoDifference(Intake(rebuilt), intake)
    // Numbers have no gaps here, so keys are equal too.
    #expect(ExchangeFile.bytes(of: rebuilt) == bytes)
  }

  @Test("Members that this version does not know stay with their record")
  func unknownMembers() throws {
    let text = #"""
      {
        "format": "zhaoshang-exchange",
        "version": 1,
        "organisations": [
          {
            "name": "国电投",
            "x_rank": 3
          }
        ],
        "people": [],
        "clusters": [],
        "projects": [
          {
            "key": "P1",
            "name": "光伏项目",
            "kind": "investment",
            "investors": [
              "国电投"
            ],
            "amount": null,
            "stages": [
              {
                "stage": "contact",
                "on": "unknown"
              }
            ],
            "status": null,
            "x_score": {
              "green": 1.50,
              "tags": [
                true,
                null
              ]
            }
          }
        ],
        "activities": [
          {
            "projects": [
              "P1"
            ],
            "kind": "call",
            "on": "2023-07",
            "x_minutes": 12
          }
        ],
        "milestones": [
          {
            "projects": [],
            "kind": "other",
            "on": "unknown",
            "x": "y"
          }
        ]
      }

      """#
    let file = try ExchangeFile(Array(text.utf8))
    #expect(file.unheld.isEmpty)
    let pipeline = try Pipeline(taking: file.intake)
    #expect(String(decoding: ExchangeFile.bytes(of: pipeline), as: UTF8.self) == text)
  }

  @Test("What has no room anywhere is named")
  func unheld() throws {
    let text = #"""
      {"format":"zhaoshang-exchange","version":1,"commitments":[{"org":"甲"}],"rules":[],"by":null,
       "projects":[{"name":"甲","investors":["甲"],"stages":[{"stage":"visit","x":1}],
       "next":{"text":"回访","x":2},"status":{"is":"ongoing","place":"苏州"}}]}
      """#
    let file = try ExchangeFile([0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(
      file.unheld.map(\.description) == [
        "projects[0].next.x", "projects[0].stages[0].x", "projects[0].status.place",
        "commitments",
      ])
  }

  @Test("Numbers are given anew without gaps, while keys keep the numbers people know")
  func gaps() throws {
    var pipeline = try Pipeline(taking: ExchangeFile(ZoupingExample.bytes).intake)
    let fields: [Field: FieldValue] = [.name: .text("甲"), .investors: .list(["甲方"])]
    let add = Command.add(NewProject(fields: fields, on: .unknown))
    try pipeline.carryOut(add)
    let seventh = RecordedEvent(
      sequence: pipeline.version, id: "", part: 0, parts: 1, by: Actor(uid: 0, name: ""), host: "",
      recordedAt: 0,
      event: .projectAdded(
        ProjectAdded(
          id: ProjectID(7), fields: fields.merging([.kind: .kind(.investment)]) { $1 },
          stage: .contact, on: .unknown)))
    try pipeline.carryOut(.undo([seventh]))
    try pipeline.carryOut(add)
    let log = Activity.Facts(projects: [ProjectID(8)], kind: .call, on: .unknown)
    try pipeline.carryOut(.log(log))
    let intake = Intake(pipeline)
    #expect(intake.projects.count == 7)
    #expect(intake.activities.last?.projects == [ProjectID(7)])
    let text = String(decoding: ExchangeFile.bytes(of: pipeline), as: UTF8.self)
    #expect(text.contains(#""key": "P8""#) && !text.contains(#""key": "P7""#))
    #expect(try ExchangeFile(Array(text.utf8)).intake == intake)
  }

  @Test("A difference fails the test that finds it")
  func differencesCount() {
    withKnownIssue { expectNoDifference("立项", "签约") }
  }
}

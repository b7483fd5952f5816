import Pipeline
import SafeText
import TestSupport
import Testing

struct CommandTests {
  @Test("A card drawn on the board goes up, down, to the top and to the bottom")
  func places() throws {
    var ledger = try Ledger(drawn: "对接: 1 2 3 | 考察: 4!")
    try ledger.commit(.reorder(3, .up))
    #expect(ledger.board == Board("对接: 1 3 2 | 考察: 4!"))
    try ledger.commit(.reorder(1, .down))
    #expect(ledger.board == Board("对接: 3 1 2 | 考察: 4!"))
    #expect(ledger.refusal(of: .reorder(3, .up)) == .lastInColumn(3))
    #expect(ledger.refusal(of: .reorder(2, .down)) == .lastInColumn(2))
    try ledger.commit(
      .move(2, MoveOrder(to: .visit, on: "2023-07-01", reason: "补录", isToTop: true)))
    try ledger.commit(.move(3, MoveOrder(to: .visit, on: "2023-07-01", reason: "补录")))
    #expect(ledger.board == Board("对接: 1 | 考察: 2 4! 3"))
  }

  @Test("A lost card leaves the board and comes back on top of the stage it held")
  func reopening() throws {
    var ledger = try Ledger(drawn: "意向: 1 2 3")
    try ledger.commit(.lose(3, .elsewhere, place: "潍坊", note: "地价", on: "2023-08"))
    #expect(ledger.board == Board("意向: 1 2"))
    #expect(ledger.pipeline[3]?.status == .lost(.elsewhere, place: "潍坊", note: "地价"))
    try ledger.commit(.reopen(3, reason: "对方回头", on: "2023-09-01"))
    #expect(ledger.board == Board("意向: 3 1 2"))
    #expect(ledger.pipeline[3]?.entries.count == 1)
    #expect(ledger.pipeline[3]?.statuses.map(\.status.kind) == [.lost, .ongoing])
  }

  @Test("Only one of two people moves a card they both saw, unless both want the same")
  func movedMeanwhile() throws {
    var ledger = try Ledger(drawn: "对接: 1")
    try ledger.commit(
      .move(1, MoveOrder(to: .visit, on: "2023-07-01", reason: "补录", from: .contact)))
    let late = MoveOrder(to: .intent, on: "2023-07-01", reason: "补录", from: .contact)
    #expect(ledger.refusal(of: .move(1, late)) == .movedMeanwhile(1, now: .visit))
    let same = MoveOrder(to: .visit, on: "2023-07-02", from: .contact)
    #expect(try ledger.commit(.move(1, same)).isEmpty)
    try ledger.commit(.withdraw(1, reason: "不符合规划", on: "2023-07-03"))
    guard case .closed = ledger.refusal(of: .move(1, late)) else {
      Issue.record("a closed card is closed first of all")
      return
    }
  }

  @Test("A field somebody changed meanwhile is a conflict, unless both wrote the same")
  func conflicts() throws {
    var ledger = try Ledger(drawn: "对接: 1")
    try ledger.commit(.edit(1, [FieldEdit(.owner, to: .text("李娜"), expected: .value(nil))]))
    let mine = FieldEdit(.owner, to: .text("王敏"), expected: .value(nil))
    #expect(
      ledger.refusal(of: .edit(1, [mine]))
        == .conflict(1, .owner, theirs: .text("李娜"), mine: .text("王敏")))
    let same = FieldEdit(.owner, to: .text("李娜"), expected: .value(nil))
    #expect(try ledger.commit(.edit(1, [same])).isEmpty)
    let other = FieldEdit(.landing, to: .text("经开区"), expected: .value(nil))
    #expect(try ledger.commit(.edit(1, [other])).count == 1)
  }

  @Test("A field named twice takes its last value as one change that can be undone")
  func twice() throws {
    var ledger = try Ledger(drawn: "对接: 1")
    let before = ledger.pipeline.content
    let edits = [
      FieldEdit(.owner, to: .text("李娜")), FieldEdit(.landing, to: .text("经开区")),
      FieldEdit(.owner, to: .text("王敏")),
    ]
    let recorded = try ledger.commit(.edit(1, edits))
    #expect(
      recorded.map(\.event) == [
        .fieldsChanged(
          1,
          [
            FieldChange(field: .owner, old: nil, new: .text("王敏")),
            FieldChange(field: .landing, old: nil, new: .text("经开区")),
          ])
      ])
    try ledger.undo()
    #expect(ledger.pipeline.content == before)
  }

  @Test("A value of another form is refused, whatever the field", arguments: Field.allCases)
  func forms(_ field: Field) throws {
    let ledger = try Ledger(drawn: "对接: 1")
    let values: [(FieldValue, [Field.Form])] = [
      (.text("三千万元"), [.name, .line, .note, .json]), (.list(["三千万元"]), [.list]),
      (.amount(.undisclosed), [.amount]), (.date("2023-07"), [.date]),
      (.kind(.fund), [.kind]), (.next(NextStep(text: "送审", due: nil)), [.next]),
    ]
    for (value, forms) in values {
      let refusal = ledger.refusal(of: .edit(1, [FieldEdit(field, to: value)]))
      if forms.contains(field.form) {
        #expect(refusal == nil)
      } else {
        guard case .notAnAmount(field, _) = refusal else {
          Issue.record("\(field) took \(value)")
          continue
        }
      }
    }
  }

  @Test("A project cannot lose its name, its last investor or its kind")
  func needed() throws {
    var ledger = try Ledger(drawn: "考察: 1")
    #expect(
      ledger.refusal(of: .edit(1, [FieldEdit(.name, to: nil)]))
        == .text(.field(.name), TextFaults.nothingVisible))
    #expect(
      ledger.refusal(of: .edit(1, [FieldEdit(.investors, to: .list(["\u{200B}"]))]))
        == .missing(1, entering: .visit, [.organisation]))
    #expect(try ledger.commit(.edit(1, [FieldEdit(.kind, to: nil)])).isEmpty)
  }

  @Test("A new project needs a name, an investor and, when signed, a date")
  func adding() throws {
    let ledger = Ledger()
    func refusal(
      _ fields: [Field: FieldValue], _ stage: Stage = .contact, _ on: BusinessDate = "2023-07"
    )
      -> Refusal?
    {
      ledger.refusal(of: .add(NewProject(fields: fields, stage: stage, on: on)))
    }
    let investors = FieldValue.list(["甲公司", "乙公司"])
    let name = FieldValue.text("齐星铝业")
    #expect(refusal([.investors: investors]) == .text(.field(.name), TextFaults.nothingVisible))
    #expect(refusal([.name: name]) == .missing(nil, entering: .contact, [.organisation]))
    #expect(
      refusal([.name: name, .investors: investors], .signing, .unknown)
        == .missing(nil, entering: .signing, [.signingDate]))
    #expect(refusal([:], .contact, "2023-12") == .inFuture("2023-12", today: ledger.today))
    #expect(
      refusal([.name: .text("报价\u{202E}x"), .investors: investors])
        == .text(.field(.name), TextFault(.bidiControl("\u{202E}"), at: 2)))
    #expect(refusal([.name: name, .investors: investors], .signing) == nil)
  }

  @Test("Several investors and leads are kept in order, each once")
  func lists() throws {
    var ledger = Ledger()
    let id = try ledger.add(
      "园区共建",
      [
        .investors: .list(["甲公司", " ", "乙公司", "甲公司"]), .lead: .list(["经开区", "商务局"]),
        .tags: .list([]),
      ])
    let project = try #require(ledger.pipeline[id])
    #expect(project.investors == ["甲公司", "乙公司"] && project.lead == ["经开区", "商务局"])
    #expect(
      ledger.refusal(of: .edit(id, [FieldEdit(.tags, to: .list((0...64).map(String.init)))]))
        == .tooMany(.field(.tags), limit: 64))
  }

  @Test("One activity of three occurrences stands on every project it names, once")
  func sharedActivity() throws {
    var ledger = try Ledger(drawn: "对接: 1 2 | 考察: 3")
    var facts = Activity.Facts(projects: [1, 3, 1], kind: .outbound, on: "2023-07")
    facts.times = 3
    facts.leader = Leader(name: "张伟", title: "副市长")
    facts.sites = ["青岛", "\u{200B}", "青岛", "烟台"]
    try ledger.commit(.log(facts))
    let logged = try #require(ledger.pipeline.activity(1)?.facts)
    #expect(logged.projects == [1, 3] && logged.times == 3 && logged.sites == ["青岛", "烟台"])
    #expect(logged.leader == Leader(name: "张伟", title: "副市长"))
    #expect(ledger.pipeline[1]?.activities == [1] && ledger.pipeline[2]?.activities == [])
    #expect(ledger.pipeline[3]?.activities == [1])
    for times in [0, -1, 10_000] {
      facts.times = times
      #expect(ledger.refusal(of: .log(facts)) == .outOfRange(.times, times))
    }
    facts.times = 1
    facts.projects = [1, 7]
    #expect(ledger.refusal(of: .log(facts)) == .unknownProject(7))
  }

  @Test("A milestone may concern a batch of no project at all")
  func batch() throws {
    var ledger = Ledger()
    var facts = Milestone.Facts(projects: [], kind: .constructionStarted, on: "2023-02")
    facts.count = 32
    facts.subject = "全市重点项目"
    try ledger.commit(.reach(facts))
    #expect(ledger.pipeline.milestone(1)?.facts == facts)
    facts.count = 0
    #expect(ledger.refusal(of: .reach(facts)) == .outOfRange(.count, 0))
  }

  @Test("Several commands are one step: all or none, each seeing those before it")
  func together() throws {
    var ledger = try Ledger(drawn: "对接: 1 2")
    let before = ledger.pipeline
    let moves = [1, 2].map { id in
      Command.move(ProjectID(id), MoveOrder(to: .visit, on: "2023-07-01", reason: "同批考察"))
    }
    #expect(
      ledger.refusal(of: .together(moves + [.resume(2, on: "2023-07-01")])) == .notOnHold(2))
    #expect(ledger.pipeline == before)
    let add = Command.add(
      NewProject(fields: [.name: .text("三号"), .investors: .list(["丙公司"])], on: "2023-06"))
    let recorded = try ledger.commit(
      .together(moves + [add, .note(3, text: "同批", on: "2023-07-01"), .together([add])]))
    #expect(recorded.count == 5 && recorded.map(\.parts) == [5, 5, 5, 5, 5])
    #expect(ledger.board == Board("对接: 3 4 | 考察: 1 2"))
    try ledger.undo()
    #expect(ledger.pipeline.content == before.content)
  }
}

package import Pipeline
import TestSupport

/// Events of every kind, with every member filled and with none.
package enum Sample {
  package static let day = BusinessDate.day(Day(number: 19_557))
  package static let month = BusinessDate.month(year: 2023, month: 7)

  package static let fields: [Field: FieldValue] = [
    .name: .text("高端铝基新材料产业园"), .kind: .kind(.fund), .investors: .list(["创新集团", "魏桥"]),
    .lead: .list(["投资促进中心"]), .owner: .text("王敏"), .industry: .text("铝"),
    .amount: .amount(.known(money("1.6", .yi))), .fixedAssets: .amount(.undisclosed),
    .foreignPart: .amount(.known(money("2000", .wan, "USD"))),
    .next: .next(NextStep(text: "回访", due: Day(number: 19_600), who: "李工")),
    .tags: .list(["省重点", "=1+2", "\u{202E}倒"]),
    .firstTalkOn: .date(month), .expectedSigning: .date(.unknown),
    .description: .text("第一行\n第二行\t\"引号\"\\"), .attachments: .list([]),
    .unknownMembers: .text(#"{"x":[1,2]}"#),
  ]

  package static var events: [Event] {
    projects + records
  }

  private static var projects: [Event] {
    let id = ProjectID(27)
    let move = Move(
      from: .contact, to: .returnVisit, on: day, kind: .skip, reason: "已实地考察",
      evidence: [ActivityID(3), ActivityID(4)], isToTop: true, oldAfter: ProjectID(9))
    let bare = Move(
      from: .visit, to: .contact, on: .unknown, kind: .back, reason: nil, evidence: [],
      isToTop: false, oldAfter: nil)
    let statuses: [Status] = [
      .ongoing, .onHold(review: Day(number: 20_000), reason: "等土地指标"),
      .lost(.offStrategy, place: "滨州", note: "环评"), .lost(.duplicate, place: nil, note: nil),
      .withdrawn(reason: "撤回"), .archived(reason: "退库"),
    ]
    let added = Event.projectAdded(
      ProjectAdded(
        id: id, fields: fields, stage: .visit,
        on: .range(Day(number: 19_500), Day(number: 19_557))))
    let changes = Field.allCases.compactMap { field in
      fields[field].map { FieldChange(field: field, old: nil, new: $0) }
    }
    return [
      added, .fieldsChanged(id, changes),
      .fieldsChanged(
        id, [FieldChange(field: .owner, old: .text("王敏"), new: nil)]),
      .moved(id, move), .moved(id, bare),
      .placed(id, Placement(oldAfter: ProjectID(1), newAfter: nil)),
      .placed(id, Placement(oldAfter: nil, newAfter: ProjectID(2))),
      .noted(id, text: "多行\n备注 😀", on: month),
      .undone(SequenceNumber(5), .moved(id, move)),
      .undone(SequenceNumber(9), .undone(SequenceNumber(5), added)),
      .unknown(kind: "project.merged", json: #"{"v":3,"data":{"into":[1,{"a":"}"}]}}"#),
    ]
      + statuses.map {
        .statusChanged(
          id,
          StatusChange(old: .ongoing, new: $0, on: day, reason: "会议", oldAfter: ProjectID(3)))
      }
  }

  private static var records: [Event] {
    var facts = Activity.Facts(projects: [ProjectID(1), ProjectID(2)], kind: .outbound, on: day)
    facts.place = "江苏昆山"
    facts.sites = ["甲厂", "乙厂"]
    facts.lead = ["商务局"]
    facts.counterparts = ["某公司"]
    facts.leader = Leader(name: "张三", title: "副市长")
    facts.team = ["李四"]
    facts.trip = "华东行"
    facts.line = "12"
    facts.times = 4
    facts.headcount = 7
    facts.days = 3
    facts.outcome = .letterOfIntent
    facts.outcomeText = "意向书"
    facts.note = "备注"
    facts.unknownMembers = "{}"
    var milestone = Milestone.Facts(
      projects: [ProjectID(1)], kind: .constructionStarted, on: month)
    milestone.name = "集中开工"
    milestone.subject = "园区"
    milestone.cluster = "铝"
    milestone.count = 32
    milestone.amount = .known(money("0", .one))
    milestone.document = "鲁发改〔2023〕1号"
    milestone.note = "备注"
    milestone.unknownMembers = "{}"
    var organisation = Organisation(name: "创新集团")
    organisation.aliases = ["创新"]
    organisation.kind = "民企"
    organisation.creditCode = "91370000"
    organisation.place = "邹平"
    organisation.note = "注"
    organisation.unknownMembers = "{}"
    var person = Person(name: "张三")
    person.organisation = "创新集团"
    person.title = "总经理"
    person.phone = "0543-1"
    person.note = "注"
    person.unknownMembers = "{}"
    var cluster = Cluster(name: "铝精深加工")
    cluster.segments = ["上游", "下游"]
    cluster.target = "千亿"
    cluster.note = "注"
    cluster.unknownMembers = "{}"
    return [
      .activityLogged(ActivityID(1), facts),
      .activityLogged(
        ActivityID(2), Activity.Facts(projects: [], kind: .returnVisit, on: .unknown)),
      .milestoneReached(MilestoneID(1), milestone),
      .milestoneReached(
        MilestoneID(2), Milestone.Facts(projects: [], kind: .other, on: .unknown)),
      .directoryChanged(old: nil, new: .organisation(organisation)),
      .directoryChanged(
        old: .organisation(Organisation(name: "创新集团")), new: .organisation(organisation)),
      .directoryChanged(old: nil, new: .person(person)),
      .directoryChanged(old: nil, new: .cluster(cluster)),
      .storeRecovered(
        StoreRecovery(
          .gap, files: ["journal/0000000000000001.jsonl"], kept: ["quarantine/1.torn"], bytes: 7,
          first: SequenceNumber(2), last: SequenceNumber(9))),
      .storeRecovered(StoreRecovery(.completed)),
    ]
  }

  package static func money(_ value: String, _ unit: Money.Unit, _ code: String = "CNY") -> Money {
    Money(value, unit: unit, currency: Currency(code: code) ?? .yuan) ?? Money(minor: 0)
  }
}

package import Pipeline

/// Commands drawn by lot, most of them legal, over few cards so that they meet often.
package struct RandomCommands {
  private var random: SplitMix64

  package init(seed: Int) { random = SplitMix64(seed: UInt64(seed)) }

  package mutating func isOnce(in times: Int) -> Bool { random.isOnce(in: times) }
  package mutating func pick<Element>(_ choices: [Element]) -> Element { random.pick(choices) }

  package mutating func command(for pipeline: Pipeline) -> Command {
    switch Int.random(in: 0..<30, using: &random) {
    case 0, 1, 2: return .add(newProject())
    case 3, 4: return .edit(project(in: pipeline), (0...1).map { _ in fieldEdit() })
    case 5, 6, 7, 8, 9, 10: return .move(project(in: pipeline), order())
    case 11: return .reorder(project(in: pipeline), random.pick([.up, .down]))
    case 12:
      let above = random.isOnce(in: 4) ? nil : project(in: pipeline)
      return .reorder(project(in: pipeline), .under(above))
    case 13: return .hold(project(in: pipeline), review: "2024-01-15", reason: "等指标", on: date())
    case 14: return .resume(project(in: pipeline), on: date())
    case 15:
      return .lose(
        project(in: pipeline), random.pick(LossReason.allCases), place: random.pick([nil, "潍坊"]),
        note: nil, on: date())
    case 16:
      return random.isOnce(in: 2)
        ? .withdraw(project(in: pipeline), reason: "不符合规划", on: date())
        : .archive(project(in: pipeline), reason: "重复", on: date())
    case 17: return .reopen(project(in: pipeline), reason: nil, on: date())
    case 18: return .log(activity(in: pipeline))
    case 19:
      return .reach(
        Milestone.Facts(
          projects: [project(in: pipeline)], kind: random.pick(MilestoneKind.allCases), on: date()))
    case 20:
      return .note(project(in: pipeline), text: random.pick(["电话沟通", "面谈\n两小时"]), on: date())
    case 21:
      var person = Person(name: random.pick(["张伟", "李强"]))
      person.title = random.pick([nil, "主任", "科长"])
      return .saveDirectoryEntry(DirectorySaving(.person(person), expected: .anything))
    case 24, 25, 26, 27, 28, 29: return .register(registerCommand(for: pipeline))
    case 22: return .together((0..<3).map { _ in command(for: pipeline) })
    default: return .take(intake())
    }
  }

  private mutating func project(in pipeline: Pipeline) -> ProjectID {
    ProjectID(UInt32.random(in: 1...max(1, min(8, pipeline.nextProject.number)), using: &random))
  }

  private mutating func registerCommand(for pipeline: Pipeline) -> RegisterCommand {
    let id = project(in: pipeline)
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1: return .merge(id, into: project(in: pipeline), on: date())
    case 2:
      var request = ServiceRequest(
        organisation: "魏桥", kind: random.pick(ServiceRequest.Kind.allCases), subject: "用电增容",
        received: date())
      request.isFast = random.isOnce(in: 2)
      request.matter = random.pick([nil, "A-1"])
      request.project = random.pick([nil, id])
      return .save(.request(request))
    case 3:
      let answer = RequestAnswer(
        result: random.pick([nil, "已办"]), trips: random.pick([nil, 1, 3]),
        satisfaction: random.pick([nil, 4]))
      return .advance(
        RequestID(UInt32.random(in: 1...4, using: &random)),
        to: random.pick(ServiceRequest.Status.allCases), on: random.pick([nil, date()]), answer)
    case 4:
      var target = Target(year: 2023, measure: random.pick(Target.Measure.allCases))
      target.unit = random.pick([nil, "投资促进局"])
      target.count = random.pick([5, 12])
      target.amount = .known(.of("3000"))
      return .save(.target(target))
    case 5:
      var decision = Decision(project: id, name: random.pick(["投委会", "常务会"]), place: 1)
      decision.done = random.pick([nil, date()])
      return .save(.decision(decision))
    case 6:
      var phase = Phase("一期", of: id)
      phase.started = random.pick([nil, date()])
      return .save(.phase(phase))
    case 7:
      return .save(
        .handOver(
          HandOver(id, from: "投资促进局", to: random.pick(["招商发展公司", "国信"]), on: date())))
    case 8:
      return .answer(
        HandOverID(UInt32.random(in: 1...4, using: &random)),
        random.pick(HandOver.Answer.allCases), on: date(), note: nil)
    default:
      let matter = RegisterEntry.matter(Matter(code: "A-1", name: random.pick(["施工许可", "备案"])))
      if random.isOnce(in: 4) {
        return .remove(RegisterKey(RequestID(UInt32.random(in: 1...4, using: &random))))
      }
      return random.isOnce(in: 3) ? .remove(matter.key) : .save(matter)
    }
  }

  private mutating func date() -> BusinessDate {
    random.pick(["2023-07-19", "2023-09", "2023-08-01..2023-08-20", "2023-11-22", .unknown])
  }

  private mutating func newProject() -> NewProject {
    NewProject(
      fields: [
        .name: .text(random.pick(["齐星铝业", "西王食品", "魏桥纺织"])), .investors: .list(["甲公司"]),
        .owner: .text("李娜"),
      ],
      stage: random.pick([.contact, .contact, .visit, .signing]), on: date())
  }

  private mutating func fieldEdit() -> FieldEdit {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: FieldEdit(.owner, to: random.pick([nil, .text("李娜"), .text("王敏")]))
    case 1:
      FieldEdit(
        .amount, to: random.pick([nil, .amount(.undisclosed), .amount(.known(.of("3000")))]))
    case 2: FieldEdit(.landing, to: random.pick([nil, .text("经开区"), .text("好生街道")]))
    case 3: FieldEdit(.tags, to: random.pick([.list([]), .list(["链主"]), .list(["链主", "外资"])]))
    case 4:
      FieldEdit(
        .next, to: random.pick([nil, .next(NextStep(text: "送审", due: "2023-12-01", who: "李娜"))]))
    default: FieldEdit(.name, to: .text(random.pick(["齐星铝业", "齐星轻量化"])))
    }
  }

  private mutating func order() -> MoveOrder {
    MoveOrder(
      to: random.pick(Stage.allCases), on: date(), reason: random.pick(["领导现场会商定", "补录", nil]),
      isToTop: random.isOnce(in: 2))
  }

  private mutating func activity(in pipeline: Pipeline) -> Activity.Facts {
    var facts = Activity.Facts(
      projects: [project(in: pipeline), project(in: pipeline)],
      kind: random.pick(ActivityKind.allCases), on: date())
    facts.outcome = random.pick(Outcome.allCases)
    return facts
  }

  private mutating func intake() -> Intake {
    var intake = Intake()
    let steps = random.pick([
      [], [Intake.Step(stage: .visit, on: "2023-05-08")],
      [
        Intake.Step(stage: .contact, on: "2023-05-08"), Intake.Step(stage: .intent, on: "2023-08"),
        Intake.Step(stage: .visit, on: .unknown), Intake.Step(stage: .signing, on: "2023-08-30"),
      ],
    ])
    let status: Status? = random.pick([
      nil, .lost(.terms, place: nil, note: nil), .onHold(review: "2024-01-01", reason: "等指标"),
    ])
    intake.projects = [
      Intake.Arrival(
        fields: [.name: .text("导入项目"), .investors: .list(["乙公司"])], stages: steps,
        status: status.map { StatusChange(old: .ongoing, new: $0, on: "2023-09-01", reason: nil) })
    ]
    intake.activities = [Activity.Facts(projects: [1], kind: .outbound, on: "2023-05-08")]
    intake.milestones = [Milestone.Facts(projects: [1], kind: .registered, on: "2023-09-04")]
    return intake
  }
}

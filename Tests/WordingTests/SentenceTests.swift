import Pipeline
import SafeText
import Testing
import Wording

@Suite("Sentences")
struct SentenceTests {
  private let zh = Words(.zh)
  private let en = Words(.en)
  private let day = Day(year: 2023, month: 7, day: 19) ?? Day(number: 0)

  /// A pipeline whose project #1 is 光翼激光雷达项目.
  private func pipeline() throws -> Pipeline {
    var intake = Intake()
    intake.projects = [
      Intake.Arrival(
        fields: [.name: .text("光翼激光雷达项目"), .investors: .list(["光翼"])],
        stages: [Intake.Step(stage: .contact, on: .day(day))])
    ]
    var pipeline = Pipeline()
    for (part, event) in try pipeline.decide(.take(intake), today: day).enumerated() {
      pipeline.apply(
        RecordedEvent(
          sequence: pipeline.version.next, id: "", part: part, parts: 1,
          by: Actor(uid: 0, name: ""), host: "", recordedAt: 0, event: event))
    }
    return pipeline
  }

  private var requirements: [Requirement] {
    [
      .name, .organisation, .source, .outboundActivity, .inboundActivity, .intentOutcome,
      .approvalStarted, .intentReached, .signingDate, .approvalGranted, .amount,
      .reasonToSkip([.visit, .returnVisit]), .reasonToStepBack, .dateInOrder(after: day),
      .field(.landing),
    ]
  }

  private var sites: [Refusal.TextSite] {
    [
      .field(.problems), .reason, .place, .note, .outcome, .site, .unit, .counterpart, .person,
      .trip, .line, .name,
    ]
  }

  private var faults: [TextFault.Kind] {
    [
      .null, .controls, .bidiControl("\u{202E}"), .hiddenText("\u{E0041}"), .tooManyMarks,
      .nothingVisible, .tooLong(limit: 200),
    ]
  }

  private var obstacles: [UndoObstacle] {
    [
      .changedSince(id), .fieldChanged(id, .owner), .inUse(id),
      .entryChanged(RegisterKey(RequestID(3))), .gone, .unknownEvent,
      .inNewerUse(SequenceNumber(7)),
      .noStep,
    ]
  }

  private let id = ProjectID(1)

  /// One of each case; a switch without default in the product makes sure that none is forgotten.
  private var refusals: [Refusal] {
    let plain: [Refusal] = [
      .unknownProject(ProjectID(99)), .closingInNewerUse(id, SequenceNumber(7)),
      .missing(nil, entering: .contact, [.organisation]),
      .missing(id, entering: .signing, [.signingDate]),
      .reasonNeeded(id, entering: .visit, [.outboundActivity]),
      .closed(id, .lost(.land, place: nil, note: nil)), .notOnHold(id), .notClosed(id),
      .alreadyOnHold(id), .reasonMissing(id, .withdrawn), .reviewNotAfter(day, today: day),
      .inFuture(.day(day.adding(1)), today: day), .notAnAmount(.amount, "三千万元"),
      .outOfRange(.times, 0), .tooMany(.field(.tags), limit: 64), .lastInColumn(id),
      .conflict(id, .owner, theirs: .text("宗新"), mine: .text("罗思真")),
      .movedMeanwhile(id, now: .intent), .nothingToUndo, .outOfRange(.count, 1_000_000),
      .unknownCluster("铝业"), .clusterInUse("铝业", by: .project(id)),
      .intake(.stage(project: 3, stage: 1), .inFuture(.day(day.adding(1)), today: day)),
    ]
    return plain + registerRefusals.map(Refusal.register)
      + obstacles.map { .cannotUndo(SequenceNumber(7), $0) }
      + sites.map { .text($0, TextFault(.nothingVisible, at: 0)) }
      + faults.map { .text(.reason, TextFault($0, at: 4)) }
  }

  private var registerRefusals: [RegisterRefusal] {
    [
      .unknownRequest(RequestID(3)), .unknownHandOver(HandOverID(3)),
      .unknownEntry(RegisterKey(matter: "A-1")), .unknownMatter("A-1"),
      .matterInUse("A-1", by: RequestID(3)), .missing(.request, member: "subject"),
      .outOfRange(9, 1...5), .before(.month(year: 2023, month: 7), earliest: day),
      .dueBefore(day, received: day),
      .notClosed, .wantsAmount(.scale), .wantsCount(.visits), .phaseOfNothing,
      .handedToItself("投资促进局"), .alreadyOffered(id, to: "国信"), .alreadyAnswered(.declined),
      .mergedWithItself(id), .mergedIntoRemoved(id), .mergerInUse(id), .changedMeanwhile(.target),
      .mergedFurther(id, into: ProjectID(9)), .movedSinceMerger(id), .answerBeforeClosing,
      .leadChanged(id, from: "三局", now: "四局"),
    ]
  }

  private func hasHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  @Test("Every requirement says what is missing and what would satisfy it, in both languages")
  func everyRequirement() {
    for requirement in requirements {
      #expect(hasHan(zh.requirement(requirement)) && hasHan(zh.remedy(requirement)))
      #expect(!en.requirement(requirement).isEmpty && !hasHan(en.requirement(requirement)))
      #expect(!en.remedy(requirement).isEmpty && !hasHan(en.remedy(requirement)))
    }
    #expect(Set(requirements.map(zh.requirement)).count == requirements.count)
    #expect(zh.requirement(.outboundActivity) == "缺外出考察记录")
  }

  @Test("Every refusal is a sentence in both languages, and no two say the same")
  func everyRefusal() throws {
    let pipeline = try pipeline()
    let chinese = refusals.map { zh.refusal($0, pipeline: pipeline) }
    let english = refusals.map { en.refusal($0, pipeline: pipeline) }
    for sentence in chinese { #expect(hasHan(sentence), "\(sentence)") }
    for sentence in english {
      #expect(sentence.split(separator: " ").count >= 4, "\(sentence)")
      #expect(!sentence.contains("Refusal") && !sentence.contains("Optional"))
    }
    #expect(Set(chinese).count == refusals.count - 1, "only 原因没有可见文字 is met twice")
    #expect(Set(english).count == refusals.count - 1)
  }

  @Test("A refusal names the project, the rule and the way out")
  func refusalNames() throws {
    let pipeline = try pipeline()
    let refusal = Refusal.reasonNeeded(
      id, entering: .returnVisit, [.inboundActivity, .reasonToSkip([.visit])])
    #expect(
      zh.refusal(refusal, pipeline: pipeline)
        == "#1 光翼激光雷达项目 移到回访需补齐或说明原因：缺来访或回访记录（补记一次来访或回访，或说明原因）；跳过考察需说明原因（说明原因）")
    #expect(
      en.refusal(.missing(id, entering: .signing, [.signingDate]), pipeline: pipeline)
        == "#1 光翼激光雷达项目 cannot enter Signing: no signing date (give the signing date)")
  }

  @Test("A fault in a text is placed by the character, from one")
  func faultPlace() throws {
    let sentence = zh.refusal(
      .text(.field(.name), TextFault(.bidiControl("\u{202E}"), at: 4)), pipeline: Pipeline())
    #expect(sentence == "项目名称第 5 个字符 ‹U+202E› 会颠倒文字方向，请删去")
  }

  @Test("What an import refuses is named by its path")
  func paths() {
    func path(_ site: Refusal.IntakeSite, _ refusal: Refusal) -> String {
      let sentence = zh.refusal(.intake(site, refusal), pipeline: Pipeline())
      return String(sentence.prefix { $0 != ":" })
    }
    let late = Refusal.inFuture(.day(day), today: day)
    let blank = TextFault(.nothingVisible, at: 0)
    #expect(path(.stage(project: 3, stage: 1), late) == "projects[3].stages[1].on")
    #expect(
      path(.project(0), .text(.field(.firstTalkUnit), blank)) == "projects[0].first_talk_unit")
    #expect(
      path(.project(2), .missing(nil, entering: .contact, [.organisation]))
        == "projects[2].investors")
    #expect(
      path(.status(project: 1), .reasonMissing(id, .withdrawn)) == "projects[1].status.reason")
    #expect(path(.note(project: 1, note: 2), .text(.note, blank)) == "projects[1].notes[2].text")
    #expect(path(.activity(9), .outOfRange(.times, 0)) == "activities[9].times")
    #expect(path(.milestone(4), .text(.note, blank)) == "milestones[4].note")
    #expect(path(.directory(5), .text(.name, blank)) == "directory[5].name")
  }

  @Test("Every event is a short sentence, also of a project that is gone")
  func everyEvent() throws {
    let reminded = try #require(Day("2026-11-30"))
    let pipeline = try pipeline()
    var facts = Activity.Facts(projects: [id], kind: .inbound, on: .unknown)
    facts.times = 4
    var batch = Milestone.Facts(projects: [], kind: .constructionStarted, on: .day(day))
    batch.subject = "高端装备制造基地"
    batch.count = 32
    let move = Move(
      from: .contact, to: .visit, on: .day(day), kind: .advance, reason: nil, evidence: [],
      isToTop: false, oldAfter: nil)
    let gone = ProjectID(9)
    let added = ProjectAdded(
      id: gone, fields: [.name: .text("远山风电")], stage: .contact, on: .unknown)
    let change = FieldChange(field: .owner, old: nil, new: .text("罗思真"))
    let tags = FieldChange(field: .tags, old: nil, new: .list(["重点"]))
    let closed = Status.withdrawn(reason: "不符规划")
    let matter = try #require(
      RegisterChange(old: nil, new: .matter(Matter(code: "A-1", name: "施工许可"))))
    let events: [(Event, String, String)] = [
      (.moved(id, move), "#1 光翼激光雷达项目 从 对接 移到 考察", "#1 光翼激光雷达项目 moved from Contact to Visit"),
      (.moved(gone, move), "#9 从 对接 移到 考察", "#9 moved from Contact to Visit"),
      (.projectAdded(added), "新增 #9 远山风电，在对接", "Added #9 远山风电, in Contact"),
      (
        .fieldsChanged(id, [change]), "#1 光翼激光雷达项目 责任人由「-」改为「罗思真」",
        "#1 光翼激光雷达项目 Owner: '-' became '罗思真'"
      ),
      (
        .fieldsChanged(id, [change, tags]), "#1 光翼激光雷达项目 修改责任人、标签",
        "#1 光翼激光雷达项目 edited: Owner, Tags"
      ),
      (
        .statusChanged(
          id, StatusChange(old: .ongoing, new: closed, on: .unknown, reason: nil)),
        "#1 光翼激光雷达项目 设为放弃 (不符规划)", "#1 光翼激光雷达项目 marked Withdrawn (不符规划)"
      ),
      (
        .statusChanged(
          id, StatusChange(old: closed, new: .ongoing, on: .unknown, reason: nil)),
        "#1 光翼激光雷达项目 重新启用", "#1 光翼激光雷达项目 reopened"
      ),
      (
        .placed(id, Placement(oldAfter: nil, newAfter: gone)), "#1 光翼激光雷达项目 移到 #9 之下",
        "#1 光翼激光雷达项目 put below #9"
      ),
      (
        .activityLogged(ActivityID(1), facts), "#1 光翼激光雷达项目 记录 来访接待 x4 日期不详",
        "#1 光翼激光雷达项目 logged Inbound visit x4 no date"
      ),
      (
        .milestoneReached(MilestoneID(1), batch), "高端装备制造基地 节点 开工 x32 2023-07-19",
        "高端装备制造基地 milestone Construction started x32 2023-07-19"
      ),
      (
        .noted(id, text: "缺红线图\n明天补", on: .day(day)), "#1 光翼激光雷达项目 备注：缺红线图",
        "#1 光翼激光雷达项目 note: 缺红线图"
      ),
      (
        .directoryChanged(old: nil, new: .cluster(Cluster(name: "铝业集群"))), "名录新增 产业集群 铝业集群",
        "Directory: added Cluster 铝业集群"
      ),
      (
        .registerChanged(matter), "新增权力事项 A-1 施工许可", "Added Matter A-1 施工许可"
      ),
      (
        .undone(SequenceNumber(3), .moved(id, move)), "撤销：#1 光翼激光雷达项目 从 对接 移到 考察",
        "Undone: #1 光翼激光雷达项目 moved from Contact to Visit"
      ),
      (
        .undone(SequenceNumber(4), .undone(SequenceNumber(3), .moved(id, move))),
        "重做：#1 光翼激光雷达项目 从 对接 移到 考察", "Redone: #1 光翼激光雷达项目 moved from Contact to Visit"
      ),
      (
        .storeRecovered(
          StoreRecovery(
            .putAside, files: ["journal/0000000000000001.jsonl"],
            kept: ["quarantine/0000000000000001-512-7.torn"], bytes: 40)),
        "数据：移走 journal/0000000000000001.jsonl 末尾没写完的 40 字节，"
          + "留在 quarantine/0000000000000001-512-7.torn",
        "Store: put aside 40 bytes of an unfinished write at the end of "
          + "journal/0000000000000001.jsonl, kept in quarantine/0000000000000001-512-7.torn"
      ),
      (
        .storeRecovered(StoreRecovery(.completed, files: ["journal/1"])),
        "数据：补上了 journal/1 最后一条的行尾", "Store: added the line end that journal/1 lacked"
      ),
      (
        .storeRecovered(
          StoreRecovery(
            .mended, files: ["journal/1", "journal/9"], kept: ["quarantine/1"],
            last: SequenceNumber(12))),
        "数据：用备份修补了 journal/1、journal/9，完整到第 12 条，留在 quarantine/1",
        "Store: mended journal/1, journal/9 with a backup, whole up to change 12, kept in quarantine/1"
      ),
      (
        .storeRecovered(StoreRecovery(.restored, last: SequenceNumber(12))),
        "数据：从备份恢复到第 12 条", "Store: brought back from a backup, up to change 12"
      ),
      (
        .storeRecovered(
          StoreRecovery(
            .gap, kept: ["journal/1"], first: SequenceNumber(3), last: SequenceNumber(5))),
        "数据：放弃了读不出的第 3–5 条，留在 journal/1",
        "Store: gave up changes 3–5, which could not be read, kept in journal/1"
      ),
      (
        .reminded(Reminder("王磊", of: reminded, .begun, count: 3)),
        "提醒：开始把 2026-11-30 的 3 项发给 王磊", "Reminder: sending 王磊 the 3 items of 2026-11-30"
      ),
      (
        .reminded(Reminder("王磊", of: reminded, .sent, count: 3)),
        "提醒：2026-11-30 的 3 项已发给 王磊", "Reminder: sent 王磊 the 3 items of 2026-11-30"
      ),
      (
        .reminded(Reminder("王磊", of: reminded, .failed, count: 3)),
        "提醒：2026-11-30 的 3 项没能发给 王磊", "Reminder: could not send 王磊 the 3 items of 2026-11-30"
      ),
      (
        .unknown(kind: "project.merged", json: "{}"), "由更新版本写入（project.merged）",
        "Written by a newer version (project.merged)"
      ),
    ]
    for (event, chinese, english) in events {
      #expect(zh.event(event, pipeline: pipeline) == chinese)
      #expect(en.event(event, pipeline: pipeline) == english)
    }
    #expect(Set(events.compactMap(\.0.kind)) == Set(Event.Kind.allCases))
  }
}

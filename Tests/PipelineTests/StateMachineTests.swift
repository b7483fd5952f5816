import Pipeline
import TestSupport
import Testing

/// Every kind of command on a card of every stage and every status, against a table written from
/// the rules and not from the code.
struct StateMachineTests {
  static let today: Day = "2023-11-22"
  static let statuses: [Status] = [
    .ongoing, .onHold(review: "2024-03-01", reason: "待环评"),
    .lost(.elsewhere, place: "潍坊", note: nil), .withdrawn(reason: "产能过剩"),
    .archived(reason: "重复登记"),
  ]

  /// What a command may do to a card, as the rules have it.
  enum Outcome: Equatable {
    case refused(Refusal)
    case nothing
    /// The stage and status it ends in, and the step taken if it moved.
    case becomes(Stage, Status, MoveKind? = nil)
  }

  /// The commands, each with what the rules make of it on a card in `stage` with `status`.
  static func table(_ id: ProjectID, _ stage: Stage, _ status: Status) -> [(Command, Outcome)] {
    let isOpen = status == statuses[0] || status == statuses[1]
    var rows: [(Command, Outcome)] = []

    for target in Stage.allCases {
      func row(_ on: BusinessDate, _ reason: String?, _ outcome: Outcome) {
        let order = MoveOrder(to: target, on: on, reason: reason)
        rows.append((.move(id, order), isOpen ? outcome : .refused(.closed(id, status))))
      }
      if target == stage {
        row("2023-08-01", nil, .nothing)
        row("2024-08-01", nil, .nothing)
        continue
      }
      let asked = requirements(from: stage, to: target)
      let step: MoveKind =
        target < stage ? .back : target.number == stage.number + 1 ? .advance : .skip
      row("2023-08-01", nil, .refused(.reasonNeeded(id, entering: target, asked)))
      row("2023-08-01", " \u{3000} ", .refused(.reasonNeeded(id, entering: target, asked)))
      row("2023-08-01", "现场会商定", .becomes(target, status, step))
      row("2023-11", "现场会商定", .becomes(target, status, step))
      row("2023-12", "现场会商定", .refused(.inFuture("2023-12", today: today)))
      row("2023-11-23", "现场会商定", .refused(.inFuture("2023-11-23", today: today)))
      row(
        "2023-05-31", nil,
        .refused(
          .reasonNeeded(id, entering: target, asked + [.dateInOrder(after: "2023-06-01")])))
      row(
        .unknown, "现场会商定",
        target == .signing
          ? .refused(.missing(id, entering: .signing, [.signingDate]))
          : .becomes(target, status, step))
      row("2023-08-01", "\0", .refused(.text(.reason, TextFaults.null)))
    }

    let review: Day = "2023-12-31"
    let held = Status.onHold(review: review, reason: "等指标")
    func onlyOngoing(_ outcome: Outcome) -> Outcome {
      switch status {
      case .ongoing: outcome
      case .onHold: .refused(.alreadyOnHold(id))
      case .lost, .withdrawn, .archived: .refused(.closed(id, status))
      }
    }
    rows += [
      (
        .hold(id, review: review, reason: "等指标", on: "2023-11-01"),
        onlyOngoing(.becomes(stage, held))
      ),
      (
        .hold(id, review: review, reason: " ", on: "2023-11-01"),
        onlyOngoing(.refused(.reasonMissing(id, .hold)))
      ),
      (
        .hold(id, review: "2023-11-01", reason: "", on: "2023-11-01"),
        onlyOngoing(.refused(.reviewNotAfter("2023-11-01", today: "2023-11-01")))
      ),
      (
        .hold(id, review: "2023-11-02", reason: "等指标", on: "2023-11-01"),
        onlyOngoing(.becomes(stage, .onHold(review: "2023-11-02", reason: "等指标")))
      ),
      (
        .hold(id, review: today, reason: "等指标", on: .unknown),
        onlyOngoing(.refused(.reviewNotAfter(today, today: today)))
      ),
      (
        .hold(id, review: review, reason: "等指标", on: "2023-11-23"),
        onlyOngoing(.refused(.inFuture("2023-11-23", today: today)))
      ),
      (
        .resume(id, on: "2023-11-01"),
        status == statuses[1] ? .becomes(stage, .ongoing) : .refused(.notOnHold(id))
      ),
      (
        .resume(id, on: "2023-12"),
        status == statuses[1]
          ? .refused(.inFuture("2023-12", today: today)) : .refused(.notOnHold(id))
      ),
    ]

    func onlyOpen(_ outcome: Outcome) -> Outcome {
      isOpen ? outcome : .refused(.closed(id, status))
    }
    for reason in LossReason.allCases {
      rows.append(
        (
          .lose(id, reason, place: " 滨州 ", note: "\u{200B}", on: "2023-11-01"),
          onlyOpen(.becomes(stage, .lost(reason, place: " 滨州", note: nil)))
        ))
    }
    rows += [
      (
        .lose(id, .land, place: nil, note: nil, on: .unknown),
        onlyOpen(.refused(.dateMissing(id, .lost)))
      ),
      (
        .lose(id, .land, place: "\0", note: nil, on: "2023-11-23"),
        onlyOpen(.refused(.inFuture("2023-11-23", today: today)))
      ),
      (
        .lose(id, .land, place: "\0", note: nil, on: "2023-11"),
        onlyOpen(.refused(.text(.place, TextFaults.null)))
      ),
      (
        .withdraw(id, reason: "不符合规划", on: "2023-11"),
        onlyOpen(.becomes(stage, .withdrawn(reason: "不符合规划")))
      ),
      (
        .withdraw(id, reason: "", on: "2023-11"), onlyOpen(.refused(.reasonMissing(id, .withdrawn)))
      ),
      (
        .withdraw(id, reason: "", on: .unknown), onlyOpen(.refused(.dateMissing(id, .withdrawn)))
      ),
      (
        .archive(id, reason: "已并入", on: .unknown),
        status == statuses[4]
          ? .refused(.closed(id, status)) : .becomes(stage, .archived(reason: "已并入"))
      ),
      (
        .archive(id, reason: "", on: "2023-11-01"),
        status == statuses[4]
          ? .refused(.closed(id, status)) : .refused(.reasonMissing(id, .archived))
      ),
      (
        .reopen(id, reason: nil, on: "2023-11-01"),
        isOpen ? .refused(.notClosed(id)) : .becomes(stage, .ongoing)
      ),
      (
        .reopen(id, reason: nil, on: "2023-11-23"),
        isOpen ? .refused(.notClosed(id)) : .refused(.inFuture("2023-11-23", today: today))
      ),
      (.reorder(id, .up), onlyOpen(.refused(.lastInColumn(id)))),
      (.reorder(id, .under(nil)), onlyOpen(.nothing)),
      (.reorder(id, .down), onlyOpen(.becomes(stage, status))),
      (.edit(id, [FieldEdit(.owner, to: .text("李娜"))]), .becomes(stage, status)),
      (.edit(id, []), .nothing),
      (.note(id, text: "致电财务总监", on: "2023-11-22"), .becomes(stage, status)),
      (
        .note(id, text: "致电财务总监", on: "2023-11-23"),
        .refused(.inFuture("2023-11-23", today: today))
      ),
      (.note(id, text: "  ", on: .unknown), .refused(.text(.note, TextFaults.nothingVisible))),
      (
        .log(Activity.Facts(projects: [id], kind: .call, on: "2023-11-22")),
        .becomes(stage, status)
      ),
      (
        .log(Activity.Facts(projects: [id], kind: .call, on: "2023-11-23")),
        .refused(.inFuture("2023-11-23", today: today))
      ),
      (
        .reach(Milestone.Facts(projects: [id], kind: .registered, on: "2023-11")),
        .becomes(stage, status)
      ),
      (
        .reach(Milestone.Facts(projects: [id], kind: .registered, on: "2024-01")),
        .refused(.inFuture("2024-01", today: today))
      ),
      (.undo([]), .refused(.nothingToUndo)),
      (.together([]), .nothing),
      (.take(Intake()), .nothing),
    ]
    return rows
  }

  /// What the move wants a reason for, on a card with no activity, no milestone and no amount.
  static func requirements(from origin: Stage, to target: Stage) -> [Requirement] {
    if target < origin { return [.reasonToStepBack] }
    let evidence: [Requirement] =
      switch target {
      case .contact: []
      case .visit: [.outboundActivity]
      case .returnVisit: [.inboundActivity]
      case .intent: [.intentOutcome]
      case .approval: origin == .intent ? [.approvalStarted] : [.approvalStarted, .intentReached]
      case .signing: [.approvalGranted, .amount]
      }
    let skipped = Stage.allCases.filter { $0.number > origin.number && $0.number < target.number }
    return evidence + (skipped.isEmpty ? [] : [.reasonToSkip(skipped)])
  }

  /// A card in a stage with a status, on top of another one.
  static func ledger(_ stage: Stage, _ status: Status) throws -> (Ledger, ProjectID) {
    var ledger = Ledger(today: today)
    let id = try ledger.add("齐星铝业", in: stage, on: "2023-06-01")
    try ledger.add("西王食品", in: stage)
    let on: BusinessDate = "2023-06-10"
    switch status {
    case .ongoing: break
    case .onHold(let review, let reason):
      try ledger.commit(.hold(id, review: review, reason: reason, on: on))
    case .lost(let reason, let place, let note):
      try ledger.commit(.lose(id, reason, place: place, note: note, on: on))
    case .withdrawn(let reason): try ledger.commit(.withdraw(id, reason: reason, on: on))
    case .archived(let reason): try ledger.commit(.archive(id, reason: reason, on: on))
    }
    return (ledger, id)
  }

  @Test(
    "Every command on every stage and status does what the rules say",
    arguments: Stage.allCases, statuses)
  func walk(stage: Stage, status: Status) throws {
    let (start, id) = try Self.ledger(stage, status)
    for (command, expected) in Self.table(id, stage, status) {
      var ledger = start
      let outcome: Outcome
      do {
        let recorded = try ledger.commit(command)
        let project = try #require(ledger.pipeline[id])
        let before = try #require(start.pipeline[id])
        let added = project.entries.dropFirst(before.entries.count)
        outcome =
          recorded.isEmpty
          ? .nothing : .becomes(project.stage, project.status, added.first?.kind)
        #expect(project.entries.starts(with: before.entries), "history is never rewritten")
        #expect(project.statuses.starts(with: before.statuses), "history is never rewritten")
        #expect(added.count <= 1)
        if recorded.isEmpty { #expect(ledger.pipeline == start.pipeline) }
      } catch let refusal as Refusal {
        outcome = .refused(refusal)
        #expect(ledger.pipeline == start.pipeline)
      }
      #expect(outcome == expected, "\(command)")
      #expect(ledger.pipeline.brokenInvariants == [], "\(command)")
    }
  }

  @Test("No command knows a project that is not there")
  func unknownProject() throws {
    let (ledger, _) = try Self.ledger(.visit, .ongoing)
    let id: ProjectID = 9
    for (command, _) in Self.table(id, .visit, .ongoing) {
      switch command {
      case .add, .saveDirectoryEntry, .removeCluster, .rename, .register, .undo, .together, .take:
        continue
      case .edit, .move, .reorder, .hold, .resume, .lose, .withdraw, .archive, .reopen, .log,
        .reach, .note:
        #expect(ledger.refusal(of: command) == .unknownProject(9), "\(command)")
      }
    }
  }
}

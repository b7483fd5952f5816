internal import Canvas
internal import Insight
internal import Pipeline
internal import Vocabulary
internal import Wording

extension Painter {
  func title(of purpose: Form.RegisterPurpose) -> String {
    func named(_ id: ProjectID) -> String { words.project(id, in: ui.pipeline) }
    func asked(_ id: RequestID) -> String {
      "\(id.number) " + (ui.pipeline.request(id)?.organisation ?? "")
    }
    return switch purpose {
    case .addRequest: words.newRequestTitle
    case .editRequest(let id): words.editRequestTitle(asked(id))
    case .advance(let id, let origin): words.advanceTitle(asked(id), from: origin)
    case .addTarget: words.newTargetTitle
    case .editTarget: words.editTargetTitle
    case .approval(let id): words.approvalTitle(named(id))
    case .step(let id): words.stepTitle(named(id))
    case .offer(let id): words.offerTitle(named(id))
    case .answer(_, let id): words.answerTitle(named(id))
    case .merge(let id): words.mergeTitle(named(id))
    }
  }

  /// What such a form is about, above its lines.
  func registerExplanation(_ purpose: Form.RegisterPurpose, _ form: Form, width: Int)
    -> [(String, Role)]
  {
    var lines: [(String, Role)] = []
    func add(_ text: String, _ role: Role) {
      for line in Wrapping.lines(of: text, width: width, limit: 3) { lines.append((line, role)) }
    }
    switch purpose {
    case .addRequest, .editRequest, .addTarget, .editTarget: break
    case .advance(let id, _):
      if let request = ui.pipeline.request(id) { add(request.subject, .dim) }
    case .approval(let id), .step(let id):
      let route = ui.pipeline[id]?.text(.route)
      let known = route.flatMap { ApprovalRoute(spoken: $0) }.map { words.name($0) }
      add(words.approvalLine(route: known ?? route, ui.pipeline.approval(of: id)), .dim)
    case .offer(let id):
      let lead = ui.pipeline[id]?.lead ?? []
      add(words.offerExplains(from: lead.first), .dim)
    case .answer(let id, _):
      if let handOver = ui.pipeline.handOver(id) {
        add(words.handOverLine(handOver), .text)
        add(words.answerExplains, .dim)
      }
    case .merge(let id):
      let other = Form.RegisterLine.project(in: form.text(.line(.same)))
      let all = ui.pipeline.likenesses(to: id)
      if let like = all.first(where: { $0.project == other }) {
        add(words.likeness(like, in: ui.pipeline), .warn)
      } else if let other, ui.pipeline[other] != nil {
        add(words.unlike(words.project(other, in: ui.pipeline)), .error)
      } else if all.isEmpty {
        add(words.noLikeness, .dim)
      }
      add(words.mergeExplains, .warn)
      // What saving would do, before it is done.
      let on = FormReader(form: form, today: ui.today).date(.on) ?? .day(ui.today)
      if let other,
        let (merger, left) = ui.pipeline.imagineMerger(of: id, into: other, on: on, today: ui.today)
      {
        add(words.carriedOver(by: merger), .text)
        words.leftBehind(left, by: merger, in: ui.pipeline).map { add($0, .text) }
      }
    }
    return lines
  }

  /// Why saving a new project waits: whom it resembles, and who talked to them first.
  func likenessWarning(_ form: Form, width: Int) -> [(String, Role)] {
    var lines: [(String, Role)] = []
    for like in form.likenesses {
      for line in Wrapping.lines(of: words.likeness(like, in: ui.pipeline), width: width) {
        lines.append((line, .warn))
      }
    }
    for line in Wrapping.lines(of: words.likenessHold, width: width) {
      lines.append((line, .error))
    }
    return lines
  }

  /// Who talked first to what is being typed, in the room between the lines and the buttons.
  mutating func drawLikenesses(_ form: Form, below area: Rect) {
    let free = area.height - form.entries.count
    guard free > 0, form.warned.isEmpty, let like = form.likenesses.first else { return }
    let lines = Wrapping.lines(
      of: words.likeness(like, in: ui.pipeline), width: area.width, limit: free)
    for (offset, line) in lines.enumerated() {
      frame.write(
        line, at: Point(x: area.x, y: area.y + form.entries.count + offset), role: .warn,
        limit: area.maxX)
    }
  }
}

internal import Insight
internal import Pipeline
internal import Vocabulary
internal import Wording

extension UIState {
  /// The form of an action of the registers; nil when there is none, or nothing to act on.
  func blankRegisterForm(for action: Action, _ id: ProjectID?) -> Form? {
    switch action {
    case .newRequest: return Form(.addRequest, requestEntries(nil))
    case .editRequest:
      return requests.selected.map { Form(.editRequest($0.id), requestEntries($0)) }
    case .advanceRequest: return requests.selected.flatMap(advanceForm)
    case .newTarget: return Form(.addTarget, targetEntries(nil))
    case .editTarget:
      guard case .target(let progress) = targets.selected else { return nil }
      let target = progress.target
      return Form(.editTarget(RegisterEntry.target(target).key), targetEntries(target))
    default:
      guard let id, let project = pipeline[id] else { return nil }
      return blankRegisterForm(for: action, project)
    }
  }

  private func blankRegisterForm(for action: Action, _ project: Project) -> Form? {
    let on = Form.Entry(.on, today.description, isRequired: true)
    switch action {
    case .approval: return Form(.approval(project.id), approvalEntries(project))
    case .approvalStep: return Form(.step(project.id), stepEntries(project))
    case .handOver:
      if let open = pipeline.handOvers.last(where: { $0.project == project.id && $0.answer == nil })
      {
        let answers = HandOver.Answer.allCases.map { words.name($0) }
        let answer = Form.Entry(.line(.answer), isRequired: true, choices: answers)
        return Form(.answer(open.id, project.id), [answer, on, Form.Entry(.note)])
      }
      let units = KnownValues(pipeline).units
      let to = Form.Entry(.line(.to), isRequired: true, choices: units)
      return Form(.offer(project.id), [to, on, Form.Entry(.reason)])
    case .merge:
      let like = pipeline.likenesses(to: project.id).map(\.project)
        .filter { pipeline[$0]?.status.isOpen ?? false }
      let liked = Set(like)
      let others = pipeline.projects.filter { other in
        other.id != project.id && other.status.isOpen && !liked.contains(other.id)
      }
      let names = like.map { words.project($0, in: pipeline) }
      let same = Form.Entry(
        .line(.same), names.first ?? "", isRequired: true,
        choices: names + others.map { words.project($0.id, in: pipeline) })
      var form = Form(.merge(project.id), [same, on])
      // Whoever presses Enter without reading has changed nothing.
      form.button = names.isEmpty ? nil : .cancel
      return form
    default: return nil
    }
  }

  // MARK: Lines

  private func requestEntries(_ request: ServiceRequest?) -> [Form.Entry] {
    let values = KnownValues(pipeline)
    return [
      Form.Entry(
        .line(.firm), request?.organisation ?? "", isRequired: true, choices: values.firms),
      Form.Entry(
        .line(.requestKind), words.name(request?.kind ?? .need), isRequired: true,
        choices: ServiceRequest.Kind.allCases.map { words.name($0) }),
      Form.Entry(
        .line(.category), request?.category.map { words.name($0) } ?? "",
        choices: ServiceRequest.Category.allCases.map { words.name($0) }),
      Form.Entry(.line(.subject), request?.subject ?? "", isRequired: true),
      Form.Entry(.line(.unit), request?.unit ?? "", choices: values.serviceUnits),
      Form.Entry(
        .line(.received), request?.received.description ?? today.description, isRequired: true),
      Form.Entry(.line(.fast), request?.isFast == true ? words.yes : "", choices: yesOrNo),
      Form.Entry(.due, request?.due?.description ?? ""),
      Form.Entry(.line(.channel), request?.channel ?? "", choices: values.channels),
      Form.Entry(.note, request?.note ?? ""),
    ]
  }

  private var yesOrNo: [String] { [words.yes, words.no] }

  /// The form of the next step; trips and satisfaction are asked for once it is closed.
  private func advanceForm(_ request: ServiceRequest) -> Form? {
    guard let next = request.status.next else { return nil }
    let steps = ServiceRequest.Status.allCases.filter { $0 > request.status }
    // What was said of the step before it was taken back is offered again.
    let taken = request.taken(to: next, today: today)
    var entries = [
      Form.Entry(
        .line(.requestStep), words.name(next), isRequired: true,
        choices: steps.map { words.name($0) }),
      Form.Entry(.on, (taken[next] ?? .day(today)).description, isRequired: true),
    ]
    if next >= .closed {
      entries += [
        Form.Entry(.line(.result), taken.result ?? ""),
        Form.Entry(.line(.trips), taken.trips.map(String.init) ?? ""),
        Form.Entry(
          .line(.mark), taken.satisfaction.map(String.init) ?? "",
          choices: (1...5).map(String.init)),
      ]
    }
    return Form(.advance(request.id, from: request.status), entries)
  }

  private func targetEntries(_ target: Target?) -> [Form.Entry] {
    let values = KnownValues(pipeline)
    return [
      Form.Entry(.line(.year), "\(target?.year ?? day.civil.year)", isRequired: true),
      Form.Entry(
        .line(.measure), words.name(target?.measure ?? .signings), isRequired: true,
        choices: Target.Measure.allCases.map { words.name($0) }),
      Form.Entry(
        .line(.value), target.map { words.targetValue($0) } ?? "", isRequired: true),
      Form.Entry(.line(.targetUnit), target?.unit ?? "", choices: values.units),
      Form.Entry(.line(.cluster), target?.cluster ?? "", choices: values.clusters),
      Form.Entry(.note, target?.note ?? ""),
    ]
  }

  private func approvalEntries(_ project: Project) -> [Form.Entry] {
    let noted = project.text(.route)
    let route = noted.flatMap { ApprovalRoute(spoken: $0) }.map { words.name($0) }
    let hasList = !pipeline.decisions(of: project.id).isEmpty
    return [
      Form.Entry(
        .line(.route), route ?? noted ?? "", choices: ApprovalRoute.allCases.map { words.name($0) },
        seen: .value(project[.route])),
      Form.Entry(
        .field(.reviewingBody), project.text(.reviewingBody) ?? "",
        choices: known(.reviewingBody), seen: .value(project[.reviewingBody])),
      Form.Entry(.line(.checklist), hasList ? words.no : words.yes, choices: yesOrNo),
    ]
  }

  private func stepEntries(_ project: Project) -> [Form.Entry] {
    let progress = pipeline.approval(of: project.id)
    let open = progress.decisions.filter { $0.done == nil }.map(\.name)
    let next = progress.next
    return [
      Form.Entry(.line(.point), next?.name ?? "", isRequired: true, choices: open),
      Form.Entry(.line(.done), today.description),
      Form.Entry(.line(.body), next?.body ?? "", choices: known(.reviewingBody)),
      Form.Entry(.due, next?.due?.description ?? ""),
      Form.Entry(.line(.document), next?.document ?? ""),
    ]
  }
}

extension Form {
  init(_ purpose: RegisterPurpose, _ entries: [Entry]) {
    self.init(purpose: .register(purpose), entries: entries)
  }
}

extension ServiceRequest.Status {
  var next: Self? { Self.allCases.first { $0 > self } }
  var previous: Self? { Self.allCases.last { $0 < self } }
}

internal import Insight
internal import Pipeline
internal import Vocabulary
internal import Wording

extension UIState {
  /// Opens the form that an action fills in, with what is known already in it.
  mutating func openForm(for action: Action) {
    if let form = blankForm(for: action) { open(form) }
  }

  /// The form of an action for what is selected or marked, as it is before anything is typed.
  func blankForm(for action: Action) -> Form? {
    if let cargo, cargo.count > 1, let action = BulkAction(action) {
      return bulkForm(action, cargo)
    }
    let id = BulkAction(action) == nil ? selected : actedOn
    return blankForm(for: action, action == .newProject ? nil : id, nil)
  }

  /// Fills in the form of an action with what was typed behind its command, and saves it; what cannot
  /// be saved stays open with the reason.
  mutating func fill(_ action: Action, with typed: String) -> [Effect] {
    if let reason = unavailable(action) {
      say(reason, .bad)
      return []
    }
    cancelDrag(saying: nil)
    // Never a draft: all that is saved stands in the command.
    guard var form = blankForm(for: action) else { return [] }
    form.under = openCard
    form.fill(typed, for: action, today: today)
    if form.asksFirst {
      form.focus = 0
      form.button = .cancel
      overlay = .form(form)
      return []
    }
    if let key = form.unsaid(typed, for: action, today: today) {
      form.focus = form.entries.firstIndex { $0.key == key } ?? 0
      form.isFresh = true
      overlay = .form(form)
      say(words.formWants(words.formLabel(key)))
      return []
    }
    overlay = .form(form)
    return submitForm()
  }

  /// The form of an action on a project, as it is before anything is typed; nil when there is none.
  func blankForm(for action: Action, _ id: ProjectID?, _ stage: Stage?) -> Form? {
    if action == .newProject { return Form(purpose: .add, entries: newProjectEntries()) }
    if let form = blankRegisterForm(for: action, id) { return form }
    guard let id, let project = pipeline[id] else { return nil }
    let on = Form.Entry(.on, today.description, isRequired: true)
    let reason = Form.Entry(.reason, isRequired: true)
    switch action {
    case .edit: return Form(purpose: .edit(id), entries: editEntries(project))
    case .logActivity, .finishStep:
      var form = Form(
        purpose: .log(id), entries: activityEntries(project, isFinished: action == .finishStep))
      form.shown = 5
      return form
    case .carry:
      guard let stage, stage != project.stage, project.status.isOpen else { return nil }
      return moveForm(
        project, to: stage,
        missing: pipeline.missing(moving: project, to: stage, on: .day(today)))
    case .milestone:
      let kinds = MilestoneKind.allCases.map(words.milestone)
      let kind = Form.Entry(.milestoneKind, isRequired: true, choices: kinds)
      return Form(purpose: .milestone(id), entries: [kind, on, Form.Entry(.note)])
    case .nextStep:
      return Form(purpose: .nextStep(id), entries: nextEntries(project))
    case .note:
      return Form(purpose: .note(id), entries: [Form.Entry(.note, isRequired: true), on])
    case .hold:
      let review = Form.Entry(.review, today.adding(30).description, isRequired: true)
      return Form(purpose: .hold(id), entries: [review, reason, on])
    case .lose:
      let reasons = LossReason.allCases.map(words.lossReason)
      let why = Form.Entry(.lossReason, isRequired: true, choices: reasons)
      return Form(
        purpose: .lose(id),
        entries: [
          why, Form.Entry(.lossPlace, choices: KnownValues(pipeline).places), Form.Entry(.note), on,
        ])
    case .withdraw: return Form(purpose: .withdraw(id), entries: [reason, on])
    case .archive: return Form(purpose: .archive(id), entries: [reason, on])
    case .reopen: return Form(purpose: .reopen(id), entries: [Form.Entry(.reason), on])
    case .assign:
      let owner = Form.Entry(
        .field(.owner), project.owner ?? "", choices: known(.owner), seen: .value(project[.owner]))
      return Form(purpose: .assign(id), entries: [owner])
    case .tag:
      let tags = Form.Entry(
        .field(.tags), words.names(project.tags, .words), choices: known(.tags),
        seen: .value(project[.tags]))
      return Form(purpose: .tag(id), entries: [tags])
    default: return nil
    }
  }

  /// Opens the small form of a move that lacks something; the card stays where it is.
  mutating func openMoveForm(_ project: Project, to stage: Stage, missing: [Requirement]) {
    let form = moveForm(project, to: stage, missing: missing)
    // What is wanted comes before the reason that goes without it.
    open(form, focusing: form.entries.first { $0.key != .on }?.key)
  }

  private func moveForm(_ project: Project, to stage: Stage, missing: [Requirement]) -> Form {
    var entries = [Form.Entry(.on, today.description, isRequired: true)]
    if missing.contains(.organisation) {
      entries.append(
        Form.Entry(.field(.investors), isRequired: true, choices: known(.investors)))
    }
    let wanted = pipeline.requirements(entering: stage, project, on: .day(today))
      .filter { !$0.isMet }.map(\.requirement)
    if stage > project.stage { entries += evidenceEntries(for: wanted) }
    for requirement in wanted {
      switch requirement {
      case .amount, .field(.amount): entries.append(Form.Entry(.field(.amount)))
      case .source: entries.append(Form.Entry(.field(.source), choices: known(.source)))
      case .field(let field): entries.append(Form.Entry(.field(field), choices: known(field)))
      default: break
      }
    }
    entries.append(Form.Entry(.reason))
    return Form(
      purpose: .move(project.id, from: project.stage, to: stage, missing: missing),
      entries: entries)
  }

  /// Opens a form on the line asked for, else on the first one that must be filled in.
  mutating func open(_ form: Form, focusing key: Form.Key? = nil) {
    var form = drafts[form.purpose] ?? form
    form.refusal = nil
    form.failure = nil
    form.under = openCard
    let wanted = form.entries.firstIndex { entry in
      key.map { $0 == entry.key } ?? (entry.isRequired && entry.editor.isEmpty)
    }
    form.focus = wanted ?? form.focus
    if form.focus >= form.visibleCount { form.shown = nil }
    form.isFresh = !form.entries[form.focus].editor.isEmpty
    overlay = .form(form)
  }

  private func newProjectEntries() -> [Form.Entry] {
    [
      Form.Entry(.field(.name), isRequired: true),
      Form.Entry(.field(.investors), isRequired: true, choices: known(.investors)),
      Form.Entry(
        .field(.kind), words.projectKind(.investment),
        choices: ProjectKind.allCases.map(words.projectKind)),
      Form.Entry(.field(.lead), unit ?? "", choices: known(.lead)),
      Form.Entry(.field(.owner), actor.name, choices: known(.owner)),
      Form.Entry(.field(.amount)),
      Form.Entry(.field(.industry), choices: known(.industry)),
      Form.Entry(.field(.cluster), choices: known(.cluster)),
      Form.Entry(.field(.source), choices: known(.source)),
      Form.Entry(
        .stage, words.stage(screen == .board ? focus : .contact), isRequired: true,
        choices: Stage.allCases.map(words.stage)),
      Form.Entry(.on, today.description, isRequired: true),
    ]
  }

  private func editEntries(_ project: Project) -> [Form.Entry] {
    Field.editable.filter { ![.next, .attachments, .externalKeys].contains($0) }.map { field in
      Form.Entry(
        .field(field), FieldText.write(project[field], of: field, words: words),
        isRequired: field == .name || field == .investors,
        choices: field == .kind ? ProjectKind.allCases.map(words.projectKind) : known(field),
        seen: .value(project[field]))
    }
  }

  private func nextEntries(_ project: Project) -> [Form.Entry] {
    [
      Form.Entry(.field(.next), project.next?.text ?? "", seen: .value(project[.next])),
      Form.Entry(.due, project.next?.due?.description ?? ""),
    ]
  }

  /// What was done, what comes next, and folded away all that is seldom filled in.
  ///
  /// - Parameter isFinished: Whether the next step is what was done: it becomes the text, and nothing
  ///   comes after it until that is typed.
  private func activityEntries(_ project: Project, isFinished: Bool) -> [Form.Entry] {
    let likely: ActivityKind =
      switch project.stage {
      case .contact, .visit: .outbound
      case .returnVisit: .inbound
      case .intent, .approval, .signing: .negotiation
      }
    let values = KnownValues(pipeline)
    var text = Form.Entry(.outcomeText)
    var next = nextEntries(project)
    if isFinished {
      text.editor.set(project.next?.text ?? "")
      for index in next.indices { next[index].editor.set("") }
    }
    return [
      Form.Entry(
        .activityKind, words.activityKind(likely), isRequired: true,
        choices: ActivityKind.allCases.map(words.activityKind)),
      text, next[0], next[1],
      Form.Entry(.on, today.description, isRequired: true), Form.Entry(.end),
      Form.Entry(.place, choices: values.places), Form.Entry(.sites, choices: values.sites),
      Form.Entry(.unit, words.names(project.lead, .firms), choices: values.units),
      Form.Entry(.leader, choices: values.people),
      Form.Entry(.leaderTitle, choices: values.leaderTitles),
      Form.Entry(.team, choices: values.people), Form.Entry(.times, "1"),
      Form.Entry(.outcome, choices: Outcome.allCases.map(words.outcome)),
      Form.Entry(.trip, choices: values.trips), Form.Entry(.note),
    ]
  }

  /// The values in use already, most used first.
  func known(_ field: Field) -> [String] {
    let values = KnownValues(pipeline)
    return switch field {
    case .owner: values.owners
    case .cluster: values.clusters
    case .lead: values.units
    case .investors: values.investors
    case .tags: values.tags
    case .industry, .source, .origin, .landing, .grade, .sponsor, .steward, .firstTalkUnit,
      .researchPlace, .productionPlace, .chainSegment, .phase, .reviewingBody, .approvalStatus,
      .contractKind:
      values.texts(field)
    default: []
    }
  }
}

internal import Canvas
internal import Insight
internal import Pipeline
internal import Vocabulary
internal import Wording

extension UIState {
  /// What is to be said now, line by line; afterwards it is said.
  package mutating func speak() -> [String] {
    guard var place = plain else { return [] }
    var lines = place.sayings
    place.sayings = []
    if let notice, notice != place.notice { lines.append(words.spoken(notice)) }
    place.notice = notice
    switch overlay {
    case .form(let form): lines += self.lines(of: form)
    case .confirm(let question): lines += self.lines(of: question)
    case .own(.asking(let asking)): lines.append(asking.question)
    case .filing(let filing):
      if let failure = filing.failure { lines.append(failure) }
      lines.append(words.spokenPath(filing.editor.text))
    default:
      if place.asksFilter {
        lines.append(words.spokenFilter(filterText))
      } else if place.isNew {
        lines += page(&place)
        place.isNew = false
      }
    }
    if case .form(let form) = overlay { place.form = form.purpose } else { place.form = nil }
    plain = place
    return lines
  }

  /// What stands before the place where a line is typed.
  package var spokenPrompt: String {
    let name: String =
      switch overlay {
      case .form(let form) where form.button == nil: words.formLabel(form.entries[form.focus].key)
      case .form, .confirm, .own, .filing: ""
      default:
        switch plain?.page {
        case .stage(let stage, _): words.stage(stage)
        case .card(let id): id.description
        case .stages, .offered, nil: ""
        }
      }
    return name + "> "
  }

  // MARK: Pages

  private func page(_ place: inout PlainPlace) -> [String] {
    switch place.page {
    case .stages:
      place.choices = Stage.allCases.map { .stage($0) }
      return [heading] + numbered(Stage.allCases.map(line)) + [words.plainHint]
    case .stage(let stage, let from): return lines(of: stage, from: from, &place)
    case .card(let id): return lines(of: id, &place)
    case .offered:
      let titles = place.choices.map { choice in
        if case .row(let row) = choice { words.spoken(row) } else { "" }
      }
      return [words.whichOne] + numbered(titles)
    }
  }

  private func numbered(_ lines: [String]) -> [String] {
    lines.enumerated().map { "\($0.offset + 1) \($0.element)" }
  }

  private var heading: String {
    let signed = board.late(.signing).open
    var parts = [
      words.productName + " " + words.date(.day(day)) + " " + words.weekday(day),
      words.openCount(warnings.open - signed),
    ]
    if signed > 0 { parts.append(words.signedCount(signed)) }
    parts += words.late(warnings)
    if !filterText.isEmpty { parts.append(words.filterChip(filterText)) }
    return words.list(parts)
  }

  private func line(of stage: Stage) -> String {
    let count = columns[stage.index].count
    var parts = [words.stage(stage) + " " + words.projects(count)]
    if let sum = words.headSums(totals[stage.index]).first, count > 0 { parts.append(sum) }
    return words.list(parts + words.late(board.late(stage)))
  }

  private func lines(of stage: Stage, from: Int, _ place: inout PlainPlace) -> [String] {
    let ids = columns[stage.index]
    let shown = ids.dropFirst(from).prefix(PlainWord.page)
    place.choices = shown.map { .card($0) }
    var titles = shown.compactMap { pipeline[$0].map(line) }
    let rest = ids.count - from - shown.count
    if rest > 0 {
      place.choices.append(.more(stage, from: from + shown.count))
      titles.append(words.moreCards(rest))
    }
    return [line(of: stage)] + numbered(titles)
  }

  private func line(of project: Project) -> String {
    let name = "\(project.id) \(project.name)"
    guard let standing = project.standing(asOf: moment.cutoff) else { return name }
    let ageing = pipeline.ageing(of: project, standing, at: moment, thresholds: thresholds)
    let facts = CardFacts(project, standing, ageing, words, width: .max / 2)
    let parts = [name, words.next(project, standing) ?? "", facts.left, facts.right]
    return words.points(parts.filter { !$0.isEmpty })
  }

  private func lines(of id: ProjectID, _ place: inout PlainPlace) -> [String] {
    guard let project = pipeline[id] else { return [] }
    let rows = menuRows(Menu(isForMarked: false, over: openCard)).filter { row in
      row.unavailable == nil && ![.action(.open), .action(.mark)].contains(row.choice)
    }
    place.choices = rows.map { .menu($0.choice) }
    return spokenLines(of: project) + [words.whatNow] + numbered(rows.map(\.title))
  }

  /// The card's text without the rules that part it on a screen.
  private func spokenLines(of project: Project) -> [String] {
    cardText(project).split(separator: "\n").map(String.init).filter { line in
      !line.allSatisfy { $0 == " " || $0 == "─" || $0 == "-" }
    }
  }

  // MARK: Windows

  private func lines(of form: Form) -> [String] {
    let painter = Painter(self)
    let isNew = plain?.form != form.purpose
    var lines = isNew ? [painter.title(of: form), words.formHelp] : []
    lines += painter.explanation(of: form, width: 10_000).map(\.0)
    guard form.button == nil else {
      return lines + numbered(form.entries.map { words.spoken($0, in: form) }) + [words.formEnd]
    }
    let entry = form.entries[form.focus]
    if let fault = entry.fault { lines.append(words.formFault(fault)) }
    if let like = form.likeness(at: entry.key) {
      lines.append(words.likenessMark(like, isShort: false))
    }
    return lines + [words.asked(entry, in: form, hint: painter.hint(entry, form))]
  }

  private func lines(of question: BulkQuestion) -> [String] {
    [words.deed(question.plan.deed, count: question.plan.passing.count)]
      + question.plan.passing.map { "\($0) \(pipeline[$0]?.name ?? "")" }
      + question.plan.refused.map { words.refusal($0.refusal, pipeline: pipeline) }
      + numbered([words.yes, words.no])
  }
}

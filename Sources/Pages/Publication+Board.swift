internal import Insight
internal import Pipeline
internal import Wording

extension Publication {
  /// The six columns, what is late first.
  func boardContent() -> String {
    let board = pipeline.snapshot(
      at: moment, passing: filter?.scoped(.open), thresholds: thresholds, in: .lateFirst)
    var html = heading(words.pageTitle(.board), 1) + "<div class=\"board\">\n"
    for stage in Stage.allCases {
      let cards = board.column(stage)
      let sum = rules.hidesAmounts ? "" : words.headSums(board.totals(stage)).first ?? ""
      let number = stage.number
      html +=
        "<section><h2 style=\"background: var(--on-area\(number)); color: var(--area\(number))\">"
        + "\(number) \(text(words.stage(stage)))<span>\(cards.count)</span>"
        + (sum.isEmpty ? "" : "<span>\(text(sum))</span>") + "</h2>\n"
      for id in cards { html += card(id) }
      html += "</section>\n"
    }
    return html + "</div>\n"
  }

  private func card(_ id: ProjectID) -> String {
    guard let project = pipeline[id], let standing = project.standing(asOf: moment.cutoff) else {
      return ""
    }
    let ageing = pipeline.ageing(of: project, standing, at: moment, thresholds: thresholds)
    let isHeld = standing.status.kind == .hold
    let kind =
      isHeld ? " held" : ageing.overdueDays != nil ? " late" : ageing.isStale ? " stale" : ""
    let days: String =
      if isHeld {
        words.cardHeld
      } else if let late = ageing.overdueDays {
        words.cardLate(late)
      } else {
        ageing.daysInStage.map(words.days) ?? words.cardNoDays
      }
    let amount = rules.hidesAmounts ? nil : words.cardAmounts(project.amount).first
    let facts = [amount, project.owner].compactMap { $0 }.joined(separator: " ")
    let next = project.next.map { step in
      ([step.due.map(words.shortDate), step.text].compactMap { $0 }).joined(separator: " ")
    }
    let role = kind == " late" ? " class=\"bad\"" : kind == " stale" ? " class=\"warn\"" : ""
    let (open, close) =
      hasProjectPages
      ? ("a class=\"card\(kind)\" href=\"\(Publication.file(of: id))\"", "a")
      : ("div class=\"card\(kind)\"", "div")
    return
      "<\(open)><b>\(text(project.name))</b>"
      + (next.map { "<span>\(text($0))</span>" } ?? "")
      + "<small><span>\(text(facts))</span><span\(role)>\(text(days))</span></small></\(close)>\n"
  }
}

internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension UIState {
  mutating func openMonth() { show(month: MonthState(day: day)) }

  /// Shows a month, its plan worked out anew.
  mutating func show(month: MonthState) {
    var month = month
    month.plan = pipeline.monthPlan(
      of: month.day, at: moment, passing: filter(scope: .everything) ?? Filter(scope: .everything))
    if let followed = month.followed {
      month.row = month.items.firstIndex(of: .step(followed))
      month.followed = nil
    }
    if let row = month.row {
      month.row = month.items.isEmpty ? nil : min(max(0, row), month.items.count - 1)
    }
    overlay = .month(month)
  }

  /// Takes in a key: the days by arrows, a day's list by Enter, a step to another day by `<` and `>`.
  mutating func typeInMonth(_ key: Key, _ month: MonthState) -> [Effect] {
    var month = month
    let own = keymap.key(key, in: .list)
    switch own.code {
    case .escape: return leaveMonth(month)
    case .enter: return openInMonth(month)
    case .left: return go(-1, month)
    case .right: return go(1, month)
    case .up: return go(month.row == nil ? -7 : -1, month)
    case .down: return go(month.row == nil ? 7 : 1, month)
    case .pageUp: return turn(-1, month)
    case .pageDown: return turn(1, month)
    default: break
    }
    guard let action = keymap.action(for: key, on: .board) else { return [] }
    switch action {
    case .previousStage: return go(-1, month)
    case .nextStage: return go(1, month)
    case .previousCard: return go(month.row == nil ? -7 : -1, month)
    case .nextCard: return go(month.row == nil ? 7 : 1, month)
    case .halfPageUp, .dayEarlier: return turn(-1, month)
    case .halfPageDown, .dayLater: return turn(1, month)
    case .pushForward: return shift(1, month)
    case .pushBack: return shift(-1, month)
    case .backToToday:
      month.day = day
      month.row = nil
      show(month: month)
    case .quit, .back, .showMonth: return leaveMonth(month)
    default: break
    }
    return []
  }

  private mutating func leaveMonth(_ month: MonthState) -> [Effect] {
    var month = month
    guard month.row != nil else {
      overlay = .none
      return []
    }
    month.row = nil
    overlay = .month(month)
    return []
  }

  private mutating func go(_ step: Int, _ month: MonthState) -> [Effect] {
    var month = month
    if let row = month.row, abs(step) == 1 {
      month.row = min(max(0, row + step), month.items.count - 1)
      overlay = .month(month)
      return []
    }
    month.day = month.day.adding(step)
    if month.day < month.plan.first || month.day > month.plan.last {
      show(month: month)
    } else {
      overlay = .month(month)
    }
    return []
  }

  /// Another month, on the same day of it as far as it has one.
  mutating func turn(_ months: Int, _ month: MonthState) -> [Effect] {
    var month = month
    let date = month.day.civil.day
    let other = months < 0 ? month.plan.first.adding(-1) : month.plan.last.adding(1)
    let (year, number, _) = other.civil
    let length = Day.length(ofMonth: number, year: year)
    month.day = Day(year: year, month: number, day: min(date, length)) ?? other
    month.row = nil
    show(month: month)
    return []
  }

  /// The list of the day, or what the line that is chosen is about.
  private mutating func openInMonth(_ month: MonthState) -> [Effect] {
    var month = month
    if let item = month.selected {
      open(item)
      return []
    }
    if month.items.isEmpty {
      say(words.nothingOnDay(month.day))
      return []
    }
    month.row = 0
    overlay = .month(month)
    return []
  }

  /// The card of a project, or the view of requests with one of them chosen.
  private mutating func open(_ item: MonthPlan.Item) {
    switch item {
    case .request(let id): showRequest(id)
    case .step(let project), .review(let project), .done(_, let project):
      overlay = .detail(Overlay.Detail(project: project))
    }
  }

  private mutating func shift(_ days: Int, _ month: MonthState) -> [Effect] {
    guard case .step(let project) = month.selected else {
      say(words.noStepChosen, .bad)
      return []
    }
    var month = month
    let other = month.day.adding(days)
    let effects = postpone(project, to: other)
    guard !effects.isEmpty else { return [] }
    // The month follows the step.
    month.day = other
    month.row = nil
    month.followed = project
    overlay = .month(month)
    return effects
  }

  /// Has a next step due on another day; the month goes there when it is stored.
  ///
  /// - Parameter taken: The step as the person took it up, some time ago; nil for as it is now.
  mutating func postpone(_ id: ProjectID, to day: Day, taking taken: NextStep? = nil) -> [Effect] {
    if let reason = whyNothingMayChange {
      say(reason, .bad)
      return []
    }
    guard let step = taken ?? pipeline[id]?.next, step.due != day else { return [] }
    let moved = NextStep(text: step.text, due: day, who: step.who)
    return [
      .store(
        .submit(
          .edit(id, [FieldEdit(.next, to: .next(moved), expected: .value(.next(step)))])))
    ]
  }

  /// Keeps the month as the pipeline is now; on the day that a step went to.
  mutating func renewMonth() {
    if case .month(let month) = overlay { show(month: month) }
  }

  // MARK: The mouse

  /// Takes in a click on a day, or on what is due on it, which may be dragged to another day.
  mutating func pressMonth(_ day: Day, _ item: MonthPlan.Item?, isDouble: Bool) -> [Effect] {
    guard case .month(var month) = overlay else { return [] }
    month.day = day
    month.row = nil
    if let item, let row = month.items.firstIndex(of: item) {
      month.row = row
      if isDouble {
        open(item)
        return []
      }
      if case .step(let project) = item, let step = pipeline[project]?.next {
        month.carried = MonthState.Carried(project: project, step: step)
      }
    }
    show(month: month)
    return []
  }

  /// Follows the mouse over the days, and lets the step go where the button does.
  mutating func dragInMonth(to day: Day?, isReleased: Bool) -> [Effect] {
    guard case .month(var month) = overlay, let carried = month.carried else { return [] }
    month.over = day
    guard isReleased else {
      if let day, day != month.day {
        say(words.putOff(pipeline[carried.project]?.name ?? "", to: day))
      }
      overlay = .month(month)
      return []
    }
    let from = month.day
    month.carried = nil
    month.over = nil
    overlay = .month(month)
    guard let day, day != from else { return [] }
    month.day = day
    month.row = nil
    overlay = .month(month)
    return postpone(carried.project, to: day, taking: carried.step)
  }
}

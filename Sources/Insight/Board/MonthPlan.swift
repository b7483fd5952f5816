package import Pipeline

/// What is due on each day of a month, and what was done.
package struct MonthPlan: Hashable, Sendable {
  package let first: Day
  package let last: Day
  private let days: [[Item]]

  package enum Item: Hashable, Sendable {
    /// A next step.
    case step(ProjectID)
    /// The review of a hold.
    case review(ProjectID)
    /// An open service request.
    case request(RequestID)
    /// Something done for a project: an activity.
    case done(ActivityID, ProjectID)

    /// Whose it is; nil for a request, which may belong to none.
    package var project: ProjectID? {
      switch self {
      case .step(let project), .review(let project), .done(_, let project): project
      case .request: nil
      }
    }

    package var isDone: Bool { if case .done = self { true } else { false } }

    fileprivate var order: (UInt8, UInt32, UInt32) {
      switch self {
      case .step(let project): (0, project.number, 0)
      case .review(let project): (1, project.number, 0)
      case .request(let request): (2, request.number, 0)
      case .done(let activity, let project): (3, project.number, activity.number)
      }
    }
  }

  /// What is on a day of the month: what is due before what was done, each by number.
  package subscript(day: Day) -> [Item] {
    let place = day.days(since: first)
    return days.indices.contains(place) ? days[place] : []
  }

  init(first: Day, last: Day, _ items: [Day: [Item]]) {
    self.first = first
    self.last = last
    days = (0...last.days(since: first)).map { place in
      (items[first.adding(place)] ?? []).sorted { $0.order < $1.order }
    }
  }

  package static func empty(_ day: Day) -> MonthPlan {
    let (first, last) = bounds(of: day)
    return MonthPlan(first: first, last: last, [:])
  }

  fileprivate static func bounds(of day: Day) -> (Day, Day) {
    let (year, month, date) = day.civil
    let first = day.adding(1 - date)
    return (first, first.adding(Day.length(ofMonth: month, year: year) - 1))
  }
}

extension Pipeline {
  /// The month that a day lies in: next steps and reviews of open projects that pass, open requests,
  /// and activities known to the day.
  ///
  /// - Complexity: O(projects + activities + requests), and O(d log d) in what the month holds.
  package func monthPlan(of day: Day, at moment: Moment, passing filter: Filter) -> MonthPlan {
    let (first, last) = MonthPlan.bounds(of: day)
    var items: [Day: [MonthPlan.Item]] = [:]
    func add(_ item: MonthPlan.Item, _ day: Day?) {
      guard let day, day >= first, day <= last else { return }
      items[day, default: []].append(item)
    }
    let open = filter.scoped(.open)
    let all = filter.scoped(.everything)
    for project in projects {
      guard let standing = project.standing(asOf: moment.cutoff), !standing.status.isRemoved,
        all.matches(project, standing, in: self, at: moment)
      else { continue }
      for id in project.activities {
        guard let activity = activity(id), activity.facts.on.isSettled(by: moment.limit) else {
          continue
        }
        add(.done(id, project.id), activity.facts.on.exactDay)
      }
      guard standing.status.isOpen, open.matches(project, standing, in: self, at: moment) else {
        continue
      }
      add(.step(project.id), project.next?.due)
      if case .onHold(let review, _) = standing.status { add(.review(project.id), review) }
    }
    for request in dueRequests(at: moment, passing: open) { add(.request(request.id), request.due) }
    return MonthPlan(first: first, last: last, items)
  }
}

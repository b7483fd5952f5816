package import Pipeline

/// What is due on each day of a month, and what was done.
package struct MonthPlan: Hashable, Sendable {
  package let first: Day
  package let last: Day
  private let days: [[Item]]

  package struct Item: Hashable, Sendable {
    package enum What: Int, Hashable, Sendable {
      /// A next step.
      case step
      /// The review of a hold.
      case review
      /// Something done: an activity.
      case done
    }

    package let what: What
    package let project: ProjectID
    package let activity: ActivityID?
  }

  /// What is on a day of the month: what is due before what was done, each by project.
  package subscript(day: Day) -> [Item] {
    let place = day.days(since: first)
    return days.indices.contains(place) ? days[place] : []
  }

  init(first: Day, last: Day, _ items: [Day: [Item]]) {
    self.first = first
    self.last = last
    days = (0...last.days(since: first)).map { place in
      (items[first.adding(place)] ?? []).sorted {
        ($0.what.rawValue, $0.project, $0.activity?.number ?? 0)
          < ($1.what.rawValue, $1.project, $1.activity?.number ?? 0)
      }
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
  /// The month that a day lies in: next steps and reviews of open projects that pass, and activities
  /// known to the day.
  ///
  /// - Complexity: O(projects + activities), and O(d log d) in what the month holds.
  package func monthPlan(of day: Day, at moment: Moment, passing filter: Filter) -> MonthPlan {
    let (first, last) = MonthPlan.bounds(of: day)
    var items: [Day: [MonthPlan.Item]] = [:]
    func add(
      _ what: MonthPlan.Item.What, _ day: Day?, _ id: ProjectID, _ activity: ActivityID? = nil
    ) {
      guard let day, day >= first, day <= last else { return }
      items[day, default: []].append(
        MonthPlan.Item(what: what, project: id, activity: activity))
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
        add(.done, activity.facts.on.exactDay, project.id, id)
      }
      guard standing.status.isOpen, open.matches(project, standing, in: self, at: moment) else {
        continue
      }
      add(.step, project.next?.due, project.id)
      if case .onHold(let review, _) = standing.status { add(.review, review, project.id) }
    }
    return MonthPlan(first: first, last: last, items)
  }
}

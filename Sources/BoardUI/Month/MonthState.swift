package import Insight
package import Pipeline

/// The month view over the board: what is due on each day, and what was done.
package struct MonthState: Hashable, Sendable {
  package internal(set) var day: Day
  package internal(set) var plan: MonthPlan
  /// The line of the day's list; nil while the days are gone through.
  package internal(set) var row: Int?
  /// A next step that is carried to another day by the mouse.
  package internal(set) var carried: Carried?
  /// The project whose step went to this day: chosen again once the plan knows of it.
  package internal(set) var followed: ProjectID?
  /// The day it is over.
  package internal(set) var over: Day?

  package struct Carried: Hashable, Sendable {
    package let project: ProjectID
    /// As it was when it was taken up: another one that came since is not moved.
    package let step: NextStep
  }

  package init(day: Day) {
    self.day = day
    plan = .empty(day)
  }

  package var items: [MonthPlan.Item] { plan[day] }

  package var selected: MonthPlan.Item? {
    row.flatMap { items.indices.contains($0) ? items[$0] : nil }
  }
}

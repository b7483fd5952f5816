package import Pipeline

/// One line of the dated path (招商路径): something done, or something reached.
package struct PathEntry: Hashable, Sendable {
  package let what: What
  /// The day it cannot be later than, though it has no date itself: it stands as evidence of a
  /// stage entered on that day.
  package let boundedBy: Day?

  package enum What: Hashable, Sendable {
    /// A return visit is an inbound one after an earlier visit of ours to the same project.
    case activity(Activity, isReturnVisit: Bool)
    case milestone(Milestone)
  }

  package var on: BusinessDate {
    switch what {
    case .activity(let activity, _): activity.facts.on
    case .milestone(let milestone): milestone.facts.on
    }
  }

  package var projects: [ProjectID] {
    switch what {
    case .activity(let activity, _): activity.facts.projects
    case .milestone(let milestone): milestone.facts.projects
    }
  }

  /// Where it belongs in time; nil at the end.
  fileprivate var day: Day? { on.settled ?? boundedBy }

  /// Activities before milestones, each in the order recorded.
  fileprivate var rank: (Int, UInt32) {
    switch what {
    case .activity(let activity, _): (0, activity.id.number)
    case .milestone(let milestone): (1, milestone.id.number)
    }
  }
}

/// Which lines of the path are asked for.
package struct PathQuestion: Hashable, Sendable {
  package var moment: Moment
  /// Lines without a date are in every period.
  package var period: Period
  /// Only lines of this project.
  package var project: ProjectID?
  /// Only lines of projects that pass; lines of no project are left out then.
  package var filter: Filter?

  package init(
    at moment: Moment, period: Period = Period(), project: ProjectID? = nil,
    filter: Filter? = nil
  ) {
    self.moment = moment
    self.period = period
    self.project = project
    self.filter = filter
  }
}

extension Pipeline {
  /// The dated path: every activity and milestone by date.
  ///
  /// A month or range stands at its last day. What has no date stands before the stage it is
  /// evidence of, or at the end.
  ///
  /// - Complexity: O(n log n) in activities and milestones.
  package func path(_ question: PathQuestion) -> [PathEntry] {
    var entries: [PathEntry] = []
    func add(_ what: PathEntry.What, _ on: BusinessDate, boundedBy bound: Day?) {
      if let settled = on.settled {
        if let cutoff = question.moment.cutoff, !on.isSettled(by: cutoff) { return }
        if !question.period.contains(settled) { return }
      }
      entries.append(PathEntry(what: what, boundedBy: bound))
    }
    var bounds = EvidenceBounds(self, question.moment)
    for activity in pathActivities(question) where admits(activity.facts.projects, question) {
      let facts = activity.facts
      add(
        .activity(activity, isReturnVisit: isReturnVisit(activity)), facts.on,
        boundedBy: facts.on == .unknown ? bounds.bound(of: activity) : nil)
    }
    for milestone in pathMilestones(question) where admits(milestone.facts.projects, question) {
      add(.milestone(milestone), milestone.facts.on, boundedBy: nil)
    }
    return entries.sorted { lhs, rhs in
      switch (lhs.day, rhs.day) {
      case (let left?, let right?) where left != right: left < right
      case (nil, _?): false
      case (_?, nil): true
      default: lhs.rank < rhs.rank
      }
    }
  }

  /// Whether an inbound activity answers an earlier visit of ours to one of its projects.
  ///
  /// A day is earlier when it is not later; where a date is missing, the order recorded decides.
  ///
  /// - Complexity: O(activities of its projects).
  package func isReturnVisit(_ activity: Activity) -> Bool {
    let facts = activity.facts
    guard facts.kind.direction == .inbound else { return false }
    if facts.kind == .returnVisit { return true }
    return facts.projects.contains { id in
      self[id]?.activities.contains { other in
        guard let visit = self.activity(other), visit.facts.kind.direction == .outbound
        else { return false }
        if let went = visit.facts.on.settled, let came = facts.on.settled { return went <= came }
        return visit.id.number < activity.id.number
      } ?? false
    }
  }

  private func pathActivities(_ question: PathQuestion) -> [Activity] {
    guard let id = question.project else { return Array(activities) }
    return self[id]?.activities.compactMap { activity($0) } ?? []
  }

  private func pathMilestones(_ question: PathQuestion) -> [Milestone] {
    guard let id = question.project else { return Array(milestones) }
    return self[id]?.milestones.compactMap { milestone($0) } ?? []
  }

  /// Lines of no project belong to the path of all; lines of removed projects alone to none, unless
  /// that project is asked for by number.
  private func admits(_ ids: [ProjectID], _ question: PathQuestion) -> Bool {
    if question.project != nil, question.filter == nil { return true }
    if ids.isEmpty { return question.filter == nil }
    let moment = question.moment
    return ids.contains { id in
      guard let project = self[id], question.project.map({ $0 == id }) ?? true else { return false }
      if let filter = question.filter { return filter.matches(project, in: self, at: moment) }
      return !project.isRemoved(asOf: moment.cutoff, in: self)
    }
  }
}

/// The first dated stage entry that an activity is evidence of; a project's entries are gone through
/// once.
private struct EvidenceBounds {
  private let pipeline: Pipeline
  private let moment: Moment
  private var firsts: [ProjectID: [ActivityID: Day]] = [:]

  init(_ pipeline: Pipeline, _ moment: Moment) {
    self.pipeline = pipeline
    self.moment = moment
  }

  mutating func bound(of activity: Activity) -> Day? {
    activity.facts.projects.compactMap { firsts(of: $0)[activity.id] }.min()
  }

  private mutating func firsts(of id: ProjectID) -> [ActivityID: Day] {
    if let known = firsts[id] { return known }
    var found: [ActivityID: Day] = [:]
    for entry in pipeline[id]?.entries ?? [] {
      guard let settled = entry.on.settled, entry.on.isSettled(by: moment.limit) else { continue }
      for activity in entry.evidence {
        found[activity] = found[activity].map { min($0, settled) } ?? settled
      }
    }
    firsts[id] = found
    return found
  }
}

/// What a count of contacts asks of an activity: no texts, and at most one project.
package struct Contact: Hashable, Sendable {
  package let kind: ActivityKind
  package let on: CourseDate
  /// How many occurrences it stands for.
  package let times: Int
  /// The project it was for; nil for none.
  package let project: ProjectID?
  /// The places of its ledger line and its trip among the texts that several records have.
  package let line: Int?
  package let trip: Int?

  package init(
    kind: ActivityKind, on: CourseDate, times: Int, project: ProjectID?, line: Int?, trip: Int?
  ) {
    self.kind = kind
    self.on = on
    self.times = times
    self.project = project
    self.line = line
    self.trip = trip
  }
}

extension Pipeline {
  /// What is kept of an activity for a count; nil when the activity itself has to be asked.
  package func keptContact(_ id: ActivityID) -> Contact? {
    activities.isAsleep(id.number) ? glances.source?.contact(id.number) : nil
  }

  /// A text that several records have, by its place where they sleep.
  package func keptText(at place: Int) -> String? { glances.source?.text(at: place) }
}

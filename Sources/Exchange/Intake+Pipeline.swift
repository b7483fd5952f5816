package import Pipeline

extension Intake {
  /// Everything a pipeline holds, as an import would bring it to an empty one.
  ///
  /// Projects keep their order, and are numbered anew without gaps. What an import decides for itself
  /// is not carried: event numbers, the evidence of moves, the order of cards within a column. A
  /// reference to a project that is not there is left out; so is a record that makes no sense without
  /// it.
  ///
  /// - Complexity: O(everything).
  package init(_ pipeline: Pipeline) {
    self.init()
    directory = pipeline.directory.values.sorted { lhs, rhs in
      let order = DirectoryKey.Kind.allCases
      let (left, right) = (order.firstIndex(of: lhs.key.kind), order.firstIndex(of: rhs.key.kind))
      return (left ?? 0, lhs.key.name) < (right ?? 0, rhs.key.name)
    }
    var places: [ProjectID: ProjectID] = [:]
    for project in pipeline.projects {
      projects.append(Arrival(project))
      places[project.id] = ProjectID(UInt32(projects.count))
    }
    activities = pipeline.activities.map { activity in
      var facts = activity.facts
      facts.projects = facts.projects.compactMap { places[$0] }
      return facts
    }
    milestones = pipeline.milestones.map { milestone in
      var facts = milestone.facts
      facts.projects = facts.projects.compactMap { places[$0] }
      return facts
    }
    registers = pipeline.registers.entries.compactMap { entry in
      entry.withoutNumbers.renumberedWherePossible { places[$0] }
    }
  }
}

extension Pipeline {
  /// How often a record names a project that is not there, which an export leaves out.
  ///
  /// It happens where somebody took back with an older version what a newer one's records name.
  ///
  /// - Complexity: O(everything).
  package var lostReferences: Int {
    func lost(_ ids: [ProjectID]) -> Int { ids.reduce(0) { $0 + (self[$1] == nil ? 1 : 0) } }
    return activities.reduce(0) { $0 + lost($1.facts.projects) }
      + milestones.reduce(0) { $0 + lost($1.facts.projects) }
      + registers.entries.reduce(0) { $0 + lost($1.projects) }
  }
}

extension Intake.Arrival {
  fileprivate init(_ project: Project) {
    var fields: [Field: FieldValue] = [:]
    for field in Field.allCases { fields[field] = project[field] }
    self.init(
      fields: fields,
      stages: project.entries.map { Intake.Step(stage: $0.stage, on: $0.on, reason: $0.reason) })
    var old = Status.ongoing
    for entry in project.statuses {
      earlierStatuses.append(
        StatusChange(old: old, new: entry.status, on: entry.on, reason: entry.reason))
      old = entry.status
    }
    status = earlierStatuses.popLast()
    notes = project.notes.map { Intake.Remark(text: $0.text, on: $0.on) }
  }
}

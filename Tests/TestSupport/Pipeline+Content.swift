package import Pipeline

/// All that a pipeline holds, apart from when it was last touched and what can be undone.
package struct PipelineContent: Equatable, Sendable {
  package struct ProjectContent: Equatable, Sendable {
    package let id: ProjectID
    package let fields: [Field: FieldValue]
    package let entries: [StageEntry]
    package let statuses: [StatusEntry]
    package let activities: [ActivityID]
    package let milestones: [MilestoneID]
    package let notes: [Note]
  }

  package let projects: [ProjectContent]
  package let activities: [Activity]
  package let milestones: [Milestone]
  package let directory: [DirectoryKey: DirectoryEntry]
  package let registers: [RegisterEntry]
  package let columns: [[ProjectID]]
}

extension Project {
  private static let common: [Field] = [
    .name, .kind, .investors, .lead, .owner, .industry, .cluster, .amount, .next, .tags,
  ]

  private var fieldsWithValue: [Field: FieldValue] {
    var fields: [Field: FieldValue] = [:]
    for field in Project.common { fields[field] = self[field] }
    for detail in details { fields[detail.field] = detail.value }
    return fields
  }

  package var content: PipelineContent.ProjectContent {
    PipelineContent.ProjectContent(
      id: id,
      fields: fieldsWithValue,
      entries: entries, statuses: statuses, activities: activities, milestones: milestones,
      notes: notes)
  }
}

extension Pipeline {
  package var content: PipelineContent {
    PipelineContent(
      projects: projects.map(\.content), activities: Array(activities),
      milestones: Array(milestones), directory: directory,
      registers: registers.entries,
      columns: Stage.allCases.map(column))
  }

  /// What holds of every pipeline but not of this one; empty when it is sound.
  package var brokenInvariants: [String] {
    var broken: [String] = []
    func check(_ holds: Bool, _ claim: @autoclosure () -> String) {
      if !holds { broken.append(claim()) }
    }
    for stage in Stage.allCases {
      let open = projects.filter { $0.stage == stage && $0.status.isOpen }.map(\.id)
      check(
        column(stage).sorted() == open,
        "column \(stage) holds \(column(stage)), open there are \(open)")
    }
    for project in projects {
      let id = project.id
      check(self[id] == project, "\(id) stands under another number")
      check(project.version <= version, "\(id) was touched by an event to come")
      check(!project.entries.isEmpty, "\(id) is in no stage")
      check(project.entries.first?.kind == .start, "\(id) began nowhere")
      check(project.entries.dropFirst().allSatisfy { $0.kind != .start }, "\(id) began twice")
      for (from, to) in zip(project.entries, project.entries.dropFirst()) {
        check(to.from == from.stage, "\(id) left \(String(describing: to.from)) from \(from.stage)")
      }
      check(Set(project.notes.map(\.sequence)).count == project.notes.count, "\(id) repeats a note")
      check(
        Set(project.entries.map(\.sequence)).count == project.entries.count,
        "\(id) repeats an entry")
      for activity in project.activities + project.entries.flatMap(\.evidence) {
        check(
          self.activity(activity)?.facts.projects.contains(id) ?? false,
          "\(id) names activity \(activity.number), which does not name it")
      }
      for milestone in project.milestones {
        check(
          self.milestone(milestone)?.facts.projects.contains(id) ?? false,
          "\(id) names milestone \(milestone.number), which does not name it")
      }
    }
    for activity in activities {
      for id in activity.facts.projects {
        check(
          self[id]?.activities.filter { $0 == activity.id }.count == 1,
          "activity \(activity.id.number) is not once on \(id)")
      }
    }
    for milestone in milestones {
      for id in milestone.facts.projects {
        check(
          self[id]?.milestones.filter { $0 == milestone.id }.count == 1,
          "milestone \(milestone.id.number) is not once on \(id)")
      }
    }
    for entry in registers.entries {
      check(registers[entry.key] == entry, "\(entry.key) holds \(entry)")
      for id in entry.projects { check(self[id] != nil, "\(entry.key) speaks of \(id)") }
    }
    check(projects.count == Array(projects).count, "the count of projects is wrong")
    check(nextProject.number == projects.lastNumber + 1, "project numbers have a hole")
    for (key, entry) in directory { check(entry.key == key, "\(key) holds \(entry.key)") }
    check(
      undoable.count <= Pipeline.undoLimit + Pipeline.undoSlack, "more than the limit can be undone"
    )
    check(Set(undoable.map(\.first)).count == undoable.count, "a commit can be undone twice")
    return broken
  }
}

internal import ArgumentParser
internal import Pipeline
internal import Wording

// Subcommands for the fields that change most often.

/// The subcommand `zhaoshang next ID TEXT --due DATE`.
struct NextCommand: ParsableCommand {
  static let configuration = CommandConfiguration("next", .next)

  @Argument(help: .of(.project), completion: .projects) var project: String
  @Argument(help: .of(.text)) var text: String?
  @Option(help: .of(.due, "date")) var due: String?
  @Option(help: .of(.who)) var who: String?
  @Flag(help: .of(.clear)) var clear = false
  @OptionGroup var write: WriteOptions

  func validate() throws {
    if clear == (text != nil) { throw ValidationError(Help.words.textOrClear) }
  }

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      if clear {
        try workplace.refuse([("--due", due != nil), ("--who", who != nil)], with: "--clear")
      }
      let id = try workplace.project(project, in: pipeline)
      var next: FieldValue?
      if let text {
        let day = try due.map { text throws(Failure) in try workplace.day(text) }
        next = .next(NextStep(text: text, due: day, who: who))
      }
      return .edit(
        id, workplace.edits([Assignment(field: .next, value: next)], of: id, in: pipeline))
    }
  }
}

/// The subcommand `zhaoshang note ID TEXT`.
struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration("note", .note)

  @Argument(help: .of(.project), completion: .projects) var project: String
  @Argument(help: .of(.text)) var text: String
  @Option(help: .of(.on, "date")) var on: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      .note(
        try workplace.project(project, in: pipeline), text: text, on: try workplace.date(on))
    }
  }
}

/// The subcommand `zhaoshang tag ID TAG … --remove TAG`.
struct TagCommand: ParsableCommand {
  static let configuration = CommandConfiguration("tag", .tag)

  @Argument(help: .of(.project), completion: .projects) var project: String
  @Argument(help: .of(.tag)) var tags: [String] = []
  @Option(help: .of(.removeTag, "tag")) var remove: [String] = []
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      let id = try workplace.project(project, in: pipeline)
      let old = pipeline[id]?.tags ?? []
      let new = old.filter { !remove.contains($0) } + tags.filter { !old.contains($0) }
      // The list seen is named, so that a colleague's tag of the same moment is not lost.
      return .edit(
        id,
        [
          FieldEdit(
            .tags, to: new.isEmpty ? nil : .list(new),
            expected: .value(old.isEmpty ? nil : .list(old)))
        ])
    }
  }
}

/// The subcommand `zhaoshang assign ID OWNER --lead UNIT`.
struct AssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration("assign", .assign)

  @Argument(help: .of(.project), completion: .projects) var project: String
  @Argument(help: .of(.owner)) var owner: String?
  @Option(help: .of(.lead)) var lead: [String] = []
  @OptionGroup var write: WriteOptions

  func validate() throws {
    if owner == nil && lead.isEmpty { throw ValidationError(Help.words.ownerOrLead) }
  }

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      var assignments: [Assignment] = []
      if let owner {
        assignments.append(
          Assignment(field: .owner, value: try workplace.value(owner, of: .owner)))
      }
      if !lead.isEmpty { assignments.append(Assignment(field: .lead, value: .list(lead))) }
      let id = try workplace.project(project, in: pipeline)
      return .edit(id, workplace.edits(assignments, of: id, in: pipeline))
    }
  }
}

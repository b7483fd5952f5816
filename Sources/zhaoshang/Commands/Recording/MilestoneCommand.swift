internal import ArgumentParser
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang milestone ID KIND --on DATE`.
struct MilestoneCommand: ParsableCommand {
  static let configuration = CommandConfiguration("milestone", .milestone)

  @Argument(help: .of(.project), completion: .projects) var project: String
  @Argument(help: .of(.milestoneKind), completion: .codes(of: MilestoneKind.self))
  var kind: String
  @Option(help: .of(.alsoProject, "project"), completion: .projects) var also: [String] = []
  @Option(help: .of(.on, "date")) var on: String?
  @Option(help: .of(.milestoneName)) var name: String?
  @Option(help: .of(.batch)) var count = 1
  @Option(help: .of(.amount)) var amount: String?
  @Option(help: .of(.document)) var document: String?
  @Option(help: .of(.note)) var note: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      var facts = Milestone.Facts(
        projects: try workplace.projects([project] + also, in: pipeline),
        kind: try workplace.known(kind, as: .kind), on: try workplace.date(on))
      facts.name = name
      facts.count = count
      facts.amount = try amount.map { text throws(Failure) in try workplace.amount(text) }
      facts.document = document
      facts.note = note
      return .reach(facts)
    }
  }
}

internal import ArgumentParser
internal import Insight
internal import Pipeline
internal import Vocabulary
internal import Wording

/// The subcommand `zhaoshang add NAME [FIELD=VALUE …] --investor NAME`.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration("add", .add)

  @Argument(help: .of(.name)) var name: String
  @Argument(help: .of(.fields, "field=value")) var fields: [String] = []
  @Option(help: .of(.investor)) var investor: [String] = []
  @Option(help: .of(.lead)) var lead: [String] = []
  @Option(help: .of(.owner)) var owner: String?
  @Option(help: .of(.amount)) var amount: String?
  @Option(help: .of(.source)) var source: String?
  @Option(help: .of(.cluster)) var cluster: String?
  @Option(help: .of(.industry)) var industry: String?
  @Option(help: .of(.kind), completion: .codes(of: ProjectKind.self)) var kind: String?
  @Option(help: .of(.tag)) var tag: [String] = []
  @Option(help: .of(.startStage), completion: .codes(of: Stage.self)) var stage: String?
  @Option(help: .of(.on, "date")) var on: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      let stage = try self.stage.map { text throws(Failure) in try workplace.stage(text) }
      let (fields, notes) = try values(workplace)
      // Saved all the same: whether it is one project or two is for people to say.
      for likeness in pipeline.likenesses(to: fields).prefix(5) {
        Output.say(workplace.words.likeness(likeness, in: pipeline))
      }
      return .add(
        NewProject(
          fields: fields, stage: stage ?? .contact, on: try workplace.date(on), notes: notes))
    }
  }

  /// The options and the assignments together; a field given by both is an error.
  ///
  /// - Returns: Beside the values, what they do not say of what was typed.
  private func values(_ workplace: Workplace) throws(Failure) -> ([Field: FieldValue], [String]) {
    var values: [Field: FieldValue] = [.name: .text(name)]
    var notes: [String] = []
    func take(_ field: Field, _ value: FieldValue?) throws(Failure) {
      guard let value else { return }
      guard values.updateValue(value, forKey: field) == nil else {
        throw Failure(.wrongCommandLine, workplace.words.givenTwice(field))
      }
    }
    try take(.investors, investor.isEmpty ? nil : .list(investor))
    try take(.lead, lead.isEmpty ? nil : .list(lead))
    try take(.tags, tag.isEmpty ? nil : .list(tag))
    for (field, text) in [
      (Field.owner, owner), (.amount, amount), (.source, source), (.cluster, cluster),
      (.industry, industry), (.kind, kind),
    ] {
      guard let text else { continue }
      let reading = try workplace.typed(text, of: field)
      try take(field, reading.value)
      notes += reading.words.map { [workplace.words.remark($0, of: field)] } ?? []
    }
    for assignment in try workplace.assignments(fields) {
      try take(assignment.field, assignment.value)
      notes += assignment.remark.map { [$0] } ?? []
    }
    return (values, notes)
  }
}

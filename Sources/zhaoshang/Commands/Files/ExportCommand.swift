internal import ArgumentParser
internal import Exchange
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang export [FILE] [--format json|csv]`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration("export", .exporting)

  enum Format: String, CaseIterable { case json, csv }

  @Argument(help: .of(.file), completion: .file(extensions: ["json", "csv"]))
  var file: String?
  @Option(help: .of(.format), completion: .words(of: Format.self)) var format: String?
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    let ending = file?.split(separator: ".").last.flatMap { Format(rawValue: $0.lowercased()) }
    let format: Format =
      try self.format.map { text throws(Failure) in
        try workplace.choice(text, "--format")
      } ?? ending ?? .json
    let pipeline = try workplace.read()
    let text =
      switch format {
      case .json: String(decoding: ExchangeFile.bytes(of: pipeline), as: UTF8.self)
      case .csv: workplace.words.ledger(of: pipeline).csv
      }
    guard let file, file != "-" else { return try Output.document(text) }
    try Documents.write(text, to: file, workplace.words)
    Output.say(workplace.words.exported(file))
  }
}

extension Words {
  /// Every project with every field, one column each.
  fileprivate func ledger(of pipeline: Pipeline) -> Table {
    Table(
      [
        .number(heading(.number)), .text(heading(.stage)), .text(heading(.entered)),
        .text(heading(.status)),
      ] + Field.editable.map { .text(field($0)) },
      rows: pipeline.projects.map { project in
        [
          project.id.description, stage(project.stage), date(project.entered),
          statusInFull(project.status),
        ]
          + Field.editable.map { field in
            switch project[field] {
            case nil: ""
            case .amount(let amount): amountInFull(amount)
            case let value: self.value(value)
            }
          }
      })
  }
}

internal import ArgumentParser
internal import Exchange
internal import Pipeline
internal import Wording
internal import Workbook

/// The subcommand `zhaoshang export [FILE] [--format json|csv|xlsx]`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration("export", .exporting)

  enum Format: String, CaseIterable { case json, csv, xlsx }

  @Argument(help: .of(.file), completion: .file(extensions: ["json", "csv", "xlsx"]))
  var file: String?
  @Option(help: .of(.format), completion: .words(of: Format.self)) var format: String?
  @Option(help: .of(.encoding), completion: .words(of: TextEncoding.self)) var encoding: String?
  @Flag(help: .of(.force)) var force = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    let format: Format = try workplace.format(format, of: file) ?? .json
    let encoding: TextEncoding? = try encoding.map { text throws(Failure) in
      try workplace.encoding(text)
    }
    if encoding != nil, format != .csv {
      throw Failure(
        .wrongCommandLine,
        workplace.words.conflictingOptions("--encoding", "--format \(format.rawValue)"))
    }
    if format == .xlsx { try workplace.requireExcel() }
    let destination = try workplace.destination(file, force: force)
    let pipeline = try workplace.read()
    let lost = format == .json ? pipeline.lostReferences : 0
    // Until the file is in its place; what is written to a pipe may be stopped as ever.
    var progress: Progress? = Progress(.exporting, workplace.words)
    let bytes =
      switch format {
      case .json: ExchangeFile.bytes(of: pipeline, pace: progress?.pace)
      case .csv:
        try workplace.encoded(
          CSVWriter.text(pipeline.fullTable(in: workplace.words, pace: progress?.pace)),
          as: encoding ?? .utf8)
      case .xlsx:
        try workplace.bytes(
          of: pipeline.fullWorkbook(
            in: workplace.words, created: workplace.midnight, pace: progress?.pace))
      }
    progress?.beginWriting()
    if lost > 0 { Output.say(workplace.words.lostReferences(lost)) }
    guard let destination else {
      progress = nil
      return try Output.document(bytes)
    }
    try destination.write(bytes, progress)
    progress?.settle()
    progress = nil
    Output.say(workplace.words.exported(destination.path))
  }
}

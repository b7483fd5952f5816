internal import ArgumentParser
internal import Exchange
internal import Insight
internal import JSON
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang matter list|add|import|total`.
struct MatterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "matter", .matter,
    [
      MatterListCommand.self, MatterAddCommand.self, MatterImportCommand.self,
      MatterTotalCommand.self,
    ])
}

/// The subcommand `zhaoshang matter list`.
struct MatterListCommand: ParsableCommand {
  static let configuration = CommandConfiguration("list", .matterList, aliases: ["ls"])

  @OptionGroup var table: TableOptions

  func run() throws {
    let workplace = try table.workplace()
    try workplace.refusePastDay(of: "matter list")
    let words = workplace.words
    let pipeline = try workplace.read()
    let (matters, check) = (pipeline.matters, pipeline.matterCheck)
    let rows = Table(
      [
        .text(words.column(.code)), .text(words.column(.matter), isFlexible: true),
        .text(words.column(.level)), .text(words.column(.unit), isFlexible: true),
        .number(words.column(.days)),
      ],
      rows: matters.map { matter in
        [
          matter.code, matter.name, matter.level.map { words.name($0) } ?? "", matter.unit ?? "",
          matter.days.map(String.init) ?? "",
        ]
      })
    let json = JSONText([
      "catalogue": .init(pipeline.catalogue?.name), "stated": .init(check.stated),
      "listed": .integer(check.listed), "difference": .init(check.difference),
      "matters": .array(matters.map { .object(EntryJSON.object(of: .matter($0))) }),
    ])
    if table.read.json || table.csv { return try table.show(rows, json: json) }
    let text = rows.text(columns: Surroundings.columns)
    try Output.result((text.isEmpty ? "" : text + "\n\n") + words.matterCheck(check))
  }
}

/// The subcommand `zhaoshang matter add CODE NAME`.
struct MatterAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration("add", .matterAdd)

  @Argument(help: .entry(.code)) var code: String
  @Argument(help: .entry(.matterName)) var name: String
  @Option(help: .entry(.level), completion: .codes(of: Matter.Level.self)) var level: String?
  @Option(help: .entry(.unit)) var unit: String?
  @Option(help: .entry(.days)) var days: Int?
  @Option(help: .of(.note)) var note: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, _ throws(Failure) in
      var matter = Matter(code: code, name: name)
      if let level { matter.level = try workplace.known(level, as: .kind) }
      matter.unit = unit
      matter.days = days
      matter.note = note
      return .register(.save(.matter(matter)))
    }
  }
}

/// The subcommand `zhaoshang matter total N`.
struct MatterTotalCommand: ParsableCommand {
  static let configuration = CommandConfiguration("total", .matterTotal)

  @Argument(help: .entry(.stated)) var stated: Int
  @Option(help: .entry(.matterName)) var name: String?
  @Option(help: .of(.note)) var note: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      let seen = pipeline.catalogue
      var catalogue =
        seen ?? MatterCatalogue(name: workplace.words.name(RegisterKind.matter), stated: stated)
      catalogue.stated = stated
      catalogue.name = name ?? catalogue.name
      catalogue.note = note ?? catalogue.note
      return .register(.save(.catalogue(catalogue), seen: seen.map(RegisterEntry.catalogue)))
    }
  }
}

/// The subcommand `zhaoshang matter import FILE`: all rows as one step, or none.
struct MatterImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration("import", .matterImport)

  @Argument(help: .entry(.table), completion: .file(extensions: ["csv"]))
  var file: String
  @Option(help: .of(.encoding), completion: .words(of: TextEncoding.self)) var encoding: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, _ throws(Failure) in
      .together(try matters(workplace).map { .register(.save(.matter($0))) })
    }
  }

  private func matters(_ workplace: Workplace) throws(Failure) -> [Matter] {
    let encoding: TextEncoding? = try encoding.map { text throws(Failure) in
      try workplace.encoding(text)
    }
    let bytes = try Documents.read(file, workplace.words)
    let text: DecodedText
    do { text = try DecodedText(bytes, as: encoding) } catch {
      throw Failure(.badInputFile, "\(file): " + workplace.words.encoding(error))
    }
    let rows: [[String]]
    do { rows = try CSVReader.rows(text.utf8) } catch {
      throw Failure(
        .badInputFile, workplace.words.badMatterRow(error.row, "", file: file))
    }
    var matters: [Matter] = []
    for (index, row) in rows.enumerated() where row.contains(where: { !$0.isEmpty }) {
      // A row of headings has no number of days to read.
      if let matter = try matter(row, index + 1, workplace) { matters.append(matter) }
    }
    return matters
  }

  private func matter(_ row: [String], _ number: Int, _ workplace: Workplace) throws(Failure)
    -> Matter?
  {
    func bad(_ value: String) -> Failure {
      Failure(.badInputFile, workplace.words.badMatterRow(number, value, file: file))
    }
    if number == 1, let first = row.first, RegisterKind.isHeading(first) { return nil }
    guard row.count >= 2, !row[0].isEmpty, !row[1].isEmpty else {
      throw bad(row.joined(separator: ","))
    }
    var matter = Matter(code: row[0], name: row[1])
    if row.count > 2, !row[2].isEmpty {
      guard let level = Matter.Level(spoken: row[2]) else { throw bad(row[2]) }
      matter.level = level
    }
    if row.count > 3, !row[3].isEmpty { matter.unit = row[3] }
    if row.count > 4, !row[4].isEmpty {
      guard let days = Int(row[4]) else { throw bad(row[4]) }
      matter.days = days
    }
    return matter
  }
}

extension RegisterKind {
  /// Whether a first cell heads the column of codes.
  fileprivate static func isHeading(_ text: String) -> Bool {
    ["编码", "事项编码", "code"].contains(text.lowercased())
  }
}

internal import ArgumentParser
internal import Exchange
internal import Insight
internal import JSON
internal import Pipeline
internal import Vocabulary
internal import Wording

/// The subcommand `zhaoshang matter list|add|import|total|remove`.
struct MatterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "matter", .matter,
    [
      MatterListCommand.self, MatterAddCommand.self, MatterImportCommand.self,
      MatterTotalCommand.self, MatterRemoveCommand.self,
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

/// The subcommand `zhaoshang matter add CODE NAME`: of a known code, what is given is changed.
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
    try write.save { workplace, pipeline throws(Failure) in
      let seen = pipeline.registers[RegisterKey(matter: code)]
      var matter = Matter(code: code, name: name)
      if case .matter(let old) = seen { matter = old }
      matter.name = name
      if let level { matter.level = try workplace.known(level, as: .kind) }
      matter.unit = unit ?? matter.unit
      matter.days = days ?? matter.days
      matter.note = note ?? matter.note
      return .register(.save(.matter(matter), seen: seen))
    }
  }
}

/// The subcommand `zhaoshang matter remove CODE`.
struct MatterRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration("remove", .matterRemove)

  @Argument(help: .entry(.code)) var code: String
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { _, _ throws(Failure) in
      .register(.remove(RegisterKey(matter: code)))
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
    try write.save { workplace, pipeline throws(Failure) in
      .together(
        try matters(workplace).map { row in
          let seen = pipeline.registers[RegisterKey(matter: row.code)]
          return .register(.save(.matter(row.filled(from: seen)), seen: seen))
        })
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
    var lines: [String: Int] = [:]
    for (index, row) in rows.enumerated() where row.contains(where: { !$0.isEmpty }) {
      // A row of headings has no number of days to read.
      guard let matter = try matter(row, index + 1, workplace) else { continue }
      if let first = lines.updateValue(index + 1, forKey: matter.code) {
        throw Failure(
          .badInputFile,
          workplace.words.matterTwice(matter.code, first, index + 1, file: file))
      }
      matters.append(matter)
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

extension Matter {
  /// With what the catalogue says and a row leaves empty.
  fileprivate func filled(from seen: RegisterEntry?) -> Matter {
    guard case .matter(var matter) = seen else { return self }
    matter.name = name
    matter.level = level ?? matter.level
    matter.unit = unit ?? matter.unit
    matter.days = days ?? matter.days
    return matter
  }
}

extension RegisterKind {
  /// Whether a first cell heads the column of codes.
  fileprivate static func isHeading(_ text: String) -> Bool {
    ["编码", "事项编码", "code"].contains(text.lowercased())
  }
}

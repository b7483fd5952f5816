internal import ArgumentParser
internal import Insight
internal import JSON
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang handover list|offer|answer`.
struct HandOverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "handover", .handOver,
    [HandOverListCommand.self, HandOverOfferCommand.self, HandOverAnswerCommand.self])
}

/// The subcommand `zhaoshang handover offer ID --to UNIT`.
struct HandOverOfferCommand: ParsableCommand {
  static let configuration = CommandConfiguration("offer", .handOverOffer)

  @Argument(help: .of(.project), completion: .projects) var project: String
  @Option(help: .entry(.to, "unit")) var to: String
  @Option(help: .entry(.from, "unit")) var from: String?
  @Option(help: .entry(.on, "date")) var on: String?
  @Option(help: .of(.reason)) var reason: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      let id = try workplace.project(project, in: pipeline)
      var handOver = HandOver(
        id, from: from ?? pipeline[id]?.lead.first, to: to, on: try workplace.date(on))
      handOver.reason = reason
      return .register(.save(.handOver(handOver)))
    }
  }
}

/// The subcommand `zhaoshang handover answer NUMBER accepted|declined`.
struct HandOverAnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration("answer", .handOverAnswer)

  @Argument(help: .entry(.handOverNumber)) var number: UInt32
  @Argument(help: .entry(.answer), completion: .codes(of: HandOver.Answer.self))
  var answer: String
  @Option(help: .entry(.on, "date")) var on: String?
  @Option(help: .of(.note)) var note: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, _ throws(Failure) in
      .register(
        .answer(
          HandOverID(number), try workplace.known(answer, as: .kind),
          on: try workplace.date(on), note: note))
    }
  }
}

/// The subcommand `zhaoshang handover list`.
struct HandOverListCommand: ParsableCommand {
  static let configuration = CommandConfiguration("list", .handOverList, aliases: ["ls"])

  @OptionGroup var table: TableOptions

  func run() throws {
    let workplace = try table.workplace()
    let words = workplace.words
    let pipeline = try workplace.read()
    let handOvers = pipeline.handOvers(at: workplace.moment(of: pipeline))
    let columns: [Table.Column] = [
      .number(words.heading(of: .number)), .text(words.heading(.project), isFlexible: true),
      .text(words.column(.from), isFlexible: true), .text(words.column(.to), isFlexible: true),
      .text(words.heading(.date)), .text(words.column(.answer)),
      .text(words.column(.done)),
    ]
    func ends(_ handOver: HandOver) -> [String] {
      [
        handOver.from ?? "", handOver.to, words.date(handOver.on),
        handOver.answer.map { words.name($0) } ?? "",
        handOver.answered.map { words.date($0) } ?? "",
      ]
    }
    var headings = columns.map(\.heading)
    headings.insert(words.projectNumberHeading, at: 1)
    let rows = Table(
      columns,
      rows: handOvers.map { handOver in
        ["\(handOver.id.number)", words.project(handOver.project, in: pipeline)] + ends(handOver)
      }
    ).with(
      sheet: headings,
      handOvers.map { handOver in
        ["\(handOver.id.number)"] + words.numberAndName(of: [handOver.project], in: pipeline)
          + ends(handOver)
      })
    let json = handOvers.map { JSONValue.object(EntryJSON.object(of: .handOver($0))) }
    try table.show(rows, json: JSONText(.array(json)))
    if handOvers.isEmpty, !table.read.json, !table.csv { Output.say(words.nothingFound) }
  }
}

internal import ArgumentParser
internal import Insight
internal import JSON
internal import Pipeline
internal import Storage
internal import Wording

/// The subcommand `zhaoshang merge PROJECT DUPLICATE`.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration("merge", .merge)

  @Argument(help: .entry(.into), completion: .projects) var into: String
  @Argument(help: .entry(.merged), completion: .projects) var merged: String
  @Option(help: .entry(.on, "date")) var on: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    let workplace = try write.global.workplace()
    let store = try workplace.openForWriting()
    let gone = try workplace.project(merged, in: store.pipeline)
    let saved = try workplace.commit(
      .register(
        .merge(
          gone, into: try workplace.project(into, in: store.pipeline),
          on: try workplace.date(on))),
      to: store)
    try write.report(saved, workplace)
    if let merger = saved.pipeline.merger(of: gone),
      let left = workplace.words.leftBehind(by: merger, in: saved.pipeline)
    {
      Output.say(left)
    }
  }
}

/// The subcommand `zhaoshang duplicates [PROJECT|NAME]`.
struct DuplicatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration("duplicates", .duplicates)

  @Argument(help: .entry(.likeName), completion: .projects) var name: String?
  @Option(help: .of(.investor)) var investor: [String] = []
  @OptionGroup var table: TableOptions

  func run() throws {
    let workplace = try table.workplace()
    try workplace.refusePastDay(of: "duplicates")
    let words = workplace.words
    let pipeline = try workplace.read()
    let pairs = pairs(in: pipeline, workplace)
    let rows = Table(
      [
        .text(words.heading(.project), isFlexible: true),
        .text(words.heading(.what), isFlexible: true), .text(words.heading(.reason)),
        .text(words.column(.firstTalk), isFlexible: true), .text(words.column(.firstTalkOn)),
      ],
      rows: pairs.map { name, likeness in
        [
          name, words.project(likeness.project, in: pipeline),
          [
            words.likenessReason(likeness.reason),
            words.whereabouts(of: likeness.project, in: pipeline),
          ]
          .compactMap { $0 }.joined(separator: words.say("，", ", ")), likeness.firstTalkUnit ?? "",
          likeness.firstTalkOn.map { words.date($0) } ?? "",
        ]
      })
    let json = pairs.map { name, likeness -> JSONValue in
      [
        "of": .string(name), "project": .integer(likeness.project.number),
        "reason": .string(likeness.reason.code),
        "first_talk_unit": .init(likeness.firstTalkUnit),
        "first_talk_on": .init(likeness.firstTalkOn?.description),
        "status": .init(pipeline[likeness.project]?.status.kind.rawValue),
        "merged_into": pipeline.merger(of: likeness.project).map { .integer($0.into.number) }
          ?? .null,
      ]
    }
    try table.show(rows, json: JSONText(.array(json)))
    if pairs.isEmpty, !table.read.json, !table.csv { Output.say(words.noLikeness) }
  }

  /// What was asked for and what is like it; each pair once when everything was.
  private func pairs(in pipeline: Pipeline, _ workplace: Workplace) -> [(String, Likeness)] {
    let words = workplace.words
    if let name {
      if let id = try? workplace.project(name, in: pipeline), investor.isEmpty {
        let shown = words.project(id, in: pipeline)
        return pipeline.likenesses(to: id).map { (shown, $0) }
      }
      let fields: [Field: FieldValue] = [
        .name: .text(name), .investors: .list(investor.isEmpty ? [name] : investor),
      ]
      return pipeline.likenesses(to: fields).map { (name, $0) }
    }
    return pipeline.likelyPairs().map { pair in
      (words.project(pair.project, in: pipeline), pair.likeness)
    }
  }
}

extension Likeness.Reason {
  fileprivate var code: String {
    switch self {
    case .name: "name"
    case .investor: "investor"
    case .alias: "alias"
    case .creditCode: "credit-code"
    }
  }
}

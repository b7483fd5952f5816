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
    let (pairs, crowds) = likely(in: pipeline, workplace)
    if table.read.json {
      let entries = pairs.map { json($0, $1, in: pipeline) } + crowds.map(json)
      try Output.document(JSONText(.array(entries)).text)
      return
    }
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
    try table.show(rows, json: JSONText(.array([])))
    for crowd in crowds { Output.say(words.likelyCrowd(crowd)) }
    if pairs.isEmpty, crowds.isEmpty, !table.csv { Output.say(words.noLikeness) }
  }

  private func json(_ name: String, _ likeness: Likeness, in pipeline: Pipeline) -> JSONValue {
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

  /// What was left out: how many projects and pairs, and the first of the projects.
  private func json(_ crowd: LikelyCrowd) -> JSONValue {
    [
      "of": .string(crowd.common.text), "project": nil, "reason": .string(crowd.common.code),
      "projects": .integer(crowd.projects.count), "pairs_left_out": .integer(crowd.pairCount),
      "first": .array(crowd.projects.prefix(LikelyPairs.usualLimit).map { .integer($0.number) }),
    ]
  }

  /// What was asked for and what is like it; each pair once when everything was.
  private func likely(in pipeline: Pipeline, _ workplace: Workplace)
    -> (pairs: [(String, Likeness)], crowds: [LikelyCrowd])
  {
    let words = workplace.words
    guard let name else {
      let all = pipeline.likelyPairs()
      return (
        all.pairs.map { (words.project($0.project, in: pipeline), $0.likeness) }, all.crowds
      )
    }
    if let id = try? workplace.project(name, in: pipeline), investor.isEmpty {
      let shown = words.project(id, in: pipeline)
      return (pipeline.likenesses(to: id).map { (shown, $0) }, [])
    }
    let fields: [Field: FieldValue] = [
      .name: .text(name), .investors: .list(investor.isEmpty ? [name] : investor),
    ]
    return (pipeline.likenesses(to: fields).map { (name, $0) }, [])
  }
}

extension LikelyCrowd.Common {
  fileprivate var text: String {
    switch self {
    case .name(let text), .investor(let text), .creditCode(let text): text
    }
  }

  fileprivate var code: String {
    switch self {
    case .name: "name"
    case .investor: "investor"
    case .creditCode: "credit-code"
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

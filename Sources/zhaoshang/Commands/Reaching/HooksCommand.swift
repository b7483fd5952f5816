internal import ArgumentParser
internal import JSON
internal import Pipeline
internal import Settings
internal import Storage
internal import Wording

/// The subcommand `zhaoshang hooks`.
struct HooksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hooks", abstract: Help.words.about(.hooks),
    subcommands: [HooksStatusCommand.self, HooksDeliverCommand.self],
    defaultSubcommand: HooksStatusCommand.self)
}

/// The subcommand `zhaoshang hooks status`.
struct HooksStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration("status", .hooksStatus)

  @Flag(help: .of(.json)) var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    let words = workplace.words
    let store = try workplace.openForReading()
    let hooks = workplace.configuration.hooks
    let state = workplace.hookDelivery(of: store)?.cursor.read()
    let last = store.pipeline.version
    if json {
      var object = JSONObject()
      object["on_change"] = .init(hooks.onChange)
      object["before_commit"] = .init(hooks.beforeCommit)
      object["last"] = .integer(last.number)
      object["delivered"] = state.map { .integer($0.last.number) } ?? .null
      object["failure"] = .init(state?.failure)
      return try Output.document(JSONText(.object(object)).text)
    }
    if hooks.isEmpty { return try Output.result(words.noHooks) }
    var lines: [String] = []
    if !hooks.onChange.isEmpty {
      lines.append("on-change: " + hooks.onChange.joined(separator: " "))
      lines.append(words.hookDelivered(state?.last, of: last))
      if let failure = workplace.hookFailure(of: store) {
        lines.append(
          (state.map { Surroundings.localTime($0.failedAt) + "  " } ?? "") + failure)
      }
    }
    if !hooks.beforeCommit.isEmpty {
      lines.append("before-commit: " + hooks.beforeCommit.joined(separator: " "))
    }
    try Output.result(lines.joined(separator: "\n"))
  }
}

/// The subcommand `zhaoshang hooks deliver`.
struct HooksDeliverCommand: ParsableCommand {
  static let configuration = CommandConfiguration("deliver", .hooksDeliver)

  @Option(help: .of(.afterSequence, "number")) var after: UInt64?
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    let words = workplace.words
    let store = try workplace.openForReading()
    guard let delivery = workplace.hookDelivery(of: store) else {
      return try Output.result(words.noHooks)
    }
    let last = store.pipeline.version
    if let after, after > last.number {
      throw Failure(.refused, words.watchBeyond(SequenceNumber(after), last: last))
    }
    let state = try delivery.deliver(
      from: store, startingAfter: after.map(SequenceNumber.init), workplace)
    guard let state else { return Output.say(words.hooksBusy) }
    if let failure = state.failure { throw Failure(.refused, failure) }
    try Output.result(words.hookDelivered(state.last, of: store.pipeline.version))
  }
}

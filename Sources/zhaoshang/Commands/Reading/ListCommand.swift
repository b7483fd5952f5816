internal import ArgumentParser
internal import BoardUI
internal import Insight
internal import JSON
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang list [FILTER …]`.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration("list", .list, aliases: ["ls"])

  @Argument(help: .of(.filter)) var filter: [String] = []
  @Option(help: .of(.sort), completion: .words(of: ProjectColumn.self)) var sort: String?
  @Flag(help: .of(.everything)) var all = false
  @OptionGroup var saved: ViewOptions
  @OptionGroup var table: TableOptions

  func run() throws {
    let workplace = try table.workplace()
    let view = try saved.chosen(workplace)
    try table.list(
      view.narrowed(by: filter), all || view?.screen == .list ? .everything : .open,
      sortedBy: sort ?? view?.order.rawValue, workplace)
  }
}

/// The subcommand `zhaoshang search TEXT`.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration("search", .search)

  @Argument(help: .of(.query)) var text: [String]
  @Option(help: .of(.sort), completion: .words(of: ProjectColumn.self)) var sort: String?
  @OptionGroup var table: TableOptions

  func run() throws {
    let workplace = try table.workplace()
    try table.list(text, .everything, sortedBy: sort, workplace)
  }
}

extension TableOptions {
  fileprivate func list(
    _ asked: [String], _ scope: FilterScope, sortedBy sort: String?, _ workplace: Workplace
  ) throws(Failure) {
    let order =
      try sort.map { text throws(Failure) in
        guard let column = ProjectColumn(spoken: text) else {
          throw workplace.unknownChoice(text, "--sort", of: ProjectColumn.self)
        }
        return column
      } ?? .number
    let pipeline = try workplace.read()
    let filter = try workplace.filter(asked, scope: scope, in: pipeline)
    let moment = workplace.moment(of: pipeline)
    let ids = pipeline.inOrder(pipeline.ids(passing: filter, at: moment), by: order, at: moment)
    let rows = ids.compactMap { id in pipeline[id].flatMap { pipeline.row(of: $0, at: moment) } }
    let words = workplace.words
    try show(
      csv ? words.sheet(of: rows) : words.table(of: rows), json: .init(.array(rows.map(\.json))))
    if rows.isEmpty, !read.json, !csv { Output.say(workplace.words.nothingFound) }
  }
}

internal import ArgumentParser
internal import Canvas
internal import Glibc
internal import Insight
internal import Pages
internal import Pipeline
internal import Settings
internal import Storage
internal import Terminal
internal import Vocabulary
internal import Wording

/// The subcommand `zhaoshang publish DIR [FILTER …]`.
struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration("publish", .publish)

  @Argument(help: .of(.pageFolder), completion: .directory) var folder: String
  @Argument(help: .of(.filter)) var filter: [String] = []
  @Option(help: .of(.withoutFields, "fields")) var without: [String] = []
  @Flag(help: .of(.summariesOnly)) var summaries = false
  @Flag(help: .of(.watchPages)) var watch = false
  @Option(help: .of(.asOf, "date")) var asOf: String?
  @Option(help: .of(.theme, "name")) var theme: String?
  @OptionGroup var saved: ViewOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace(asOf: asOf)
    let words = workplace.words
    let rules = try rules(workplace)
    let library = workplace.themes
    let loaded = library.load(theme ?? workplace.configuration.theme)
    for warning in loaded.warnings { Output.say(words.settings(warning)) }
    let typed = try saved.chosen(workplace).narrowed(by: filter)
    let store = try workplace.openForReading()
    _ = try workplace.filter(typed, scope: .everything, in: store.pipeline)
    let folder = try PageFolder(folder, hiding: Set(rules.hidden.map(\.rawValue)), words)
    func publication() throws(Failure) -> Publication {
      let pipeline = store.pipeline
      return Publication(
        pipeline,
        at: global.today == nil
          ? pipeline.moment(today: Surroundings.today, asOf: workplace.asOf)
          : workplace.moment(of: pipeline),
        passing: typed.isEmpty
          ? nil : try workplace.filter(typed, scope: .everything, in: pipeline),
        written: typed.joined(separator: " "), thresholds: workplace.thresholds, rules: rules,
        theme: loaded.theme, hasProjectPages: !summaries, in: words)
    }
    let first = try publication()
    if first.asksForHidden(of: store.pipeline) {
      throw Failure(
        .wrongCommandLine, words.filterOnHidden(without.joined(separator: ",")))
    }
    let count = try writeAll(first, folder, workplace)
    Output.say(words.published(folder.path, count))
    guard watch else { return }
    var pages = LivePages(
      store, folder, hasProjects: !summaries, turnsDays: global.today == nil && asOf == nil,
      workplace, publication)
    try pages.follow()
  }

  /// Writes every page; how far it is is told, and Ctrl-C leaves whole pages.
  private func writeAll(_ publication: Publication, _ folder: PageFolder, _ workplace: Workplace)
    throws -> Int
  {
    let projects = summaries ? [] : publication.projects
    var progress: Progress? = Progress(.publishing, workplace.words, mayEndAnywhere: false)
    let total = projects.count + Publication.Summary.allCases.count
    var done = 0
    func step() {
      done += 1
      progress?.goOn(to: done, of: total)
    }
    for summary in Publication.Summary.allCases {
      try folder.put(publication.page(summary), at: summary.file)
      step()
    }
    var files: Set<String> = []
    for project in projects {
      guard let page = publication.page(of: project) else { continue }
      let file = Publication.file(of: project)
      try folder.put(page, at: file)
      files.insert(file)
      step()
    }
    folder.keep(files)
    progress = nil
    return files.count + Publication.Summary.allCases.count
  }

  /// The fields that were named to be left out.
  private func rules(_ workplace: Workplace) throws(Failure) -> PageRules {
    var rules = PageRules()
    for text in without.flatMap({ $0.split(separator: ",") }) {
      let word = text.trimmingPrefix { $0.isWhitespace }
      guard let field = Field(spoken: String(word)), field != .name, field != .kind else {
        throw Failure(
          .wrongCommandLine,
          workplace.words.unknownChoice(
            String(word), "--without",
            choices: Field.editable.filter { $0 != .name && $0 != .kind }.map(\.rawValue)))
      }
      rules.hide(field)
    }
    return rules
  }
}

/// Pages that are written again as the store changes.
private struct LivePages {
  private let store: any EventStore
  private let folder: PageFolder
  private let hasProjects: Bool
  /// Whether the pages are of today, whichever day it is.
  private let turnsDays: Bool
  private let workplace: Workplace
  private let publication: () throws(Failure) -> Publication
  private var astray = AstrayNotice()

  init(
    _ store: any EventStore, _ folder: PageFolder, hasProjects: Bool, turnsDays: Bool,
    _ workplace: Workplace,
    _ publication: @escaping () throws(Failure) -> Publication
  ) {
    self.store = store
    self.folder = folder
    self.hasProjects = hasProjects
    self.turnsDays = turnsDays
    self.workplace = workplace
    self.publication = publication
  }

  mutating func follow() throws {
    var news = try StoreWait(store, workplace)
    var day = Surroundings.today
    while true {
      // Before the first wait: what came while the pages were written is not waited for again.
      let isNewDay = turnsDays && Surroundings.today != day
      day = Surroundings.today
      let changes = try look()
      if let news = astray.news(of: store, workplace.words) {
        Output.say(workplace.words.pagesStay(news))
      }
      if !store.access.isAstray, changes.startsOver || !changes.events.isEmpty || isNewDay {
        try write(changes, isAll: changes.startsOver || isNewDay)
      }
      try news.wait(atMost: turnsDays ? Surroundings.millisecondsToMidnight : nil)
    }
  }

  /// What others stored; a store that has become shorter is looked at again first, for that is how
  /// one looks that is being taken away.
  private func look() throws(Failure) -> Changes {
    do throws(StoreError) {
      let before = store.pipeline.version
      var changes = try store.catchUp()
      for _ in 0..<LivePages.looks where store.pipeline.version < before {
        usleep(100_000)
        let more = try store.catchUp()
        changes = Changes(
          events: changes.events + more.events, startsOver: changes.startsOver || more.startsOver)
        if store.access.isAstray { break }
      }
      return changes
    } catch {
      throw workplace.failure(error)
    }
  }

  private static let looks = 10

  /// Writes the summaries, and the pages of the projects that were changed or of all.
  private func write(_ changes: Changes, isAll: Bool) throws {
    let publication = try publication()
    for summary in Publication.Summary.allCases {
      try folder.put(publication.page(summary), at: summary.file)
    }
    guard hasProjects else { return }
    let touched = Set(changes.events.flatMap(\.event.projects))
    let shown = Set(publication.projects)
    for project in isAll ? shown : touched.intersection(shown) {
      if let page = publication.page(of: project) {
        try folder.put(page, at: Publication.file(of: project))
      }
    }
    folder.keep(Set(shown.map(Publication.file)))
  }
}

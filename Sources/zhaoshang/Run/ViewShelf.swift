internal import BoardUI
internal import Insight
internal import Settings
internal import Wording

/// The file a person's views are kept in, read and written for the board and the command line.
struct ViewShelf {
  let path: String
  private let file: ViewsFile
  /// Views of which everything could be read.
  let views: [SavedView]
  let problems: [ConfigurationProblem]

  init(path: String) {
    self.path = path
    file = ViewsFile(file: path, vocabulary: ViewShelf.vocabulary)
    var problems = file.problems
    for entry in file.views {
      guard !Filter.parse(entry.filter).problems.isEmpty else { continue }
      problems.append(
        ConfigurationProblem(
          file: path, place: file.places[entry.name], key: entry.name + ".filter",
          value: entry.filter, expected: .filter))
    }
    self.problems = problems
    views = file.views.map(ViewShelf.view)
  }

  /// Keeps a view, in place of one of the same name, in the file as it is now.
  func save(_ view: SavedView, _ words: Words) throws(Failure) -> (
    views: [SavedView], notice: String
  ) {
    guard ViewEntry.isName(view.name) else {
      throw Failure(.wrongCommandLine, words.notAViewName(view.name))
    }
    let views = try write(words) { file throws(ViewsFile.CannotChange) in
      try file.saving(ViewShelf.entry(view))
    }
    return (views, words.viewSaved(view.name, path: path))
  }

  func forget(_ name: String, _ words: Words) throws(Failure) -> (
    views: [SavedView], notice: String
  ) {
    let views = try write(words) { file throws(ViewsFile.CannotChange) in
      try file.forgetting(name)
    }
    return (views, words.viewForgotten(name))
  }

  private func write(
    _ words: Words, _ change: (ViewsFile) throws(ViewsFile.CannotChange) -> ViewsFile
  ) throws(Failure) -> [SavedView] {
    // Read again: another board may have kept a view since.
    let newest = ViewsFile(file: path, vocabulary: ViewShelf.vocabulary)
    // A file that is no TOML, or cannot be read, has to be put right first.
    if newest.views.isEmpty, let problem = newest.problems.first {
      throw Failure(.badConfiguration, words.settings(problem))
    }
    let changed: ViewsFile
    do throws(ViewsFile.CannotChange) { changed = try change(newest) } catch {
      throw Failure(.badConfiguration, words.cannotChangeViews(path))
    }
    let isNew = !Surroundings.exists(path)
    try SettingsFolder.replace(
      (isNew ? words.viewsFileHead : "") + changed.text, at: path, words)
    return changed.views.map(ViewShelf.view)
  }

  private static let vocabulary = ViewsFile.Vocabulary(
    screens: Screen.allCases.map(\.rawValue), sorts: ProjectColumn.allCases.map(\.rawValue),
    groups: FunnelGrouping.allCases.map(\.rawValue), methods: FunnelMethod.allCases.map(\.rawValue))

  private static func view(_ entry: ViewEntry) -> SavedView {
    SavedView(
      name: entry.name, filter: entry.filter,
      screen: entry.screen.flatMap(Screen.init(rawValue:)) ?? .board,
      order: entry.sort.flatMap(ProjectColumn.init(rawValue:)) ?? .number,
      grouping: entry.group.flatMap(FunnelGrouping.init(rawValue:)),
      method: entry.method.flatMap(FunnelMethod.init(rawValue:)) ?? .step)
  }

  /// What is as usual is not written: a view says what is special about it.
  private static func entry(_ view: SavedView) -> ViewEntry {
    var entry = ViewEntry(name: view.name)
    entry.filter = view.filter
    entry.screen = view.screen.rawValue
    entry.sort = view.order == .number ? nil : view.order.rawValue
    entry.group = view.grouping?.rawValue
    entry.method = view.method == .step ? nil : view.method.rawValue
    return entry
  }
}

extension Workplace {
  var viewShelf: ViewShelf? { paths.map { ViewShelf(path: $0.viewsFile) } }

  /// A view that was asked for by name.
  func view(_ name: String?) throws(Failure) -> SavedView? {
    guard let name else { return nil }
    let shelf = viewShelf
    let isAboutIt = { (key: String) in key.isEmpty || key.hasPrefix(name + ".") }
    if let problem = shelf?.problems.first(where: { isAboutIt($0.key) }) {
      throw Failure(.badConfiguration, words.settings(problem))
    }
    guard let view = shelf?.views.first(where: { $0.name == name }) else {
      throw Failure(
        .wrongCommandLine, words.unknownView(name, known: shelf?.views.map(\.name) ?? []))
    }
    return view
  }
}

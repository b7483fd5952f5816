/// Where things are kept, by the XDG rules, from the environment's variables as they are given.
package struct SettingsPaths: Equatable, Sendable {
  /// `config.toml` and the person's own `themes`.
  package var configurationFolder: String
  /// The pipeline's data.
  package var dataFolder: String
  /// What may be lost: the history of the command line.
  package var stateFolder: String
  /// Copies of what is kept elsewhere, which can be had again.
  package var cacheFolder: String
  /// The folders of themes, the person's own first.
  package var themeFolders: [String]

  package var viewsFile: String { configurationFolder + "/views.toml" }
  /// The person's own maps of headings and words, each named like the one it adds to.
  package var mapFolder: String { configurationFolder + "/maps" }
  package var configurationFile: String { configurationFolder + "/config.toml" }

  /// The paths of an environment; nil when it names no absolute home to build on.
  ///
  /// A variable that is not an absolute path is ignored, as the rules say.
  ///
  /// - Parameter variable: Tells the value of a variable; nil for one that is not set.
  package init?(variable: (String) -> String?) {
    func absolute(_ name: String) -> String? {
      guard var path = variable(name), path.hasPrefix("/") else { return nil }
      while path.count > 1, path.hasSuffix("/") { path.removeLast() }
      return path
    }
    let home = absolute("HOME")
    func folder(_ variable: String, _ underHome: String) -> String? {
      (absolute(variable) ?? home.map { ($0 == "/" ? "" : $0) + underHome }).map {
        $0 + "/zhaoshang"
      }
    }
    guard let configuration = folder("XDG_CONFIG_HOME", "/.config"),
      let data = folder("XDG_DATA_HOME", "/.local/share"),
      let state = folder("XDG_STATE_HOME", "/.local/state"),
      let cache = folder("XDG_CACHE_HOME", "/.cache")
    else { return nil }
    let shared = (variable("XDG_DATA_DIRS") ?? "").split(separator: ":").map(String.init)
      .filter { $0.hasPrefix("/") }
    configurationFolder = configuration
    dataFolder = data
    stateFolder = state
    cacheFolder = cache
    let sharedFolders = shared.isEmpty ? ["/usr/local/share", "/usr/share"] : shared
    // Not the data folder: that is the store, and a folder made there by hand would stand in its way.
    themeFolders =
      [configuration + "/themes"] + sharedFolders.map { $0 + "/zhaoshang/themes" }
  }
}

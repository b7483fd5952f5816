package import Canvas
internal import Glibc
internal import TOML

/// A theme as it was found, and what in its files could not be used.
package struct LoadedTheme: Equatable, Sendable {
  package var theme: Theme
  package var warnings: [ThemeWarning]
  /// The file it came from; nil for the one that is compiled in.
  package var file: String?

  package init(theme: Theme, warnings: [ThemeWarning], file: String?) {
    self.theme = theme
    self.warnings = warnings
    self.file = file
  }
}

/// The themes that can be chosen: files named `NAME.toml` in some folders, and the compiled-in one.
package struct ThemeLibrary: Sendable {
  /// Searched in this order: the user's own before the ones that came with the program.
  package let folders: [String]

  package init(folders: [String]) { self.folders = folders }

  /// The names of all themes, sorted.
  package var names: [String] {
    var names = [Theme.defaultDark.name]
    for folder in folders {
      guard let stream = opendir(folder) else { continue }
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        guard name.hasSuffix(".toml"), !name.hasPrefix(".") else { continue }
        let theme = String(name.dropLast(5))
        if !names.contains(theme) { names.append(theme) }
      }
      closedir(stream)
    }
    return names.sorted()
  }

  /// The theme of a name, or of a path when it holds a slash or ends in `.toml`.
  ///
  /// Never fails: without the theme it is the compiled-in one, with the reason as a warning.
  package func load(_ nameOrPath: String) -> LoadedTheme {
    load(nameOrPath, place: nil, children: [])
  }

  private func load(_ nameOrPath: String, place: TOMLPlace?, children: [String]) -> LoadedTheme {
    let base = LoadedTheme(theme: .defaultDark, warnings: [], file: nil)
    let path: String
    let name: String
    if nameOrPath.contains("/") || nameOrPath.hasSuffix(".toml") {
      path = nameOrPath
      let last = nameOrPath.split(separator: "/").last.map(String.init) ?? nameOrPath
      name = last.hasSuffix(".toml") ? String(last.dropLast(5)) : last
    } else {
      name = nameOrPath
      guard let found = file(named: name) else {
        if name == base.theme.name { return base }
        let warning = ThemeWarning(
          file: children.last ?? "", place: place,
          key: children.isEmpty ? "theme" : "meta.inherits",
          value: name, expected: .theme)
        return LoadedTheme(theme: base.theme, warnings: [warning], file: nil)
      }
      path = found
    }
    guard !children.contains(path), children.count < 8 else {
      let warning = ThemeWarning(
        file: children.last ?? path, place: place, key: "meta.inherits", value: name,
        expected: .inheritance)
      return LoadedTheme(theme: base.theme, warnings: [warning], file: nil)
    }
    do {
      let text = try SettingsFile.text(ofFile: path)
      let parent =
        parent(in: text, file: path).map { parent in
          guard !parent.name.contains("/"), !parent.name.hasSuffix(".toml") else {
            // A file is shared by its name: one that names a path works on one machine only.
            let warning = ThemeWarning(
              file: path, place: parent.place, key: "meta.inherits", value: parent.name,
              expected: .theme)
            return LoadedTheme(theme: base.theme, warnings: [warning], file: nil)
          }
          return load(parent.name, place: parent.place, children: children + [path])
        } ?? base
      let (theme, warnings) = parent.theme.overlaid(with: text, file: path, name: name)
      return LoadedTheme(theme: theme, warnings: parent.warnings + warnings, file: path)
    } catch {
      return LoadedTheme(theme: base.theme, warnings: [error], file: nil)
    }
  }

  private func parent(in text: String, file: String) -> (name: String, place: TOMLPlace)? {
    let entries = (try? SettingsFile(text: text, file: file))?.entries ?? []
    guard let entry = entries.first(where: { $0.key == "meta.inherits" }),
      case .text(let parent) = entry.value
    else { return nil }
    return (parent, entry.valuePlace)
  }

  private func file(named name: String) -> String? {
    folders.map { "\($0)/\(name).toml" }.first { access($0, R_OK) == 0 }
  }
}

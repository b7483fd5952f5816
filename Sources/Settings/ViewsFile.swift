internal import Glibc
package import TOML

/// A view that a person has saved, by the words of its file.
package struct ViewEntry: Hashable, Sendable {
  package var name: String
  package var filter = ""
  package var screen: String?
  package var sort: String?
  package var group: String?
  package var method: String?

  package init(name: String) { self.name = name }

  /// Whether a text can be a view's name: one word that needs no care in a file or on a command line.
  package static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 40
      && text.unicodeScalars.allSatisfy { scalar in
        !scalar.properties.isWhitespace && !".[]\"'=#\\".unicodeScalars.contains(scalar)
          && scalar.properties.generalCategory != .control
          && scalar.properties.generalCategory != .format
      }
  }
}

/// The file of saved views, `views.toml`: a table for each, named like the view.
///
/// A file of its own, because the board writes it: `config.toml` is the person's and is never
/// written to. What a person puts into this one by hand is kept all the same: only the lines of the
/// view that is saved are changed.
package struct ViewsFile: Equatable, Sendable {
  /// The words that the board has for screens, orders, groupings and methods.
  package struct Vocabulary: Equatable, Sendable {
    package var screens: [String]
    package var sorts: [String]
    package var groups: [String]
    package var methods: [String]

    package init(screens: [String], sorts: [String], groups: [String], methods: [String]) {
      self.screens = screens
      self.sorts = sorts
      self.groups = groups
      self.methods = methods
    }
  }

  package let file: String
  package private(set) var text: String
  package let vocabulary: Vocabulary
  /// In the order of the file.
  package private(set) var views: [ViewEntry] = []
  package private(set) var problems: [ConfigurationProblem] = []
  /// The place of every view's filter, or of its first setting.
  package private(set) var places: [String: TOMLPlace] = [:]

  /// Reads the views of a text; what cannot be used is left out and reported.
  package init(_ text: String, file: String, vocabulary: Vocabulary) {
    self.file = file
    self.text = text
    self.vocabulary = vocabulary
    do {
      for entry in try SettingsFile(text: text, file: file).entries { take(entry) }
    } catch {
      problems.append(error)
    }
  }

  /// Reads the file at `path`; one that is not there holds no views.
  package init(file path: String, vocabulary: Vocabulary) {
    do {
      self.init(try SettingsFile.text(ofFile: path), file: path, vocabulary: vocabulary)
    } catch {
      self.init("", file: path, vocabulary: vocabulary)
      if case .readableFile(let reason) = error.expected, reason == ENOENT { return }
      problems = [error]
    }
  }

  private mutating func take(_ entry: SettingsFile.Entry) {
    func warn(_ expected: SettingsProblem.Expectation) {
      problems.append(entry.problem(expected, file: file))
    }
    let parts = entry.path
    guard parts.count == 2 else { return warn(.knownKey) }
    guard ViewEntry.isName(parts[0]) else { return warn(.viewName) }
    guard case .text(let text) = entry.value else { return warn(.text) }
    func isKnown(_ words: [String]) -> Bool {
      if words.contains(text) { return true }
      warn(.oneOf(words))
      return false
    }
    var view = views.first { $0.name == parts[0] } ?? ViewEntry(name: parts[0])
    switch parts[1] {
    case "filter": view.filter = text
    case "screen": if isKnown(vocabulary.screens) { view.screen = text } else { return }
    case "sort": if isKnown(vocabulary.sorts) { view.sort = text } else { return }
    case "group": if isKnown(vocabulary.groups) { view.group = text } else { return }
    case "method": if isKnown(vocabulary.methods) { view.method = text } else { return }
    default: return warn(.knownKey)
    }
    if parts[1] == "filter" || places[view.name] == nil {
      places[view.name] = entry.valuePlace
    }
    if let index = views.firstIndex(where: { $0.name == view.name }) {
      views[index] = view
    } else {
      views.append(view)
    }
  }
}

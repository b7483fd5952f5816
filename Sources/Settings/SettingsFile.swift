internal import Files
internal import TOML

/// A file of settings as flat keys, each with its value and its place.
struct SettingsFile {
  enum Value {
    case text(String)
    case number(Int)
    case boolean(Bool)
    case texts([String])
    case other(String)

    /// The value as it would be shown to the person who wrote it.
    var shown: String {
      switch self {
      case .text(let text), .other(let text): text
      case .number(let number): String(number)
      case .boolean(let isTrue): String(isTrue)
      case .texts(let texts): texts.joined(separator: " ")
      }
    }
  }

  struct Entry {
    /// The names of the tables on the way, and the key's own.
    let path: [String]
    let value: Value
    let keyPlace: TOMLPlace
    let valuePlace: TOMLPlace

    /// The path with dots between its names: `stale.contact`.
    var key: String { path.joined(separator: ".") }
    var line: Int { keyPlace.line }
  }

  static let sizeLimit = 65_536
  static let depthLimit = 16

  let file: String
  /// In the order of the file.
  let entries: [Entry]

  /// Reads the settings of a text, after looking at its size.
  ///
  /// - Throws: The first place where it is no TOML, lies too deep, or holds U+0000, also as an
  ///   escape: a text goes to the system, where U+0000 would end it.
  init(text: String, file: String) throws(SettingsProblem) {
    self.file = file
    guard text.utf8.count <= SettingsFile.sizeLimit else {
      throw SettingsProblem(file: file, expected: .size(atMost: SettingsFile.sizeLimit))
    }
    guard !text.utf8.contains(0) else { throw SettingsProblem(file: file, expected: .utf8) }
    let table: TOMLTable
    do {
      table = try TOMLReader.table(of: text, depthLimit: SettingsFile.depthLimit)
    } catch {
      throw SettingsProblem(error, file: file)
    }
    var entries: [Entry] = []
    if let place = SettingsFile.flatten(table, path: [], into: &entries) {
      throw SettingsProblem(file: file, place: place, expected: .utf8)
    }
    self.entries = entries.sorted { $0.keyPlace < $1.keyPlace }
  }

  /// Reads a file's text whole.
  static func text(ofFile path: String) throws(SettingsProblem) -> String {
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try WholeFile.bytes(ofFile: path, limit: sizeLimit, waitsForPipes: false)
    } catch {
      let expected: SettingsProblem.Expectation =
        switch error.reason {
        case .system(let errno): .readableFile(errno: errno)
        default: .size(atMost: sizeLimit)
        }
      throw SettingsProblem(file: path, expected: expected)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SettingsProblem(file: path, expected: .utf8)
    }
    return text
  }

  /// Appends the entries of a table, up to the first key or text with U+0000, whose place it gives.
  private static func flatten(
    _ table: TOMLTable, path: [String], into entries: inout [Entry]
  ) -> TOMLPlace? {
    for member in table.members {
      if member.key.utf8.contains(0) { return member.keyPlace }
      let path = path + [member.key]
      let value: Value
      switch member.value {
      case .table(let inner):
        if let place = flatten(inner, path: path, into: &entries) { return place }
        continue
      case .string(let text): value = .text(text)
      case .boolean(let isTrue): value = .boolean(isTrue)
      case .integer(let number): value = .number(number)
      case .array(let values):
        let texts = values.compactMap { value in
          if case .string(let text) = value { text } else { nil }
        }
        value =
          texts.count == values.count ? .texts(texts) : .other(member.value.description)
      case .float, .moment: value = .other(member.value.description)
      }
      if value.shown.utf8.contains(0) { return member.valuePlace }
      entries.append(
        Entry(
          path: path, value: value, keyPlace: member.keyPlace, valuePlace: member.valuePlace))
    }
    return nil
  }
}

extension SettingsFile.Entry {
  /// What is wrong with the value, or with the key where that is not known.
  func problem(_ expected: SettingsProblem.Expectation, file: String) -> SettingsProblem {
    SettingsProblem(
      file: file, place: expected == .knownKey ? keyPlace : valuePlace, key: key,
      value: value.shown, expected: expected)
  }
}

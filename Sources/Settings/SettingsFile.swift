internal import Glibc
internal import TOMLKit

/// A file of settings as flat keys, each with its value and its line.
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
    var key: String
    var value: Value
    var line: Int?
  }

  static let sizeLimit = 65_536
  static let depthLimit = 16

  let file: String
  /// In the order of their lines.
  let entries: [Entry]

  /// Reads the settings of a text, after looking at its size and depth.
  init(text: String, file: String) throws(SettingsProblem) {
    self.file = file
    guard text.utf8.count <= SettingsFile.sizeLimit else {
      throw SettingsProblem(file: file, expected: .size(atMost: SettingsFile.sizeLimit))
    }
    guard !text.utf8.contains(0) else { throw SettingsProblem(file: file, expected: .utf8) }
    if let line = SettingsFile.tooDeepLine(of: text) {
      throw SettingsProblem(
        file: file, line: line, expected: .depth(atMost: SettingsFile.depthLimit))
    }
    if let line = SettingsFile.brokenHeaderLine(of: text) {
      throw SettingsProblem(
        file: file, line: line, expected: .toml("expected a bare or quoted name after '['"))
    }
    if let line = SettingsFile.brokenArrayLine(of: text) {
      throw SettingsProblem(file: file, line: line, expected: .toml("expected a value or ']'"))
    }
    if let line = SettingsFile.brokenDateLine(of: text) {
      throw SettingsProblem(
        file: file, line: line, expected: .toml("expected a time or nothing behind the date"))
    }
    if let line = SettingsFile.nullLine(of: text) {
      throw SettingsProblem(file: file, line: line, expected: .toml("U+0000 cannot be kept"))
    }
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw SettingsProblem(
        file: file, line: error.source.begin.line, expected: .toml(error.description))
    } catch {
      throw SettingsProblem(file: file, expected: .toml("\(error)"))
    }
    let lines = SettingsFile.lines(of: text)
    var entries: [Entry] = []
    SettingsFile.flatten(table, prefix: "", into: &entries)
    for index in entries.indices { entries[index].line = lines[entries[index].key] }
    self.entries = entries.sorted { ($0.line ?? 0, $0.key) < ($1.line ?? 0, $1.key) }
  }

  /// Reads a file's text whole, never more than the limit and a byte.
  static func text(ofFile path: String) throws(SettingsProblem) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw SettingsProblem(file: path, expected: .readableFile(errno: errno))
    }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: sizeLimit + 1)
    var length = 0
    while length < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        read(descriptor, buffer.baseAddress?.advanced(by: length), buffer.count - length)
      }
      if count < 0 { throw SettingsProblem(file: path, expected: .readableFile(errno: errno)) }
      if count == 0 { break }
      length += count
    }
    guard length <= sizeLimit else {
      throw SettingsProblem(file: path, expected: .size(atMost: sizeLimit))
    }
    guard let text = String(validating: bytes[..<length], as: UTF8.self) else {
      throw SettingsProblem(file: path, expected: .utf8)
    }
    return text
  }

  private static func flatten(_ table: TOMLTable, prefix: String, into entries: inout [Entry]) {
    for (name, node) in table {
      let key = prefix + name
      if let inner = node.table {
        flatten(inner, prefix: key + ".", into: &entries)
      } else if let text = node.string {
        entries.append(Entry(key: key, value: .text(text)))
      } else if let array = node.array, array.allSatisfy({ $0.string != nil }) {
        entries.append(Entry(key: key, value: .texts(array.compactMap(\.string))))
      } else if node.type == .bool, let isTrue = node.bool {
        entries.append(Entry(key: key, value: .boolean(isTrue)))
      } else if node.type == .int, let number = node.int {
        entries.append(Entry(key: key, value: .number(number)))
      } else {
        entries.append(Entry(key: key, value: .other(node.debugDescription)))
      }
    }
  }

  /// The line of every `key =`, under its section; the parser does not tell.
  private static func lines(of text: String) -> [String: Int] {
    var lines: [String: Int] = [:]
    var section = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.first == "[" {
        section = plainKey(trimmed.dropFirst().prefix { $0 != "]" }) + "."
      } else if trimmed.first != "#", let equals = trimmed.firstIndex(of: "=") {
        let key = (section == "." ? "" : section) + plainKey(trimmed[..<equals])
        if lines[key] == nil { lines[key] = index + 1 }
      }
    }
    return lines
  }

  private static func plainKey(_ text: Substring) -> String {
    String(text.filter { $0 != " " && $0 != "\t" && $0 != "\"" && $0 != "'" && $0 != "\r" })
  }

  /// The first line where brackets or dotted keys nest too deep for a parser that recurses.
  private static func tooDeepLine(of text: String) -> Int? {
    var line = 1
    var depth = 0
    var dots = 0
    var quote: UInt8?
    var isEscaped = false
    var isComment = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n") {
        line += 1
        (dots, quote, isEscaped, isComment) = (0, nil, false, false)
        continue
      }
      if isComment { continue }
      if let open = quote {
        if isEscaped {
          isEscaped = false
        } else if byte == open {
          quote = nil
        } else if byte == UInt8(ascii: "\\") && open == UInt8(ascii: "\"") {
          isEscaped = true
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "#"): isComment = true
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: "."): dots += 1
      default: break
      }
      if depth > depthLimit || dots > depthLimit { return line }
    }
    return nil
  }

  /// The line of a table's header that begins with neither a bare nor a quoted name: `[招商]`.
  ///
  /// The parser takes that for its own broken promise and aborts, so it must not get to see it.
  private static func brokenHeaderLine(of text: String) -> Int? {
    var line = 1
    var isAtStart = true
    /// Brackets of a header whose name has not begun; a second one only right behind the first.
    var brackets = 0
    var isAfterBracket = false
    for scalar in text.unicodeScalars {
      defer { isAfterBracket = scalar == "[" }
      switch scalar {
      case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
        if brackets > 0 { return line }
        if scalar == "\n" { line += 1 }
        isAtStart = true
      case " ", "\t": continue
      case "\u{FEFF}" where isAtStart: continue
      case "[" where isAtStart || brackets == 1 && isAfterBracket:
        isAtStart = false
        brackets += 1
      default:
        if brackets > 0 && !isNameStart(scalar) { return line }
        (isAtStart, brackets) = (false, 0)
      }
    }
    return nil
  }

  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "A"..."Z", "a"..."z", "0"..."9", "-", "_", "\"", "'", "]": true
    default: false
    }
  }
}

internal import Exchange
internal import JSON
internal import Settings
internal import TOML
internal import Wording
internal import Workbook

/// Reads a ledger's tables from whatever kind of file, for the command line and the board.
struct LedgerFileReader {
  /// The file's name, for what is said of it.
  let file: String
  let workplace: Workplace
  let words: Words
  var sheet: String?
  var encoding: String?
  var profile: String?
  var columnMap: String?
  /// How the file was read, a sentence each.
  private(set) var findings: [String] = []

  init(_ file: String, _ workplace: Workplace, _ words: Words) {
    self.file = file
    self.workplace = workplace
    self.words = words
  }

  /// What a file is by its first bytes; nil for what may be text.
  static func kind(of bytes: [UInt8]) -> ImportCommand.Format? {
    if WorkbookReader.isWorkbook(bytes) { return .xlsx }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let first = start.first { !" \t\r\n".utf8.contains($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? .json : nil
  }

  /// Reads a table in text.
  mutating func text(_ bytes: [UInt8]) throws(Failure) -> LedgerSource {
    if sheet != nil {
      throw Failure(.wrongCommandLine, words.conflictingOptions("--sheet", "CSV"))
    }
    let encoding: TextEncoding? = try encoding.map { text throws(Failure) in
      try workplace.encoding(text)
    }
    let text: DecodedText
    do {
      text = try DecodedText(bytes, as: encoding)
    } catch {
      throw Failure(.badInputFile, "\(file): " + words.encoding(error))
    }
    do {
      let source = try LedgerSource(text)
      if case .text(let found, let separator) = source.reading,
        encoding == nil || separator != .comma
      {
        findings.append(words.readAs(found.rawValue.uppercased(), separator.rawValue))
      }
      return source
    } catch {
      throw Failure(.badInputFile, "\(file): " + words.ledger(error))
    }
  }

  /// Reads the worksheets that are not hidden, or the one that was named.
  mutating func workbook(_ bytes: [UInt8]) throws(Failure) -> LedgerSource {
    if encoding != nil {
      throw Failure(.wrongCommandLine, words.conflictingOptions("--encoding", "XLSX"))
    }
    try workplace.requireExcel()
    var book = bytes
    if let other = OtherWorkbook(bytes) {
      book = try SpreadsheetConverter.workbook(bytes, other, named: file, words)
      findings.append(words.converted(other.rawValue))
    }
    do {
      return LedgerSource(try WorkbookReader(book).sheets(named: sheet))
    } catch {
      throw workplace.failure(error, file: file)
    }
  }

  /// A program's export in JSON; nil when the file is one of ours, or says nothing of either.
  mutating func program(_ bytes: [UInt8]) -> LedgerSource? {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    // A file of ours says so near its beginning, and may be large.
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    if head.contains("zhaoshang-exchange") { return nil }
    guard let value = try? JSONValue.parse(bytes, sizeLimit: 256 << 20),
      let source = ProgramFile.source(value)
    else { return nil }
    if case .program(let name) = source.reading {
      findings.append(words.readAsProgram(name))
    }
    return source
  }

  /// What words mean: what came with the program, what the configuration's folder adds, and the
  /// person's own map.
  func ledger(_ source: LedgerSource) throws(Failure) -> LedgerImport {
    var ledger = LedgerImport(source)
    ledger.profile = try profile.map { text throws(Failure) in
      try workplace.choice(text, "--profile")
    }
    for path in workplace.mapFiles {
      let map = try entries(ofMap: path)
      let name = path.split(separator: "/").last.map { String($0.dropLast(5)) } ?? path
      if name == "ledger" {
        for entry in map { _ = ledger.vocabulary.add(entry) }
      } else if let place = ledger.programs.firstIndex(where: { $0.name == name }) {
        ledger.programs[place] = ledger.programs[place].adding(map)
      } else {
        ledger.programs.append(ProgramMap(name: name, map: MapText(entries: map)))
      }
    }
    if let path = columnMap ?? workplace.configuration.importMap {
      ledger.own = try entries(ofMap: path)
    }
    return ledger
  }

  /// A map's entries, each of which has to mean something.
  private func entries(ofMap path: String) throws(Failure) -> [MapText.Entry] {
    let file: ColumnMapFile
    do {
      file = try ColumnMapFile(file: path)
    } catch {
      throw Failure(.badConfiguration, words.settings(error))
    }
    var vocabulary = LedgerVocabulary.shipped
    return try file.entries.map { entry throws(Failure) in
      let known = MapText.Entry(
        section: entry.section, word: entry.heading, meaning: entry.meaning,
        line: entry.place.line)
      if !vocabulary.add(known) {
        throw Failure(
          .badConfiguration,
          "\(path):\(entry.place.line):\(entry.place.column): "
            + words.meansNothing(known.word, known.meaning))
      }
      return known
    }
  }
}

extension Workplace {
  /// The maps in the configuration's folder, by name.
  fileprivate var mapFiles: [String] {
    guard let folder = paths?.mapFolder else { return [] }
    return FolderTree.names(in: folder).filter { $0.hasSuffix(".toml") }.map { folder + "/" + $0 }
  }
}

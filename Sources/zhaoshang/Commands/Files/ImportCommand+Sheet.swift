internal import Exchange
internal import Pipeline
internal import Settings
internal import TOML
internal import Wording
internal import Workbook

// A ledger's rows, from whatever kind of file.
extension ImportCommand {
  /// Reads a table in CSV, and says how it was read.
  func table(_ bytes: [UInt8], _ workplace: Workplace) throws(Failure) -> LedgerSheet {
    let words = workplace.words
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
    if encoding == nil {
      Output.say("\(file): " + words.readAs(text.encoding.rawValue.uppercased()))
    }
    let (profile, map) = (try ledgerProfile(workplace), try ledgerMap(workplace))
    do {
      return try LedgerSheet(text.utf8, profile: profile, map: map)
    } catch {
      throw Failure(.badInputFile, "\(file): " + words.ledger(error))
    }
  }

  /// Reads the first worksheet with headings, or the one that was named, and says which.
  func worksheet(_ bytes: [UInt8], _ workplace: Workplace) throws(Failure) -> LedgerSheet {
    let words = workplace.words
    if encoding != nil {
      throw Failure(.wrongCommandLine, words.conflictingOptions("--encoding", "XLSX"))
    }
    let (profile, map) = (try ledgerProfile(workplace), try ledgerMap(workplace))
    let found: SheetTable?
    do {
      found = try WorkbookReader(bytes).firstSheet(named: sheet) {
        sheet != nil || LedgerSheet.hasHeadings($0, map: map)
      }
    } catch {
      throw workplace.failure(error, file: file)
    }
    guard let found else { throw Failure(.badInputFile, "\(file): " + words.noHeadingRow) }
    Output.say("\(file): " + words.readSheet(found.name))
    do {
      return try LedgerSheet(found, profile: profile, map: map)
    } catch {
      throw Failure(.badInputFile, "\(file): " + words.ledger(error, in: found.name))
    }
  }

  private func ledgerProfile(_ workplace: Workplace) throws(Failure) -> LedgerProfile? {
    try profile.map { text throws(Failure) in try workplace.choice(text, "--profile") }
  }

  /// What the bureau's own headings mean: the option's file, else the configuration's.
  private func ledgerMap(_ workplace: Workplace) throws(Failure) -> LedgerMap {
    guard let path = columnMap ?? workplace.configuration.importMap else { return LedgerMap() }
    let entries: [ColumnMapFile.Entry]
    do {
      entries = try ColumnMapFile(file: path).entries
    } catch {
      throw Failure(.badConfiguration, workplace.words.settings(error))
    }
    var map = LedgerMap()
    for entry in entries where !map.add(entry.heading, means: entry.meaning) {
      throw Failure(
        .badConfiguration,
        "\(path):\(entry.place.line):\(entry.place.column): "
          + workplace.words.meansNothing(entry.heading, entry.meaning))
    }
    return map
  }
}

package import Workbook

/// A file as tables, and how it was read.
package struct LedgerSource: Sendable {
  package let tables: [LedgerTable]
  package let reading: Reading

  /// What was found out about the file, to be said.
  package enum Reading: Hashable, Sendable {
    case text(TextEncoding, TableSeparator)
    case workbook
    /// An export of a program that is no table.
    case program(String)
  }

  package init(tables: [LedgerTable], reading: Reading) {
    self.tables = tables
    self.reading = reading
  }

  /// A workbook's sheets that are not hidden, or the one that was named.
  package init(_ sheets: [SheetTable]) {
    self.init(tables: sheets.map { LedgerTable($0) }, reading: .workbook)
  }

  /// A table in text: what parts its cells is found by the headings that it holds.
  package init(_ text: DecodedText) throws(LedgerError) {
    do throws(CSVError) {
      let (table, separator) = try CSVTable.read(text.utf8) { rows in
        let table = LedgerTable(rows: rows)
        let finder = LayoutFinder(
          table: table, vocabulary: LedgerImport.everyWord, answers: ImportAnswers())
        return finder.layout()?.known ?? 0
      }
      self.init(
        tables: [LedgerTable(rows: LedgerRows(table))], reading: .text(text.encoding, separator))
    } catch {
      throw LedgerError(row: error.row, column: error.column, problem: .notATable(error.problem))
    }
  }
}

extension LedgerImport {
  /// Every heading that came with the program, whoever wrote it.
  static let everyWord: LedgerVocabulary = {
    var vocabulary = LedgerVocabulary.shipped
    for program in ProgramMap.shipped { vocabulary.add(program.map) }
    return vocabulary
  }()
}

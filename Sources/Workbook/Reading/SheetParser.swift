#if Excel
  internal import CExcel
  internal import Glibc

  /// Reads one worksheet's cells.
  final class SheetParser: MarkupReceiver {
    private enum Kind { case number, shared, text, inline, truth, failed, date }

    private let texts: [String]
    private let formats: [SheetFormat]
    private let isStruck: [Bool]
    private let date: SheetDate
    private let limits: WorkbookLimits
    private var table: SheetTable
    private var merged: [(SheetTable.Place, SheetTable.Place)] = []

    private var row = -1
    private var column = -1
    private var cells = 0
    private var kind = Kind.number
    private var format = SheetFormat.number
    private var style = 0
    /// How many filled cells each row has, and how many of them are struck through.
    private var filled: [Int: (all: Int, struck: Int)] = [:]
    private var value: [UInt8] = []
    private var formula: [UInt8] = []
    private var hasFormula = false
    private var hasValue = false
    private enum Inside { case nothing, value, formula }
    private var inside = Inside.nothing
    private var isInReading = false

    init(
      _ name: String, _ texts: [String], _ styles: StyleParser, _ date: SheetDate,
      _ limits: WorkbookLimits
    ) {
      table = SheetTable(name: name)
      self.texts = texts
      formats = styles.formats
      isStruck = styles.isStruck
      self.date = date
      self.limits = limits
    }

    func finished() -> SheetTable {
      for (from, last) in merged { table.fillDown(from, to: last) }
      merged = []
      for (row, count) in filled where count.struck * 2 >= count.all && count.struck > 0 {
        table.marks.struckRows.insert(row)
      }
      return table
    }

    // MARK: Elements

    func start(_ name: MarkupName, _ attributes: MarkupAttributes) throws(WorkbookError) {
      if name == "c" {
        try startCell(attributes)
      } else if name == "v" || name == "t" {
        inside = .value
        hasValue = true
      } else if name == "row" {
        try startRow(attributes)
      } else if name == "f" {
        inside = .formula
        hasFormula = true
      } else if name == "rPh" {
        isInReading = true
      } else if name == "col" {
        hide(attributes)
      } else if name == "mergeCell", let reference = attributes["ref"] {
        try merge(reference)
      }
    }

    func end(_ name: MarkupName) throws(WorkbookError) {
      if name == "c" {
        try endCell()
      } else if name == "v" || name == "t" || name == "f" {
        inside = .nothing
      } else if name == "rPh" {
        isInReading = false
      }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookError) {
      switch inside {
      case .nothing: return
      case .value where isInReading: return
      case .value:
        value += bytes
        if value.count > limits.cellBytes { throw error(.cellTooLong(limit: limits.cellBytes)) }
      case .formula:
        // Only shown when there is nothing else to show.
        if formula.count < 200 { formula += bytes }
      }
    }

    // MARK: Rows and cells

    private func startRow(_ attributes: MarkupAttributes) throws(WorkbookError) {
      row += 1
      column = -1
      if let number = attributes["r"] {
        guard let number = Int(number), number > 0 else { throw error(.badReference(number)) }
        row = number - 1
      }
      try reach(row)
      if ["1", "true"].contains(attributes["hidden"]) { table.marks.hiddenRows.insert(row) }
    }

    /// A range of columns that are not shown, from 1.
    private func hide(_ attributes: MarkupAttributes) {
      guard ["1", "true"].contains(attributes["hidden"]),
        let first = attributes["min"].flatMap({ Int($0) }),
        let last = attributes["max"].flatMap({ Int($0) }), first > 0, first <= last
      else { return }
      let end = min(last, limits.columns)
      if first <= end { table.marks.hiddenColumns.formUnion(first - 1...end - 1) }
    }

    private func reach(_ row: Int) throws(WorkbookError) {
      if row >= limits.rows { throw error(.tooManyRows(limit: limits.rows)) }
      while table.rows.count <= row { table.rows.append([]) }
    }

    private func startCell(_ attributes: MarkupAttributes) throws(WorkbookError) {
      column += 1
      if let reference = attributes["r"] {
        guard let place = SheetTable.place(reference) else {
          throw error(.badReference(reference))
        }
        (row, column) = (place.row, place.column)
      }
      row = max(row, 0)
      try reach(row)
      if column >= limits.columns { throw error(.tooManyColumns(limit: limits.columns)) }
      kind =
        switch attributes["t"] {
        case "s": .shared
        case "str": .text
        case "inlineStr": .inline
        case "b": .truth
        case "e": .failed
        case "d": .date
        default: .number
        }
      style = attributes["s"].flatMap { Int($0) } ?? 0
      format = formats.indices.contains(style) ? formats[style] : .number
      value.removeAll(keepingCapacity: true)
      formula.removeAll(keepingCapacity: true)
      (hasFormula, hasValue) = (false, false)
    }

    private func endCell() throws(WorkbookError) {
      if !hasValue, !hasFormula { return }
      let stored = String(decoding: value, as: UTF8.self)
      if !hasValue || (hasFormula && stored.isEmpty && kind == .number) {
        fault("=" + String(decoding: formula, as: UTF8.self))
      } else if kind == .failed {
        fault(stored)
      } else {
        try keep(try text(stored))
      }
    }

    private func fault(_ text: String) {
      table.faults[SheetTable.Place(row: row, column: column)] = text
      // The cell is not empty: what looks for a row's contents has to find it.
      try? keep(text)
    }

    private func keep(_ text: String) throws(WorkbookError) {
      if text.isEmpty { return }
      let have = table.rows[row].count
      cells += max(1, column + 1 - have)
      if cells > limits.cells { throw error(.tooManyCells(limit: limits.cells)) }
      if have <= column { table.rows[row] += Array(repeating: "", count: column + 1 - have) }
      table.rows[row][column] = text
      if isStruck.contains(true) {
        let before = filled[row] ?? (0, 0)
        let isOut = isStruck.indices.contains(style) && isStruck[style]
        filled[row] = (before.all + 1, before.struck + (isOut ? 1 : 0))
      }
    }

    private func text(_ stored: String) throws(WorkbookError) -> String {
      switch kind {
      case .shared:
        guard let index = Int(stored), texts.indices.contains(index) else {
          throw error(.unknownText(stored))
        }
        return texts[index]
      case .text, .inline: return EscapedText.decoded(stored)
      case .truth: return stored == "1" ? "TRUE" : "FALSE"
      case .date: return String(stored.prefix(10))
      case .failed: return stored
      case .number:
        guard let number = Double(stored), number.isFinite else { return stored }
        return date.text(number, format) ?? SheetNumber.text(number)
      }
    }

    private func merge(_ reference: String) throws(WorkbookError) {
      let ends = reference.split(separator: ":")
      guard let first = ends.first.flatMap({ SheetTable.place($0) }),
        let last = ends.last.flatMap({ SheetTable.place($0) })
      else { throw error(.badReference(reference)) }
      if last.column > first.column, last.column < limits.columns {
        cells += 1
        table.marks.widths[first] = last.column - first.column + 1
      }
      guard last.row > first.row else { return }
      // Each costs a pass over its rows.
      cells += min(last.row, table.rows.count) - min(first.row, table.rows.count)
      if cells > limits.cells { throw error(.tooManyCells(limit: limits.cells)) }
      merged.append((first, last))
    }

    private func error(_ problem: WorkbookError.Problem) -> WorkbookError {
      var error = WorkbookError(problem)
      error.row = row + 1
      if column >= 0 { error.column = column + 1 }
      return error
    }
  }
#endif

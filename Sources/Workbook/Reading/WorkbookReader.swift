/// Reads the sheets of an .xlsx file.
package struct WorkbookReader {
  private let bytes: [UInt8]
  private let limits: WorkbookLimits

  package init(_ bytes: [UInt8], limits: WorkbookLimits = .standard) {
    self.bytes = bytes
    self.limits = limits
  }

  /// Whether a file begins as a workbook does, or as its predecessor.
  package static func isWorkbook(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  }

  /// Reads the sheets in the workbook's order.
  ///
  /// - Parameter name: The sheet to read; nil for those that are not hidden.
  package func sheets(named name: String? = nil) throws(WorkbookError) -> [SheetTable] {
    #if Excel
      let library = try ReadingLibrary()
      let archive = try Archive(bytes, library, limits)
      func read(_ part: String, into receiver: any MarkupReceiver) throws(WorkbookError) {
        try MarkupReader.read(part, of: archive, library, limits, into: receiver)
      }
      let root = RelationshipParser()
      if archive.has("_rels/.rels") { try read("_rels/.rels", into: root) }
      let main = root.target(ofType: "/officeDocument") ?? "xl/workbook.xml"
      let folder = main.split(separator: "/").dropLast().joined(separator: "/")
      guard archive.has(main) else { throw WorkbookError(.notAWorkbook) }
      let book = BookParser()
      try read(main, into: book)
      let related = RelationshipParser(folder: folder)
      let leaf = main.split(separator: "/").last.map(String.init) ?? main
      try read((folder.isEmpty ? "" : folder + "/") + "_rels/\(leaf).rels", into: related)
      let styles = StyleParser()
      if let part = related.target(ofType: "/styles"), archive.has(part) {
        try read(part, into: styles)
      }
      let texts = TextParser(limits)
      if let part = related.target(ofType: "/sharedStrings"), archive.has(part) {
        try read(part, into: texts)
      }
      let wanted = book.sheets.filter { sheet in
        name.map { $0 == sheet.name } ?? !sheet.isHidden
      }
      if let name, wanted.isEmpty { throw WorkbookError(.noSheet(name)) }
      var tables: [SheetTable] = []
      for sheet in wanted {
        guard let part = related.targets[sheet.relationship], part.type.hasSuffix("/worksheet")
        else { continue }
        let parser = SheetParser(
          sheet.name, texts.texts, styles, SheetDate(isFrom1904: book.isFrom1904), limits)
        do throws(WorkbookError) {
          try read(part.path, into: parser)
        } catch {
          var error = error
          error.sheet = sheet.name
          throw error
        }
        var table = parser.finished()
        table.marks.isFrom1904 = book.isFrom1904
        table.marks.comments = try comments(beside: part.path, archive, read)
        tables.append(table)
      }
      return tables
    #else
      throw WorkbookError(.notBuiltIn)
    #endif
  }

  #if Excel
    /// What people have written beside the cells of a sheet.
    private func comments(
      beside sheet: String, _ archive: borrowing Archive,
      _ read: (String, any MarkupReceiver) throws(WorkbookError) -> Void
    ) throws(WorkbookError) -> [SheetTable.Place: String] {
      let folder = sheet.split(separator: "/").dropLast().joined(separator: "/")
      let leaf = sheet.split(separator: "/").last.map(String.init) ?? sheet
      let relations = (folder.isEmpty ? "" : folder + "/") + "_rels/\(leaf).rels"
      guard archive.has(relations) else { return [:] }
      let related = RelationshipParser(folder: folder)
      try read(relations, related)
      guard let part = related.target(ofType: "/comments"), archive.has(part) else { return [:] }
      let parser = CommentParser(limits)
      try read(part, parser)
      return parser.comments
    }
  #endif
}

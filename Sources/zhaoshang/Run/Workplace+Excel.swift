internal import Exchange
internal import Pipeline
internal import Wording
internal import Workbook

extension Workplace {
  /// Says at once that this build has no Excel, before a report has been worked out.
  func requireExcel() throws(Failure) {
    if !Workbook.isBuiltIn { throw failure(WorkbookError(.notBuiltIn)) }
  }

  /// A workbook as a file's bytes.
  func bytes(of book: Workbook) throws(Failure) -> [UInt8] { try book.bytes(words) }

  /// What is wrong with a workbook, or with this machine.
  func failure(_ error: WorkbookError, file: String? = nil) -> Failure {
    Failure(error, file: file, words)
  }

  /// Today's midnight in seconds since 1970, the creation time of what is filed today.
  var midnight: Int64 { Int64(today.number) * 86_400 }
}

extension Workbook {
  func bytes(_ words: Words) throws(Failure) -> [UInt8] {
    do { return try WorkbookWriter.bytes(of: self) } catch { throw Failure(error, words) }
  }
}

extension Failure {
  init(_ error: WorkbookError, file: String? = nil, _ words: Words) {
    let sentence = words.workbook(error)
    switch error.problem {
    case .notBuiltIn, .libraryMissing: self.init(.wrongCommandLine, sentence)
    case .cannotWrite: self.init(.storeFailed, sentence)
    default: self.init(.badInputFile, (file.map { $0 + ": " } ?? "") + sentence)
    }
  }
}

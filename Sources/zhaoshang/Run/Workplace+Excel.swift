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
  func bytes(of book: Workbook) throws(Failure) -> [UInt8] {
    do { return try WorkbookWriter.bytes(of: book) } catch { throw failure(error) }
  }

  /// What is wrong with a workbook, or with this machine.
  func failure(_ error: WorkbookError, file: String? = nil) -> Failure {
    let sentence = words.workbook(error)
    switch error.problem {
    case .notBuiltIn, .libraryMissing: return Failure(.wrongCommandLine, sentence)
    case .cannotWrite: return Failure(.storeFailed, sentence)
    default: return Failure(.badInputFile, (file.map { $0 + ": " } ?? "") + sentence)
    }
  }

  /// Today's midnight in seconds since 1970, the creation time of what is filed today.
  var midnight: Int64 { Int64(today.number) * 86_400 }
}

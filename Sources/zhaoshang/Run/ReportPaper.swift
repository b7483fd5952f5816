internal import Exchange
internal import Wording
internal import Workbook

/// A report on its way into a file, for the command line and the board.
struct ReportPaper {
  let report: Report
  let format: Format
  var withSources = false
  var encoding = TextEncoding.utf8
  /// Seconds since 1970, for a workbook's properties.
  let created: Int64

  /// A text's format, or a workbook.
  enum Format: String, CaseIterable {
    case txt, md, html, csv, xlsx

    /// The format that a path's ending says; nil when it says none of these.
    init?(path: String) {
      guard let ending = Documents.ending(of: path) else { return nil }
      self.init(rawValue: ending)
    }

    var text: ReportFormat? { ReportFormat(rawValue: rawValue) }
  }

  func bytes(_ words: Words) throws(Failure) -> [UInt8] {
    guard let form = format.text else {
      return try report.workbook(withSources: withSources, created: created).bytes(words)
    }
    let text = report.text(as: form, withSources: withSources)
    return form == .csv ? try encoding.bytes(text, words) : Array(text.utf8)
  }
}

extension TextEncoding {
  func bytes(_ text: String, _ words: Words) throws(Failure) -> [UInt8] {
    do { return try encoded(text) } catch { throw Failure(.storeFailed, words.encoding(error)) }
  }
}

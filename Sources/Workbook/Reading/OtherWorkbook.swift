/// Tables of spreadsheet programs that are no .xlsx, known for what they are by their bytes, whatever
/// their names say.
package enum OtherWorkbook: String, CaseIterable, Hashable, Sendable {
  case xls, xlsb, ods

  /// Nil for an .xlsx, for a workbook with a password, and for what is no workbook.
  package init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      if OldContainer.isEncrypted(bytes) { return nil }
      self = .xls
      return
    }
    guard bytes.starts(with: [0x50, 0x4B, 3, 4]) else { return nil }
    // The first part of an OpenDocument file is its kind, unpacked.
    let kind = "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
    if bytes.dropFirst(30).starts(with: kind.utf8) {
      self = .ods
    } else if bytes.suffix(OtherWorkbook.directory).holds("xl/workbook.bin") {
      self = .xlsb
    } else {
      return nil
    }
  }

  /// The names of a workbook's parts stand at its end.
  private static let directory = 256 << 10
}

/// The container of .xls, and of whatever a password protects.
enum OldContainer {
  static func isEncrypted(_ bytes: [UInt8]) -> Bool {
    // The names of its streams, two bytes a letter, stand near its beginning or its end.
    let name = "EncryptedPackage".utf8.reduce(into: [UInt8]()) { $0 += [$1, 0] }
    return bytes.prefix(OldContainer.look).holds(name)
      || bytes.suffix(OldContainer.look).holds(name)
  }

  private static let look = 64 << 10
}

extension ArraySlice<UInt8> {
  fileprivate func holds(_ text: String) -> Bool { holds(Array(text.utf8)) }

  fileprivate func holds(_ part: [UInt8]) -> Bool {
    guard let first = part.first, count >= part.count else { return false }
    for place in startIndex...(endIndex - part.count)
    where self[place] == first && self[place...].starts(with: part) {
      return true
    }
    return false
  }
}

internal import Files
internal import Glibc
internal import Wording
internal import Workbook

/// Has LibreOffice, where it is installed, write a table of another format as an .xlsx.
///
/// It gets a copy under a name of ours in a folder of its own, no shell, no profile of the person's, and
/// two minutes; the folder goes whatever comes.
enum SpreadsheetConverter {
  /// The bytes of an .xlsx.
  ///
  /// - Throws: What can be done where it is not installed, or does not understand the file.
  static func workbook(
    _ bytes: [UInt8], _ kind: OtherWorkbook, named file: String, _ words: Words
  ) throws(Failure) -> [UInt8] {
    guard let program else {
      throw Failure(.badInputFile, "\(file): " + words.convertByHand(kind.rawValue))
    }
    let folder = try ThrowawayFolder("table", words)
    let copy = folder.path + "/table." + kind.rawValue
    do {
      try OutputPlace(copy).write(bytes, replacing: false)
    } catch {
      throw words.failure(error)
    }
    guard run(program, on: copy, in: folder.path),
      let converted = try? WholeFile.bytes(
        ofFile: folder.path + "/table.xlsx", limit: limit, waitsForPipes: false)
    else { throw Failure(.badInputFile, "\(file): " + words.notConverted(kind.rawValue)) }
    return converted
  }

  private static let limit = 256 << 20
  /// Milliseconds.
  private static let patience: Int64 = 120_000

  /// The program's file on the path; nil where it is not installed.
  private static var program: String? {
    let folders = (Surroundings.variable("PATH") ?? "").split(separator: ":")
    for name in ["soffice", "libreoffice"] {
      for folder in folders where folder.hasPrefix("/") {
        let path = "\(folder)/\(name)"
        if access(path, X_OK) == 0 { return path }
      }
    }
    return nil
  }

  private static func run(_ program: String, on copy: String, in folder: String) -> Bool {
    let arguments = [
      program, "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore",
      "--convert-to", "xlsx", "--outdir", folder, copy,
    ]
    return ChildProgram(arguments).run(within: patience).isSuccess
  }
}

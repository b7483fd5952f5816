internal import Wording

extension Workplace {
  /// The format a file is to be written in: the one asked for, else the one its name ends in.
  ///
  /// - Returns: Nil when neither says anything, as for stdout and for a name without an ending.
  /// - Throws: ``Failure`` when the two disagree, and for an ending that nobody knows.
  func format<Format: RawRepresentable<String> & CaseIterable>(
    _ asked: String?, of path: String?
  ) throws(Failure) -> Format? {
    let ending = path.flatMap { $0 == "-" ? nil : Documents.ending(of: $0) }
    let named = ending.flatMap { Format(rawValue: $0) }
    guard let asked else {
      if let path, ending != nil, named == nil {
        throw Failure(
          .wrongCommandLine,
          words.unknownEnding(path, known: Format.allCases.map { "." + $0.rawValue }))
      }
      return named
    }
    let format: Format = try choice(asked, "--format")
    if let path, let named, named.rawValue != format.rawValue {
      throw Failure(.wrongCommandLine, words.endingDisagrees(path, format: format.rawValue))
    }
    return format
  }
}

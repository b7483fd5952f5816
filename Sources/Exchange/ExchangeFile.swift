internal import JSON
package import Pipeline
internal import Wording

/// An exchange file as it was read: what it brings, and what could not be held.
///
/// The format is a contract with other programs: one JSON object of `format`, `version` and the
/// lists `organisations`, `people`, `clusters`, `projects`, `activities`, `milestones`, `requests`,
/// `matters`, `catalogues`, `targets`, `decisions`, `phases`, `hand_overs` and `mergers`, each of
/// which may be missing. Beside what the contract names, our own files carry all that a pipeline
/// knows, so that writing and reading again loses nothing:
///
/// - a project's other fields under their names (`first_talk_unit`, `rd_place` …);
/// - `status` is the last change of status and `earlier_statuses` the ones before it, in order;
/// - `notes` is a list of `{"text", "on"}`;
/// - an activity's `end` makes a range of it; `line`, `headcount`, `days`, `counterparts`, `team`.
///
/// Members of a record that this version does not know stay with the record and are written again.
package struct ExchangeFile: Sendable {
  package static let format = "zhaoshang-exchange"
  package static let version = 1

  /// What the file brings, for `Command.take`.
  package let intake: Intake
  /// What is in the file and in no record of ours; empty for files of our own.
  ///
  /// Lists of another kind of record, or members of a stage, a status, a next step, a leader or an
  /// amount that this version does not know.
  package let unheld: [ExchangePath]

  private let bytes: [UInt8]
  private let directoryCounts: [(list: String, count: Int)]

  /// Reads a file.
  ///
  /// - Throws: The first thing that is wrong, with its place. Rules of the pipeline are not looked
  ///   at here: see ``error(for:)``.
  /// - Parameter advance: Told from time to time how many bytes have been read.
  /// - Complexity: O(bytes); beside what the file brings, memory for one record.
  package init(_ bytes: [UInt8], advance: @escaping (Int) -> Void = { _ in })
    throws(ExchangeError)
  {
    // Editors on Windows begin a file with a byte-order mark.
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    var result: Result<ExchangeReader, ExchangeError>?
    bytes.withUnsafeBytes { buffer in
      result = Result { () throws(ExchangeError) in try Self.read(buffer, bytes, advance) }
    }
    guard let reader = try result?.get() else {
      throw ExchangeFault(.notJSON(.unexpectedEnd), at: .root).located(in: bytes)
    }
    self.bytes = bytes
    intake = reader.intake
    unheld = reader.unheld
    directoryCounts = reader.directoryCounts
  }

  /// Room for more than 100,000 projects with their histories.
  private static let sizeLimit = 256 << 20

  private static func read(
    _ buffer: UnsafeRawBufferPointer, _ bytes: [UInt8], _ advance: @escaping (Int) -> Void
  ) throws(ExchangeError) -> ExchangeReader {
    func notJSON(_ fault: JSONFault) -> ExchangeError {
      let error = JSONError(fault, in: buffer)
      return ExchangeError(
        path: .root, line: error.line, column: error.column, problem: .notJSON(error.reason))
    }
    if buffer.count > sizeLimit {
      throw notJSON(JSONFault(.tooLarge(limit: sizeLimit), at: sizeLimit))
    }
    let outline: ExchangeOutline
    do throws(JSONFault) {
      outline = try ExchangeOutline(buffer, lists: ExchangeReader.lists, advance: advance)
    } catch {
      throw notJSON(error)
    }
    do throws(ExchangeFault) {
      var reader = ExchangeReader()
      try reader.read(outline)
      return reader
    } catch {
      throw outline.fault.map(notJSON) ?? error.located(in: bytes)
    }
  }

  /// The place in this file of what the pipeline refused.
  package func error(for refusal: Refusal) -> ExchangeError {
    guard case .intake(let site, let inner) = refusal else {
      return ExchangeFault(.refused(refusal), at: .root).located(in: bytes)
    }
    var path = path(of: site)
    if let member = site.member(of: inner) { path = path.member(member) }
    return ExchangeFault(.refused(inner), at: path).located(in: bytes)
  }

  private func path(of site: Refusal.IntakeSite) -> ExchangePath {
    func project(_ index: Int) -> ExchangePath { .root.member("projects").element(index) }
    switch site {
    case .project(let index): return project(index)
    case .stage(let index, let stage): return project(index).member("stages").element(stage)
    case .status(let index): return project(index).member("status")
    case .earlierStatus(let index, let change):
      return project(index).member("earlier_statuses").element(change)
    case .note(let index, let note): return project(index).member("notes").element(note)
    case .activity(let index): return .root.member("activities").element(index)
    case .milestone(let index): return .root.member("milestones").element(index)
    case .register(let kind, let index): return .root.member(kind.list).element(index)
    case .directory(var index):
      for (list, count) in directoryCounts {
        if index < count { return .root.member(list).element(index) }
        index -= count
      }
      return .root
    }
  }
}

internal import ArgumentParser
internal import JSON
internal import Pipeline
internal import Storage
internal import Wording

/// The subcommand `zhaoshang verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration("verify", .verify)

  @OptionGroup var global: GlobalOptions

  /// Opening reads every record and checks every sum; reading them again checks their contents.
  func run() throws {
    let workplace = try global.workplace()
    let store = try workplace.openForReading()
    if case .readOnly(.damaged(let damage)) = store.access {
      throw Failure(
        .storeFailed, workplace.words.damaged(damage, path: store.path))
    }
    do throws(StoreError) {
      var place = SequenceNumber.origin
      while let last = try store.events(after: place, limit: 10_000).last { place = last.sequence }
    } catch {
      throw workplace.failure(error)
    }
  }
}

/// The subcommand `zhaoshang doctor`.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration("doctor", .doctor)

  @Flag(help: .of(.json)) var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    let words = workplace.words
    // Opened for writing, because whether that is possible is the question.
    let store = try workplace.openForWriting()
    let pipeline = store.pipeline
    if json {
      try Output.document(report(store).text)
    } else {
      try Output.result(
        words.healthReport(
          path: store.path, id: store.storeID, format: "\(FormatVersion.current)",
          changes: pipeline.version, projects: pipeline.projects.count,
          unknown: pipeline.unknownEvents))
    }
    switch store.access {
    case .readWrite: if !json { try Output.result(words.allWell) }
    case .readOnly(.damaged(let damage)):
      throw Failure(.storeFailed, words.damagedAdvice(words.damaged(damage, path: store.path)))
    case .readOnly(let reason):
      throw Failure(.storeFailed, words.readOnly(reason, path: store.path))
    }
  }

  private func report(_ store: Journal) -> JSONText {
    JSONText([
      "path": .string(store.path), "id": .string(store.storeID),
      "changes": .integer(store.pipeline.version.number),
      "projects": .integer(store.pipeline.projects.count),
      "activities": .integer(store.pipeline.activities.count),
      "unknown_events": .integer(store.pipeline.unknownEvents),
      "writable": .bool(store.access == .readWrite),
    ])
  }
}

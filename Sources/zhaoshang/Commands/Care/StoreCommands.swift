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
  ///
  /// A checkpoint that has gone bad is said, but is no failure: the journal holds all it could.
  func run() throws {
    let workplace = try global.workplace()
    let store = try workplace.openWhole()
    if case .readOnly(.damaged(let damage)) = store.access {
      throw Failure(
        .storeFailed, workplace.words.damaged(damage, path: store.path))
    }
    do throws(StoreError) {
      var place = SequenceNumber.origin
      while let last = try store.events(after: place, limit: 10_000).last { place = last.sequence }
      for finding in try StoreCheck.run(on: store.path).findings {
        if case .checkpoint(let file, _) = finding {
          Output.say(workplace.words.uselessCheckpoint(file))
        }
      }
    } catch {
      throw workplace.failure(error)
    }
  }
}

/// The subcommand `zhaoshang doctor [--from DIR]`.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration("doctor", .doctor)

  @Option(help: .of(.repairFrom, "path"), completion: .directory) var from: String?
  @Flag(help: .of(.json)) var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    if let from { try mend(from, workplace) }
    let words = workplace.words
    // Opened for writing, because whether that is possible is the question.
    let store = try workplace.openWhole()
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

  private func mend(_ backup: String, _ workplace: Workplace) throws(Failure) {
    let place = try workplace.place()
    do throws(StoreError) {
      let report = try StoreRepair.run(
        on: place, from: backup,
        random: {
          var dice = SystemRandomNumberGenerator()
          return dice.next()
        })
      Output.say(workplace.words.mended(report))
    } catch {
      throw workplace.failure(error)
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

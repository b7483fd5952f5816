internal import ArgumentParser
internal import JSON
internal import Pipeline
internal import Storage
internal import Wording

/// The subcommand `zhaoshang verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration("verify", .verify)

  @OptionGroup var global: GlobalOptions

  /// Says nothing about a store whose every record is what was written.
  ///
  /// A checkpoint that has gone bad is said, but is no failure: the journal holds all it could.
  func run() throws {
    let workplace = try global.workplace()
    let report = try workplace.check()
    for finding in report.findings {
      if case .checkpoint(let file, _) = finding {
        Output.say(workplace.words.uselessCheckpoint(file))
      }
    }
    guard let damage = report.damages.first else { return }
    throw Failure(
      .storeFailed, workplace.words.damaged(damage, path: workplace.storePath ?? ""))
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
    if let from { try workplace.mend(with: from) }
    let words = workplace.words
    let path = workplace.storePath ?? ""
    let report = try workplace.check()
    // Opened for writing, because whether that is possible is part of the question.
    let access = try workplace.openForWriting().access
    if json {
      try Output.document(report.json(path: path, isWritable: access == .readWrite).text)
    } else {
      let lines =
        [
          words.healthReport(
            path: path, id: report.storeID, format: "\(report.format)", files: report.files,
            bytes: report.bytes, records: report.records, unknown: report.unknownEvents)
        ] + report.findings.map { words.finding($0, path: path) }
      try Output.result(lines.joined(separator: "\n"))
    }
    if !report.isSound {
      throw Failure(
        .storeFailed, words.damagedAdvice(lastWhole: report.lastWhole, lost: report.lost))
    }
    if case .readOnly(let reason) = access {
      throw Failure(.storeFailed, words.readOnly(reason, path: path))
    }
    if !json { try Output.result(words.allWell) }
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
}

extension Workplace {
  /// Mends the store with a backup, and says what was done.
  fileprivate func mend(with backup: String) throws(Failure) {
    let place = try place()
    do throws(StoreError) {
      let report = try StoreRepair.run(
        on: place, from: backup,
        random: {
          var dice = SystemRandomNumberGenerator()
          return dice.next()
        })
      Output.say(words.mended(report))
    } catch {
      throw failure(error)
    }
  }

  /// Every byte of the store, looked at.
  fileprivate func check() throws(Failure) -> StoreCheck.Report {
    guard let storePath else {
      throw Failure(.badConfiguration, words.noPlaceForStore(Workplace.storeVariable))
    }
    do { return try StoreCheck.run(on: storePath) } catch { throw failure(error) }
  }
}

extension StoreCheck.Report {
  fileprivate var damages: [Damage] {
    findings.compactMap { if case .damage(let damage) = $0 { damage } else { nil } }
  }

  fileprivate func json(path: String, isWritable: Bool) -> JSONText {
    JSONText([
      "path": .string(path), "id": .string(storeID), "format": .string("\(format)"),
      "files": .integer(files), "bytes": .integer(bytes), "records": .integer(records),
      "last_whole": .integer(lastWhole.number), "lost": .integer(lost),
      "unknown_events": .integer(unknownEvents), "sound": .bool(isSound),
      "writable": .bool(isWritable), "findings": .integer(findings.count),
    ])
  }
}

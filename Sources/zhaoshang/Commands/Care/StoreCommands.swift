internal import ArgumentParser
internal import JSON
internal import Pipeline
internal import Storage
internal import Wording

/// The subcommand `zhaoshang verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration("verify", .verify)

  @Option(help: .of(.seal, "text")) var seal: String?
  @OptionGroup var global: GlobalOptions

  /// Says nothing about a store whose every record is what was written.
  ///
  /// A checkpoint that has gone bad is said, but is no failure: the journal holds all it could.
  func run() throws {
    let workplace = try global.workplace()
    if case .server(let server) = try workplace.address() {
      try workplace.verify(server)
      if let seal { try Output.result(try workplace.check(seal)) }
      return
    }
    let report = try workplace.check()
    for finding in report.findings {
      if case .checkpoint(let file, _) = finding {
        Output.say(workplace.words.uselessCheckpoint(file))
      }
      switch finding {
      case .gap, .otherEnd:
        Output.say(workplace.words.finding(finding, path: workplace.store?.text ?? ""))
      default: break
      }
    }
    if let damage = report.damages.first {
      throw Failure(
        .storeFailed, workplace.words.damaged(damage, path: workplace.store?.text ?? ""))
    }
    if let seal { try Output.result(try workplace.check(seal)) }
  }
}

/// The subcommand `zhaoshang doctor [--from DIR | --repair gap [--yes]]`.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration("doctor", .doctor)

  @Option(help: .of(.repairFrom, "path"), completion: .directory) var from: String?
  @Option(help: .of(.repairWay, "way")) var repair: RepairWay?
  @Flag(help: .of(.consent)) var yes = false
  @Flag(help: .of(.json)) var json = false
  @OptionGroup var global: GlobalOptions

  /// A repair that loses something.
  enum RepairWay: String, ExpressibleByArgument, CaseIterable { case gap }

  func validate() throws {
    if from != nil, repair != nil {
      throw ValidationError(Help.words.conflictingOptions("--from", "--repair"))
    }
    if yes, repair == nil { throw ValidationError(Help.words.optionNeeds("--yes", "--repair")) }
  }

  func run() throws {
    let workplace = try global.workplace()
    if case .server(let server) = try workplace.address() {
      if repair != nil { throw Failure(.refused, workplace.words.wantsFolder(server.text)) }
      return try workplace.lookOver(server, backup: from, json: json)
    }
    let comparison = try from.flatMap { try workplace.compareOrMend(with: $0) }
    if repair == .gap { try giveUp(workplace) }
    let words = workplace.words
    let path = workplace.store?.text ?? ""
    let report = try workplace.check()
    // Opened for writing, because whether that is possible is part of the question.
    let access = try workplace.openForWriting().access
    if json {
      var answer = report.json(path: path, isWritable: access == .readWrite)
      if let comparison, let from { answer["backup"] = comparison.json(path: from) }
      try Output.document(JSONText(.object(answer)).text)
    } else {
      let lines =
        [
          words.healthReport(
            path: path, id: report.storeID, format: "\(report.format)",
            own: report.format > .current ? "\(FormatVersion.current)" : nil, files: report.files,
            bytes: report.bytes, records: report.records, unknown: report.unknownEvents)
        ] + report.findings.map { words.finding($0, path: path) }
      try Output.result(lines.joined(separator: "\n"))
    }
    if !report.isSound {
      throw Failure(
        .storeFailed, words.damagedAdvice(lastWhole: report.lastWhole, lost: report.lost))
    }
    if let comparison, let from {
      let sentence = words.compared(comparison, with: from, path: path)
      if !comparison.agrees { throw Failure(.storeFailed, sentence) }
      if !json { try Output.result(sentence) }
    }
    if case .readOnly(let reason) = access {
      throw Failure(.storeFailed, words.readOnly(reason, path: path))
    }
    if json { return }
    let open = report.findings.count(where: \.wantsCare)
    try Output.result(open == 0 ? words.allWell : words.usableButFor(open))
  }

  /// Lists what would be lost, and with consent loses it.
  private func giveUp(_ workplace: Workplace) throws {
    let path = try workplace.folder()
    let words = workplace.words
    let report: StoreGap.Report
    do throws(StoreError) {
      report =
        yes
        ? try StoreGap.run(
          on: path, authorship: workplace.authorship, disk: workplace.disk)
        : try StoreGap.preview(on: path, authorship: workplace.authorship)
    } catch {
      throw workplace.failure(error)
    }
    if yes {
      Output.say(words.givenUp(report, path: path, isDone: true))
      workplace.note(report.record)
      return
    }
    if json {
      try Output.document(report.json(path: path).text)
    } else {
      try Output.result(words.givenUp(report, path: path, isDone: false))
    }
    throw Failure(.refused, words.consentNeeded)
  }
}

extension Workplace {
  /// Holds a sound store against a backup and says how the two compare; mends a damaged one with it.
  fileprivate func compareOrMend(with backup: String) throws(Failure) -> StoreComparison.Report? {
    let place = try folder()
    let disk = WatchedDisk(LocalDisk())
    // Each is checked, and then compared.
    let size = [place, backup].reduce(0) { $0 + 2 * JournalReading.size(of: $1 + "/journal") }
    let reading = JournalReading(.comparing, of: place, on: disk, words, size: size)
    do throws(StoreError) {
      defer { reading.end() }
      return try StoreComparison.run(on: place, with: backup, disk: disk)
    } catch {
      guard case .damaged = error.code, error.place == place, error.place != backup else {
        throw failure(error)
      }
    }
    try mend(with: backup)
    return nil
  }

  /// Mends the store with a backup, and says what was done.
  fileprivate func mend(with backup: String) throws(Failure) {
    let place = try folder()
    do throws(StoreError) {
      let report = try StoreRepair.run(
        on: place, from: backup, disk: disk,
        random: {
          var dice = SystemRandomNumberGenerator()
          return dice.next()
        })
      Output.say(words.mended(report))
      note(report.record)
    } catch {
      throw failure(error)
    }
  }

  /// Every byte of the store, looked at.
  fileprivate func check() throws(Failure) -> StoreCheck.Report {
    let storePath = try folder()
    let disk = WatchedDisk(LocalDisk())
    let reading = JournalReading(.checkingStore, of: storePath, on: disk, words)
    defer { reading.end() }
    do { return try StoreCheck.run(on: storePath, disk: disk) } catch { throw failure(error) }
  }
}

extension StoreGap.Report {
  fileprivate func json(path: String) -> JSONText {
    JSONText([
      "path": .string(path), "last_whole": .integer(lastWhole.number),
      "first_lost": .integer(gap.first.number), "resume": .integer(gap.resume.number),
      "given_up": .integer(gap.count), "lines": .integer(gap.lines), "bytes": .integer(gap.bytes),
      "damaged_file": .string(gap.damagedFile), "damaged_line": .integer(gap.line),
      "damaged_offset": .integer(gap.offset), "files": .array(files.map { .string($0) }),
    ])
  }
}

extension StoreCheck.Report {
  fileprivate var damages: [Damage] {
    findings.compactMap { if case .damage(let damage) = $0 { damage } else { nil } }
  }

  fileprivate func json(path: String, isWritable: Bool) -> JSONObject {
    [
      "path": .string(path), "id": .string(storeID), "format": .string("\(format)"),
      "files": .integer(files), "bytes": .integer(bytes), "records": .integer(records),
      "last_whole": .integer(lastWhole.number), "lost": .integer(lost),
      "given_up": .integer(givenUp),
      "unknown_events": .integer(unknownEvents), "sound": .bool(isSound),
      "writable": .bool(isWritable), "findings": .integer(findings.count),
    ]
  }
}

extension StoreComparison.Report {
  func json(path: String) -> JSONValue {
    let word: String
    var at: SequenceNumber?
    switch verdict {
    case .same: word = "same"
    case .goesOn: word = "backup_ends_earlier"
    case .endsEarlier: word = "store_ends_earlier"
    case .differs(let first): (word, at) = ("differs", first)
    case .gaveUp(let gap): (word, at) = ("store_gave_up", gap.first)
    case .backupGaveUp(let gap): (word, at) = ("backup_gave_up", gap.first)
    }
    return [
      "path": .string(path), "verdict": .string(word), "agrees": .bool(agrees),
      "last": .integer(backupLast.number), "same_up_to": .integer(same.number),
      "differs_at": at.map { .integer($0.number) } ?? .null,
    ]
  }
}

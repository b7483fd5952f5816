internal import ArgumentParser
internal import Exchange
internal import JSON
internal import Pipeline
internal import Storage
internal import Wording

/// The subcommand `zhaoshang seal`.
struct SealCommand: ParsableCommand {
  static let configuration = CommandConfiguration("seal", .seal)

  @Flag(help: .of(.json)) var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    let store = try workplace.openForReading()
    let seal = try workplace.seal(upTo: store.pipeline.version)
    if json {
      return try Output.document(
        JSONText([
          "seq": .integer(seal.sequence.number), "day": .string(workplace.today.description),
          "sha256": .string(seal.digest), "id": .string(store.storeID),
        ]).text)
    }
    try Output.result(workplace.words.seal(seal) + "  \(workplace.today)")
  }
}

extension Workplace {
  /// The seal of the journal up to an event that is in it; how far it is is told on stderr.
  func seal(upTo sequence: SequenceNumber) throws(Failure) -> Seal {
    switch try sealing(upTo: sequence) {
    case .made(let seal): return seal
    case .endsBefore(let last):
      throw Failure(.storeFailed, words.sealBeyond(sequence, last: last))
    case .givenUp(let gap):
      throw Failure(.storeFailed, words.sealGivenUp(sequence, first: gap.first, resume: gap.resume))
    }
  }

  /// Holds the journal against a seal that somebody kept; one sentence when it is the one.
  func check(_ text: String) throws(Failure) -> String {
    guard let claim = SealClaim(text) else {
      throw Failure(.wrongCommandLine, words.notASeal(text, least: SealClaim.leastDigits))
    }
    let seal = try seal(upTo: claim.sequence)
    guard claim.isMet(by: seal) else {
      throw Failure(.storeFailed, words.sealBroken(claim, found: seal))
    }
    return words.sealHolds(claim)
  }

  /// Puts a seal into a report's foot, or says why there is none.
  ///
  /// - Parameter progress: The work that this belongs to, which hears of Ctrl-C.
  func seal(_ report: inout Report, upTo sequence: SequenceNumber, _ progress: Progress?) {
    let disk = WatchedDisk(LocalDisk())
    disk.watch = { _ in
      progress?.goOn(to: 99, of: 100)
      return true
    }
    do throws(Failure) {
      let outcome = try sealing(upTo: sequence, on: disk)
      if case .made(let seal) = outcome { report.carry(seal, in: words) }
    } catch {
      Output.say(words.noSealOnReport(error.message))
    }
  }

  private func sealing(upTo sequence: SequenceNumber) throws(Failure) -> StoreSeal.Outcome {
    let disk = WatchedDisk(LocalDisk())
    let reading = JournalReading(.sealing, of: try recordFolder(), on: disk, words)
    defer { reading.end() }
    return try sealing(upTo: sequence, on: disk)
  }

  private func sealing(upTo sequence: SequenceNumber, on disk: WatchedDisk) throws(Failure)
    -> StoreSeal.Outcome
  {
    let path = try recordFolder()
    do { return try StoreSeal.make(of: path, upTo: sequence, disk: disk) } catch {
      throw failure(error)
    }
  }
}

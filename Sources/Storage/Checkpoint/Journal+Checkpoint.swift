internal import Pipeline

extension Journal {
  package var wantsQuiet: Bool { isCheckpointDue }

  package func useQuiet(isInterrupted: @escaping () -> Bool) {
    _ = writeCheckpointIfDue(isInterrupted: isInterrupted)
  }

  /// Writes a checkpoint when so much has been stored since the last that opening would take time.
  ///
  /// For a quiet moment: it takes no lock, and gives up when asked to. Whether it succeeds changes
  /// nothing but how fast the store opens next time.
  ///
  /// - Parameter isInterrupted: Asked for each megabyte; true when somebody is waiting.
  /// - Complexity: O(records in the pipeline) when one is due, else O(1).
  package func writeCheckpointIfDue(isInterrupted: @escaping () -> Bool = { false })
    -> Checkpoint.Outcome
  {
    guard isCheckpointDue, (try? folders.areInPlace()) == true,
      (try? files.isWhatItsNameSays()) == true
    else { return .notDue }
    // Somebody else may have written one since; a bad one does not count.
    if let newest = try? checkpoints.sequences().first(where: {
      $0 <= pipeline.version && !badCheckpoints.contains($0)
    }), newest > checkpointed {
      checkpointed = newest
      guard isCheckpointDue else { return .notDue }
    }
    do throws(Checkpoint.Stop) {
      let bytes = try checkpoints.write(
        pipeline, at: position, suffix: authorship.random(), isInterrupted: isInterrupted)
      checkpointed = pipeline.version
      badCheckpoints.remove(checkpointed)
      return .written(checkpointed, bytes: bytes)
    } catch {
      switch error {
      case .interrupted: return .interrupted
      case .failed(let cause):
        // Not again with every quiet moment.
        checkpointed = pipeline.version
        return .failed(cause)
      }
    }
  }

  /// Whether enough events came since the last checkpoint, and the place is one that can be found
  /// again: right behind a record.
  package var isCheckpointDue: Bool {
    if let opened, opened.isDamaged {
      // It was believed so far. The next one takes its place, unless something is wanting in this one.
      badCheckpoints.insert(checkpointed)
      checkpointed = .origin
      if opened.isWanting { return false }
      self.opened = nil
    }
    guard access == .readWrite, position.lastRecord != nil,
      position.chain.last == pipeline.version
    else { return false }
    let since = pipeline.version.number - min(checkpointed.number, pipeline.version.number)
    // A fiftieth of a large store: a tail that is read in a tenth of the time.
    return since >= max(checkpointInterval, pipeline.version.number / 50)
  }

  /// The newest checkpoint that the journal bears out; nil when there is none.
  func newestCheckpoint() -> (Pipeline, Position)? {
    for sequence in (try? checkpoints.sequences()) ?? [] {
      do throws(Checkpoint.Fault) {
        let found = try checkpoint(sequence)
        checkpointed = sequence
        return found
      } catch {
        badCheckpoints.insert(sequence)
      }
    }
    return nil
  }

  private func standIn(at sequence: SequenceNumber) -> @Sendable () -> Pipeline? {
    let source = StandIn(path: path, disk: disk, sequence: sequence)
    return { source.pipeline() }
  }

  private func checkpoint(_ sequence: SequenceNumber) throws(Checkpoint.Fault) -> (
    Pipeline, Position
  ) {
    let (body, pipeline, position) = try checkpoints.read(sequence, standIn: standIn(at: sequence))
    let isThere: Bool
    do throws(DiskError) {
      let isGivenUp = try files.gaps().contains { $0.covers(sequence) }
      isThere = isGivenUp ? false : try files.holds(position)
    } catch {
      throw .unreadable(error)
    }
    if !isThere { throw .notInJournal }
    opened = body
    return (pipeline, position)
  }
}

/// What the journal says in the place of a checkpoint that was found to be damaged while it was read.
///
/// Asked by whoever reads the pipeline, which is the one who reads the journal.
private struct StandIn: @unchecked Sendable {
  let path: String
  let disk: any Disk
  let sequence: SequenceNumber

  /// The pipeline as it stood after the event; nil when the journal does not say.
  ///
  /// - Complexity: O(events), twice: all are made sure of before any is taken.
  func pipeline() -> Pipeline? {
    let nobody = Authorship(
      actor: Actor(uid: 0, name: ""), host: "", now: { 0 }, random: { 0 })
    guard
      let journal = try? Journal(
        path: path, authorship: nobody, isReadOnly: true, disk: disk, usesCheckpoints: false)
    else { return nil }
    var pipeline = Pipeline()
    while pipeline.version < sequence {
      let room = Int(clamping: sequence.number - pipeline.version.number)
      let events = try? journal.events(after: pipeline.version, limit: min(10_000, room))
      guard let events, !events.isEmpty else { return nil }
      for event in events { pipeline.apply(event) }
    }
    return pipeline.version == sequence ? pipeline : nil
  }
}

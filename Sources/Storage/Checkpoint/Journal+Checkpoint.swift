internal import Pipeline

extension Journal {
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
    guard isCheckpointDue else { return .notDue }
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

  private func checkpoint(_ sequence: SequenceNumber) throws(Checkpoint.Fault) -> (
    Pipeline, Position
  ) {
    let (pipeline, position) = try checkpoints.read(sequence)
    let isThere: Bool
    do throws(DiskError) {
      let isGivenUp = try files.gaps().contains { $0.covers(sequence) }
      isThere = isGivenUp ? false : try files.holds(position)
    } catch {
      throw .unreadable(error)
    }
    if !isThere { throw .notInJournal }
    return (pipeline, position)
  }
}

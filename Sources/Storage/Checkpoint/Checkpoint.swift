package import Pipeline

/// A pipeline as it stood after one event, kept so that opening need not read what came before.
///
/// A cache: whatever is wrong with one, the journal says the same. The file `checkpoint/<seq>` is a
/// header of fixed length and a body of numbers and texts in one fixed order, the same bytes for
/// the same events. A sum that begins with the store's own covers all of both.
package enum Checkpoint {
  /// Why a checkpoint is not used.
  package enum Fault: Error, Hashable, Sendable {
    case unreadable(DiskError)
    /// Not a checkpoint, or one of another version of this program.
    case otherVersion
    /// It belongs to another store.
    case otherStore
    case checksum
    /// The sum is right, but what it says makes no pipeline.
    case contents
    /// The journal does not hold the event it stands for, or another one in its place.
    case notInJournal
    /// What it says is not what the journal says.
    case differs
  }

  /// Why one was not written.
  enum Stop: Error, Hashable {
    case failed(DiskError)
    /// Somebody pressed a key.
    case interrupted
  }

  /// What became of the wish to write one.
  package enum Outcome: Hashable, Sendable {
    /// The last one is recent enough.
    case notDue
    case written(SequenceNumber, bytes: Int)
    /// There was something more urgent; nothing is left of it.
    case interrupted
    /// Nothing is lost by it: the journal holds everything.
    case failed(DiskError)
  }

  /// `0000000000004711`.
  static func name(of sequence: SequenceNumber) -> String {
    String(Position.name(of: sequence).dropLast(6))
  }

  /// The event a checkpoint stands for by its name; nil for a file that is none.
  static func sequence(named name: String) -> SequenceNumber? {
    Position.segment(named: name + ".jsonl")
  }
}

package import Pipeline

/// Where events are kept in the one order that everybody sees.
///
/// The embedded journal is the default. Another store keeps the same promises and passes the same
/// contract tests.
package protocol EventStore: AnyObject {
  /// All events up to the last ``commit(_:)`` or ``catchUp()``, folded.
  var pipeline: Pipeline { get }
  /// Whether a commit can be tried at all.
  var access: StoreAccess { get }

  /// Makes what `work` decides permanent, all of it or nothing.
  ///
  /// Nobody else writes from the moment `work` is given the newest pipeline until its events are
  /// stored. When this returns, they survive a crash and a power cut.
  ///
  /// - Parameter work: Decides on the newest pipeline; may refuse, may return nothing.
  /// - Throws: ``StoreError`` with the code `refused` and the refusal, or with the reason why
  ///   nothing was stored. What others stored is then handed out by the next call.
  func commit(_ work: (Pipeline) throws(Refusal) -> [Event]) throws(StoreError) -> Commit

  /// Takes in what others stored since; never waits for a writer.
  func catchUp() throws(StoreError) -> Changes

  /// Events already taken in, after one of them, oldest first.
  ///
  /// - Complexity: O(events read), plus finding the place.
  func events(after sequence: SequenceNumber, limit: Int) throws(StoreError) -> [RecordedEvent]
}

extension EventStore {
  /// The events of one commit, as undo wants them.
  package func events(of commit: CommitReference) throws(StoreError) -> [RecordedEvent] {
    guard commit.latest > .origin else { return [] }
    let end = commit.latest.number + UInt64(commit.count)
    // What was given up with a damaged file is not there, and what follows is not part of it.
    return try events(after: SequenceNumber(commit.latest.number - 1), limit: commit.count)
      .filter { $0.sequence.number < end }
  }
}

/// What others stored since the last look.
package struct Changes: Hashable, Sendable {
  package var events: [RecordedEvent] = []
  /// Something shown before turned out never to have been saved: take ``EventStore/pipeline`` whole.
  package var startsOver = false

  package init(events: [RecordedEvent] = [], startsOver: Bool = false) {
    self.events = events
    self.startsOver = startsOver
  }
}

/// What a commit stored, and what it found on the way.
package struct Commit: Hashable, Sendable {
  /// What others stored before.
  package let others: Changes
  /// The events now stored; none when everything was already as asked.
  package let events: [RecordedEvent]
  /// What an interrupted writer had left and was put aside.
  package let recovery: Recovery?

  /// All of it, in order.
  package var all: [RecordedEvent] { others.events + events }

  package init(others: Changes, events: [RecordedEvent], recovery: Recovery?) {
    self.others = others
    self.events = events
    self.recovery = recovery
  }
}

/// Whether a store takes commits.
package enum StoreAccess: Hashable, Sendable {
  case readWrite
  case readOnly(ReadOnlyReason)
}

/// Why a store takes no commits.
package enum ReadOnlyReason: Hashable, Sendable {
  /// The caller asked for it.
  case asked
  case damaged(Damage)
  case newerFormat(FormatVersion)
  /// We may not write there.
  case permission
  case readOnlyFileSystem
  /// The folder lies on a network share, or on what is not known to be a disk of this machine:
  /// locks and flushes are not to be relied on.
  case foreignFileSystem(FileSystem)
  /// The store that was opened is no longer where it was: moved, removed, or another is there.
  case replaced
  /// Something else than a file of ours is in the place of the lock.
  case strangeLock
  /// The disk failed to take what it was given; nothing said after that would be trusted.
  case flushFailed(errno: Int32)
}

/// Who writes, by which clock and which dice: everything a record needs that is not in the event.
package struct Authorship {
  package let actor: Actor
  package let host: String
  /// Milliseconds since 1970.
  package let now: () -> Int64
  package let random: () -> UInt64

  package init(
    actor: Actor, host: String, now: @escaping () -> Int64, random: @escaping () -> UInt64
  ) {
    self.actor = actor
    self.host = host
    self.now = now
    self.random = random
  }

  /// A random UUID (version 4) in lower case.
  static func identifier(_ random: () -> UInt64) -> String {
    let high = random() & ~0xF000 | 0x4000
    let low = random() & ~(0b11 << 62) | 0b10 << 62
    return String(unsafeUninitializedCapacity: 36) { text in
      var place = 0
      for index in 0..<32 {
        if index == 8 || index == 12 || index == 16 || index == 20 {
          text[place] = 0x2D
          place += 1
        }
        let digit = UInt8((index < 16 ? high : low) >> UInt64(60 - index % 16 * 4) & 0xF)
        text[place] = digit < 10 ? 0x30 + digit : 0x57 + digit
        place += 1
      }
      return place
    }
  }
}

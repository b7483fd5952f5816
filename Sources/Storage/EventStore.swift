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
  /// Where the store is, as messages name it: a folder, or an address without a password.
  var place: String { get }
  /// The folder that holds its records as files: the store's own, or this machine's copy.
  var recordFolder: String { get }
  /// Names this store among all.
  var storeID: String { get }
  /// Who signs what is committed here, and whose undo it is.
  var author: Actor { get }
  /// Signs with another name from here on; where the store itself says who writes, nothing changes.
  func sign(as name: String)
  /// How many milliseconds a commit waits for another writer; little where whoever commits tries
  /// again and listens meanwhile.
  var patience: Int { get set }
  /// What to watch for news.
  var news: StoreNews { get }

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

  /// Gives up a commit that was left waiting.
  ///
  /// - Throws: `outcomeUnknown` when it may have been stored already.
  func giveUp() throws(StoreError)

  /// What to poll for news beside ``news``, and for what; nil when there is nothing.
  var pollable: (descriptor: Int32, events: Int16)? { get }
  /// After how many milliseconds ``catchUp()`` is to be called though nothing was heard; nil when
  /// everything is heard of.
  var lookInterval: Int32? { get }

  /// Whether a quiet moment could be put to use.
  var wantsQuiet: Bool { get }

  /// Does in a quiet moment what makes the next opening quick; whether it can is nobody's trouble.
  ///
  /// - Parameter isInterrupted: Asked again and again; true when somebody is waiting.
  func useQuiet(isInterrupted: @escaping () -> Bool)
}

extension EventStore {
  package func giveUp() throws(StoreError) {}
  package var pollable: (descriptor: Int32, events: Int16)? { nil }
  package var lookInterval: Int32? { nil }

  /// Does what ``useQuiet(isInterrupted:)`` does, with nobody waiting.
  package func useQuiet() { useQuiet(isInterrupted: { false }) }

  /// Leaves a record of what was done to the store, for whoever reads its history.
  @discardableResult
  package func note(_ recovery: StoreRecovery) throws(StoreError) -> Commit {
    try commit { _ in [.storeRecovered(recovery)] }
  }

  /// The events of one commit, as undo wants them.
  package func events(of commit: CommitReference) throws(StoreError) -> [RecordedEvent] {
    guard commit.latest > .origin else { return [] }
    let end = commit.latest.number + UInt64(commit.count)
    // What was given up with a damaged file is not there, and what follows is not part of it.
    return try events(after: SequenceNumber(commit.latest.number - 1), limit: commit.count)
      .filter { $0.sequence.number < end }
  }
}

/// How a store makes itself heard when others have stored something.
package enum StoreNews: Hashable, Sendable {
  /// Whatever others store changes a file in this folder; the other is the one above it, which may be
  /// moved or replaced.
  case folder(String, around: String)
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
  /// A copy of a server's store, which takes its lines from there alone.
  case mirror
  /// The server cannot be reached since then, in milliseconds since 1970: its copy on this machine is
  /// looked at.
  case offline(ServerFault, since: Int64)
  /// The server only repeats what another does.
  case standby
  case notAMember(account: String)
  /// The server's tables are of a later version than this program knows.
  case newerSchema(Int)
  /// The server has fewer events than were read from it before; what it lost is kept on this machine.
  case rewound(to: SequenceNumber, from: SequenceNumber)
  /// A change was sent, and whether it is stored is not known yet.
  case unsettled
  /// The disk failed to take what it was given; nothing said after that would be trusted.
  case flushFailed(errno: Int32)
}

/// Who writes, by which clock and which dice: everything a record needs that is not in the event.
package struct Authorship {
  package internal(set) var actor: Actor
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
  package static func identifier(_ random: () -> UInt64) -> String {
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

internal import Glibc
internal import Pipeline
internal import Storage

/// A writer or reader of a store that says on stdout what it was told to be saved.
///
/// Started by tests, which kill it, trace it, starve it and set it against others:
///
///     store-writer write STORE NAME COUNT [SEGMENT-BYTES]
///     store-writer race STORE NAME
///     store-writer read STORE
///     store-writer foreign STORE FILE
///     store-writer checkpoint STORE EVENTS
///     store-writer newer STORE KIND
@main
struct StoreWriter {
  static func main() {
    signal(SIGXFSZ, SIG_IGN)
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { exit(64) }
    do {
      if arguments[1] == "read" { return try read(arguments[2]) }
      guard arguments.count >= 4 else { exit(64) }
      switch arguments[1] {
      case "write":
        try write(
          arguments[2], name: arguments[3], count: arguments.count > 4 ? Int(arguments[4]) ?? 1 : 1,
          segmentLimit: arguments.count > 5 ? Int64(arguments[5]) ?? 8 << 20 : 8 << 20)
      case "race": try race(arguments[2], name: arguments[3])
      case "foreign": try foreign(arguments[2], file: arguments[3])
      case "newer": try writeNewer(arguments[2], kind: arguments[3])
      case "checkpoint": try checkpoint(arguments[2], every: UInt64(arguments[3]) ?? 1)
      default: exit(64)
      }
    } catch {
      say("failed \(error)")
      exit(1)
    }
  }

  private static let day = BusinessDate.day(Day(number: 19_557))

  /// Writes a checkpoint if so many events came since the last.
  private static func checkpoint(_ path: String, every events: UInt64) throws {
    let journal = try open(path, checkpointInterval: events)
    guard case .written(let sequence, let bytes) = journal.writeCheckpointIfDue() else { exit(1) }
    say("written \(sequence) \(bytes)")
  }

  /// Stores a record of a kind that this version does not know.
  private static func writeNewer(_ path: String, kind: String) throws {
    _ = try open(path).commit { _ in
      [.unknown(kind: kind, json: #"{"v":1,"data":{"project":1}}"#)]
    }
  }

  private static func open(
    _ path: String, segmentLimit: Int64 = 8 << 20, checkpointInterval: UInt64 = 2000
  ) throws -> Journal {
    try Journal(
      path: path,
      authorship: Authorship(
        actor: Actor(uid: getuid(), name: "王敏"), host: "投促中心-01", now: { milliseconds },
        random: {
          var dice = SystemRandomNumberGenerator()
          return dice.next()
        }),
      segmentLimit: segmentLimit, patience: 120_000, checkpointInterval: checkpointInterval)
  }

  /// Saves notes, every fifth time three at once, and names each as soon as it is saved.
  private static func write(_ path: String, name: String, count: Int, segmentLimit: Int64) throws {
    let journal = try open(path, segmentLimit: segmentLimit)
    say("ready \(journal.pipeline.version)")
    for index in 0..<count {
      let texts =
        index % 5 == 4 ? ["a", "b", "c"].map { "\(name)-\(index)\($0)" } : ["\(name)-\(index)"]
      do throws(StoreError) {
        let commit = try journal.commit { (pipeline) throws(Refusal) in
          try pipeline.decide(
            .together(texts.map { .note(ProjectID(1), text: $0, on: day) }),
            today: Day(number: 19_557))
        }
        say("saved \(commit.events.first?.sequence.number ?? 0) \(texts.joined(separator: " "))")
      } catch {
        say("not-saved \(error.code)")
      }
    }
    say("done")
  }

  /// Sets one field whenever a line comes in, expecting what it saw before that.
  private static func race(_ path: String, name: String) throws {
    let journal = try open(path)
    var round = 0
    say("ready 0")
    while readLine() != nil {
      _ = try journal.catchUp()
      let seen = journal.pipeline[ProjectID(1)]?[.owner]
      say("looked")
      guard readLine() != nil else { return }
      round += 1
      let mine = FieldValue.text("\(name)-\(round)")
      do throws(StoreError) {
        _ = try journal.commit { (pipeline) throws(Refusal) in
          try pipeline.decide(
            .edit(ProjectID(1), [FieldEdit(.owner, to: mine, expected: .value(seen))]),
            today: Day(number: 19_557))
        }
        say("won \(name)-\(round)")
      } catch {
        guard case .conflict(_, .owner, .text(let theirs)?, mine) = error.refusal else {
          say("failed \(error)")
          continue
        }
        say("lost \(theirs)")
      }
    }
  }

  /// Stores the texts of a file, one a line in hexadecimal, as a program without rules would: in
  /// every field, in a note, in an activity and in a person.
  private static func foreign(_ path: String, file: String) throws {
    guard let stream = fopen(file, "r") else { exit(66) }
    let journal = try open(path)
    dup2(fileno(stream), STDIN_FILENO)
    while let line = readLine() {
      let digits = Array(line.utf8)
      let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      _ = try journal.commit { pipeline in events(of: text, after: pipeline) }
    }
  }

  private static func events(of text: String, after pipeline: Pipeline) -> [Event] {
    let id = ProjectID(UInt32(clamping: pipeline.projects.count + 1))
    var fields: [Field: FieldValue] = [:]
    for field in Field.allCases {
      switch field.form {
      case .name, .line, .note: fields[field] = .text(text)
      case .list: fields[field] = .list([text, text])
      case .next: fields[field] = .next(NextStep(text: text, due: nil, who: text))
      case .amount, .date, .kind, .json: break
      }
    }
    var facts = Activity.Facts(projects: [id], kind: .outbound, on: day)
    facts.place = text
    facts.sites = [text]
    facts.lead = [text]
    facts.counterparts = [text]
    facts.leader = Leader(name: text, title: text)
    facts.team = [text]
    facts.trip = text
    facts.line = text
    facts.note = text
    facts.outcomeText = text
    var milestone = Milestone.Facts(projects: [id], kind: .other, on: day)
    milestone.name = text
    milestone.subject = text
    milestone.cluster = text
    milestone.document = text
    milestone.note = text
    let statuses: [Status] = [
      .onHold(review: Day(number: 20_000), reason: text),
      .lost(.offStrategy, place: text, note: text), .withdrawn(reason: text),
      .archived(reason: text), .ongoing,
    ]
    return [
      .projectAdded(ProjectAdded(id: id, fields: fields, stage: .contact, on: day)),
      .noted(id, text: text, on: day), .activityLogged(ActivityID(id.number), facts),
      .milestoneReached(MilestoneID(id.number), milestone),
      .moved(
        id,
        Move(
          from: .contact, to: .visit, on: day, kind: .skip, reason: text, evidence: [],
          isToTop: false, oldAfter: nil)),
      .storeRecovered(StoreRecovery(.putAside, files: [text], kept: [text], bytes: 1)),
    ]
      + statuses.map {
        .statusChanged(id, StatusChange(old: .ongoing, new: $0, on: day, reason: text))
      } + entries(of: text).map { .directoryChanged(old: nil, new: $0) }
  }

  private static func entries(of text: String) -> [DirectoryEntry] {
    var organisation = Organisation(name: text)
    organisation.aliases = [text]
    organisation.kind = text
    organisation.creditCode = text
    organisation.place = text
    organisation.note = text
    var person = Person(name: text)
    person.organisation = text
    person.title = text
    person.phone = text
    person.note = text
    var cluster = Cluster(name: text)
    cluster.segments = [text]
    cluster.target = text
    cluster.note = text
    return [.organisation(organisation), .person(person), .cluster(cluster)]
  }

  /// Follows a store, until the event whose number comes in as a line; then says how many times
  /// something new was seen, and how old it was in the twentieth of these looks that was the slowest.
  ///
  /// Nothing is said before: nobody may be listening, and one who waits to speak does not look.
  private static func read(_ path: String) throws {
    let journal = try open(path)
    say("ready \(journal.pipeline.version)")
    var seen = journal.pipeline.version.number
    var last = UInt64.max
    var ages: [Int64] = []
    while seen < last {
      if last == .max, hasLine, let line = readLine() { last = UInt64(line) ?? 0 }
      let changes = try journal.catchUp()
      if changes.startsOver { fail("starts over") }
      if case .readOnly(let reason) = journal.access { fail("\(reason)") }
      for event in changes.events {
        if event.sequence.number != seen + 1 { fail("\(seen) then \(event.sequence)") }
        seen = event.sequence.number
      }
      if let event = changes.events.last {
        if event.part != event.parts - 1 { fail("half of a commit") }
        ages.append(milliseconds - event.recordedAt)
      } else {
        usleep(20_000)
      }
    }
    ages.sort()
    say("looks \(ages.count) \(ages.isEmpty ? 0 : ages[ages.count * 95 / 100])")
    say("done")
  }

  private static var hasLine: Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&input, 1, 0) > 0
  }

  private static func fail(_ what: String) -> Never {
    say("failed: \(what)")
    exit(1)
  }

  private static var milliseconds: Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
  }

  /// One line, one call: what is said before a kill has been said whole.
  private static func say(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    _ = Glibc.write(STDOUT_FILENO, bytes, bytes.count)
  }
}

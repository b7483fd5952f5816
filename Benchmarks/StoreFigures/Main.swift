import Glibc
import Pipeline
import Storage

/// What a store of a given size costs: `store-figures make PATH PROJECTS`, then `open`,
/// `replay` (all of it, whatever checkpoints there are) or `checkpoint` with the same path; and
/// `write PATH COMMITS`, which saves one change after the other and prints when it began and ended.
@main
struct StoreFigures {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "make" where arguments.count == 3:
      try make(at: arguments[1], projects: Int(arguments[2]) ?? 0)
    case "open" where arguments.count == 2:
      try open(arguments[1])
    case "replay" where arguments.count == 2: try open(arguments[1], usesCheckpoints: false)
    case "checkpoint" where arguments.count == 2: try checkpoint(arguments[1])
    case "write" where arguments.count == 3:
      try write(arguments[1], commits: Int(arguments[2]) ?? 0)
    default:
      print("store-figures make PATH PROJECTS | open|replay|checkpoint PATH | write PATH COMMITS")
    }
  }

  private static func make(at path: String, projects: Int) throws {
    var dice = SystemRandomNumberGenerator()
    try Journal.create(at: path, random: { dice.next() })
    let journal = try journal(path, disk: UnflushedDisk())
    var ledger = SampleLedger(projects: projects)
    var events = 0
    let start = ContinuousClock.now
    while let event = ledger.next() {
      events += try journal.commit { _ in [event] }.events.count
    }
    print("made \(projects) projects, \(events) events in \(ContinuousClock.now - start)")
  }

  /// Each change is decided on what the others have saved by then, and flushed by itself.
  private static func write(_ path: String, commits: Int) throws {
    let journal = try journal(path)
    let begun = milliseconds
    for index in 0..<commits {
      _ = try journal.commit { (pipeline) throws(Refusal) in
        try pipeline.decide(
          .note(ProjectID(1), text: "第\(index)次来电，担心能耗指标，周五前答复", on: .day(Day(number: 19_557))),
          today: Day(number: 19_557))
      }
    }
    print(Double(begun) / 1000, Double(milliseconds) / 1000)
  }

  private static var milliseconds: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  private static func checkpoint(_ path: String) throws {
    let store = try journal(path)
    let start = ContinuousClock.now
    let outcome = store.writeCheckpointIfDue()
    print("\(outcome) in \(ContinuousClock.now - start), VmHWM \(peak) kB")
  }

  private static func open(_ path: String, usesCheckpoints: Bool = true) throws {
    let start = ContinuousClock.now
    let store = try journal(path, usesCheckpoints: usesCheckpoints)
    let taken = ContinuousClock.now - start
    let events = store.pipeline.version.number
    let seconds = Double(taken.components.attoseconds) / 1e18 + Double(taken.components.seconds)
    print(
      "opened \(store.pipeline.projects.count) projects, \(events) events in \(taken),",
      "\(Int(Double(events) / seconds)) events/s, VmHWM \(peak) kB")
  }

  private static func journal(
    _ path: String, disk: any Disk = LocalDisk(), usesCheckpoints: Bool = true
  ) throws -> Journal {
    try Journal(
      path: path,
      authorship: Authorship(
        actor: Actor(uid: 1000, name: "王敏"), host: "投促中心-01",
        now: { milliseconds },
        random: {
          var dice = SystemRandomNumberGenerator()
          return dice.next()
        }), disk: disk, usesCheckpoints: usesCheckpoints)
  }

  /// The most memory the process has held, in kB.
  private static var peak: Int {
    var usage = rusage()
    getrusage(0, &usage)
    return usage.ru_maxrss
  }
}

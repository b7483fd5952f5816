import Glibc
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

/// A writer that is killed, or refused, at every system call of its commits.
@Suite(
  "At every system call",
  .enabled(if: Injection.works, "strace is not here, or may not trace: nothing was injected"))
struct SystemCallTests {
  @Test("Killed at any of them, what was said to be saved is there and the store goes on")
  func killed() throws {
    var tried = 0
    defer { Effort.tell("killed at system calls", ["calls": tried]) }
    for (place, call) in try Injection.calls().enumerated() where Injection.isDue(place) {
      tried += 1
      try Injection("\(call.name):signal=KILL:when=\(call.ordinal)").play(endsBy: SIGKILL)
    }
    #expect(tried >= (Effort.isLong ? 31 : 3))
  }

  @Test("Refused any of them, once or ever after, nothing is called saved that is not")
  func refused() throws {
    var (place, tried) = (0, 0)
    defer { Effort.tell("refused system calls", ["errors": tried]) }
    for call in try Injection.calls() where call.canFail {
      for error in ["EIO", "ENOSPC", "EDQUOT", "EROFS", "EINTR"] {
        // No signal goes on coming for ever.
        for when in error == "EINTR"
          ? ["\(call.ordinal)"] : ["\(call.ordinal)", "\(call.ordinal)+"]
        {
          place += 1
          guard Injection.isDue(place) else { continue }
          tried += 1
          try Injection("\(call.name):error=\(error):when=\(when)").play(endsBy: nil)
        }
      }
    }
    #expect(place > 100)
  }
}

/// Two commits of a writer, the first over a torn record, each into a file of its own.
private struct Injection {
  let what: String

  init(_ what: String) { self.what = what }

  /// A system call made after the store was opened: the so-manieth of its name.
  struct Call {
    let name: String
    let ordinal: Int
    var canFail: Bool {
      ![
        "rt_sigprocmask", "getrandom", "write", "close", "exit_group", "mmap", "munmap", "brk",
        "futex",
      ].contains(name)
    }
  }

  static let works: Bool = {
    guard let child = try? Child("strace", ["-f", "-o", "/dev/null", "true"]) else { return false }
    return child.wait() == .exited(0)
  }()

  /// One in ten; every one for a release.
  static func isDue(_ place: Int) -> Bool { Effort.isLong || place % 10 == 3 }

  private static func store() throws -> Scratch {
    let scratch = try Scratch()
    _ = try scratch.newJournal().commit(Work.add("铝基新材料"))
    let file = "journal/0000000000000001.jsonl"
    let whole = try scratch.bytes(of: file)
    try scratch.write(whole + whole.prefix(whole.count / 2), to: file)
    return scratch
  }

  private static func arguments(_ scratch: Scratch) -> [String] {
    [Desk.binaries + "/store-writer", "write", scratch.store, "甲", "2", "100"]
  }

  static func calls() throws -> [Call] {
    let scratch = try store()
    let log = scratch.path + "/log"
    let child = try Child("strace", ["-f", "-o", log] + arguments(scratch))
    try #require(child.lines().last == "done")
    _ = child.wait()
    let text = String(decoding: try scratch.bytes(of: "../log"), as: UTF8.self)
    var counts: [String: Int] = [:]
    var calls: [Call] = []
    var isReady = false
    for line in text.split(separator: "\n") {
      let words = line.drop { $0 != " " }.drop { $0 == " " }
      let name = String(words.prefix { $0 != "(" })
      guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else { continue }
      counts[name, default: 0] += 1
      if isReady { calls.append(Call(name: name, ordinal: counts[name] ?? 0)) }
      if line.contains("ready") { isReady = true }
    }
    try #require(calls.count > 30)
    return calls
  }

  func play(endsBy signal: Int32?) throws {
    let scratch = try Self.store()
    let name = what.prefix { $0 != ":" }
    let child = try Child(
      "strace",
      ["-f", "-o", "/dev/null", "-e", "trace=\(name)", "-e", "inject=\(what)"]
        + Self.arguments(scratch))
    let lines = child.lines()
    let end = child.wait()
    if let signal { #expect(end == .killed(signal), "\(what)") }
    #expect(end != .killed(SIGSEGV) && end != .killed(SIGILL), "\(what)")
    let saved = lines.filter { $0.hasPrefix("saved ") }.compactMap {
      $0.split(separator: " ").last.map(String.init)
    }
    let journal = try scratch.journal()
    try #require(journal.access == .readWrite, "\(what)")
    _ = try journal.commit(Work.note("接着"))
    let events = try scratch.journal().events(after: .origin, limit: .max)
    #expect(events.map(\.sequence.number) == (1...UInt64(events.count)).map { $0 }, "\(what)")
    let notes = events.compactMap {
      if case .noted(_, let text, _) = $0.event { text } else { nil }
    }
    #expect(saved.allSatisfy(notes.contains), "\(what): saved \(saved), stored \(notes)")
    #expect(try StoreCheck.run(on: scratch.store).isSound, "\(what)")
  }
}

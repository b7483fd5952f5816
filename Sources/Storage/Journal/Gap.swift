internal import Glibc
internal import JSON
package import Pipeline

/// What was given up of a damaged journal with somebody's consent, and where it goes on.
///
/// The file `journal/<first event given up>.gap` is one line that continues the chain of checksums
/// like a record. Whatever stands between the last whole commit and the event it resumes with is
/// read no more; it stays as it is.
package struct Gap: Hashable, Sendable {
  /// The first event given up.
  package let first: SequenceNumber
  /// The event that the journal goes on with; it begins a file of its own.
  package let resume: SequenceNumber
  /// The damage that made it necessary: its file inside the store, its line, its place.
  package let damagedFile: String
  package let line: Int
  package let offset: Int64
  /// How much was given up.
  package let lines: Int
  package let bytes: Int64
  /// Who agreed to it, and when, in milliseconds since 1970.
  package let by: Actor
  package let host: String
  package let at: Int64

  /// How many event numbers were given up.
  package var count: Int { Int(clamping: resume.number - first.number) }
  package var file: String { "journal/" + Gap.name(of: first) }

  /// Whether an event was given up here.
  func covers(_ sequence: SequenceNumber) -> Bool { sequence >= first && sequence < resume }
}

extension Gap {
  /// `0000000000000012.gap`.
  static func name(of first: SequenceNumber) -> String {
    Position.name(of: first).dropLast(6) + ".gap"
  }

  /// The first event given up by a gap's file; nil for a file that is none.
  static func first(named name: String) -> SequenceNumber? {
    name.hasSuffix(".gap") ? Position.segment(named: name.dropLast(4) + ".jsonl") : nil
  }

  /// The file's bytes, sealed onto the last whole record.
  func bytes(after chain: Chain) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("sum", "00000000")
    writer.member("seq", first.number)
    writer.member("kind", "store.gap")
    writer.member("resume", resume.number)
    writer.member("last", chain.last.number)
    writer.member("lastSum", chain.sum)
    writer.member("file", damagedFile)
    writer.member("line", line)
    writer.member("offset", offset)
    writer.member("lines", lines)
    writer.member("bytes", bytes)
    writer.key("by")
    writer.beginObject()
    writer.member("uid", by.uid)
    writer.member("name", by.name)
    writer.endObject()
    writer.member("host", host)
    writer.member("at", at)
    writer.endObject()
    var bytes = writer.bytes
    RecordFrame.seal(&bytes, from: 0, after: chain.sum)
    return bytes + [0x0A]
  }

  /// Reads the file's bytes without looking at the sum; nil when they are no gap's.
  init?(_ bytes: [UInt8]) {
    func number<Number: FixedWidthInteger>(_ value: JSONValue?) -> Number? {
      value?.literal.flatMap { Number($0) }
    }
    guard bytes.last == 0x0A,
      let object = try? JSONValue.parse(bytes, sizeLimit: Gap.limit).object,
      object["kind"] == .string("store.gap"), let first: UInt64 = number(object["seq"]),
      let resume: UInt64 = number(object["resume"]), first > 0, resume > first,
      SequenceNumber(resume).isPossible,
      let file = object["file"]?.string, let line: Int = number(object["line"]),
      let offset: Int64 = number(object["offset"]), let lines: Int = number(object["lines"]),
      let count: Int64 = number(object["bytes"]),
      let uid: UInt32 = number(object["by"]?.object?["uid"]),
      let name = object["by"]?.object?["name"]?.string, let host = object["host"]?.string,
      let at: Int64 = number(object["at"])
    else { return nil }
    self.init(
      first: SequenceNumber(first), resume: SequenceNumber(resume), damagedFile: file, line: line,
      offset: offset, lines: lines, bytes: count, by: Actor(uid: uid, name: name), host: host,
      at: at)
  }

  static let limit = 64 << 10
}

extension SegmentFiles {
  /// All gaps of the last look that can be read, in order, their sums not looked at.
  func gaps() throws(DiskError) -> [Gap] {
    var gaps: [Gap] = []
    for first in gapStarts {
      if let gap = Gap(try gapBytes(first)), gap.first == first { gaps.append(gap) }
    }
    return gaps
  }

  func gapBytes(_ first: SequenceNumber) throws(DiskError) -> [UInt8] {
    let name = Gap.name(of: first)
    let file = try disk.open(name, in: folder, .read)
    defer { disk.close(file) }
    if try disk.status(file).kind != .file { throw DiskError(.open, errno: EINVAL, name: name) }
    return try disk.readAll(file, limit: Gap.limit)
  }

  /// Leads a replay that stands before a gap to the other side; says what is wrong with the gap.
  func leap(over first: SequenceNumber, _ replay: inout Replay) throws(DiskError) -> Damage? {
    let bytes = try gapBytes(first)
    let before = replay.committed.chain
    var kind = Damage.Kind.notARecord
    if let gap = Gap(bytes) {
      do throws(Damage.Kind) {
        var result: Result<Chain, Damage.Kind> = .failure(.notARecord)
        bytes.dropLast().withUnsafeBytes { line in
          result = Result { () throws(Damage.Kind) in try before.verified(line) }
        }
        replay.leap(over: gap, sum: try result.get().sum)
        return nil
      } catch {
        kind = error
      }
    }
    return Damage(
      kind, file: "journal/" + Gap.name(of: first), line: 1, offset: 0, sequence: first)
  }
}

extension [Gap] {
  /// Those that reading comes by: a later one may have given up an earlier one with the rest.
  var onTheWay: [Gap] {
    var resume = SequenceNumber(1)
    return filter { gap in
      if gap.first < resume { return false }
      resume = gap.resume
      return true
    }
  }
}

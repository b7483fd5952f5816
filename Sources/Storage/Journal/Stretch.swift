internal import Glibc
internal import JSON
internal import Pipeline

/// Some hundred lines of a journal, read apart from those before them.
///
/// Each line holds the sum that the next one continues, so that a stretch can be verified before the
/// one in front of it is: whoever takes its records makes sure that it begins where that one ends.
/// What is wrong with a line is not said here; its records end before it, and the lines are read
/// again one by one.
///
/// A crew's lock hands it from thread to thread; whoever has it has it alone.
final class Stretch: @unchecked Sendable {
  /// A record's place in the chain.
  struct Line {
    /// With its line feed.
    let bytes: Int
    let sum: UInt32
  }

  private(set) var bytes: UnsafeMutableRawBufferPointer
  /// How many bytes of it are whole lines.
  private(set) var length = 0
  /// The chain that the first line has to continue.
  private(set) var before = Chain(sum: 0, last: .origin)

  private(set) var lines: [Line] = []
  private(set) var headings: [Replay.Heading] = []
  private var events: UnsafeMutableBufferPointer<Event>
  /// The events that were moved out.
  private var taken = 0
  /// Whether every line was a record.
  private(set) var isSound = false

  /// Shorter lines are no records of ours.
  private static let shortestLine = 100

  init(size: Int) {
    bytes = .allocate(byteCount: size, alignment: 16)
    events = .allocate(capacity: size / Stretch.shortestLine + 1)
  }

  deinit {
    forget()
    bytes.deallocate()
    events.deallocate()
  }

  /// Makes a stretch of the first `length` bytes that it was filled with.
  func begin(length: Int, after before: Chain) {
    forget()
    self.length = length
    self.before = before
  }

  /// Verifies the lines and makes their events.
  func read(with reader: inout RecordReader) {
    var chain = before
    var start = 0
    isSound = false
    while start < length, lines.count < events.count, let base = bytes.baseAddress,
      let feed = memchr(base + start, 0x0A, length - start)
    {
      let count = UnsafeRawPointer(feed) - UnsafeRawPointer(base + start)
      let line = UnsafeRawBufferPointer(start: base + start, count: count)
      guard count <= RecordFrame.limit, let next = try? chain.verified(line) else { return }
      var heading = Replay.Heading()
      do throws(JSONFault) {
        events.initializeElement(at: lines.count, to: try reader.event(line, &heading))
      } catch {
        return
      }
      headings.append(heading)
      if heading.sequence != next.last {
        UnsafeMutableBufferPointer(rebasing: events[lines.count...lines.count]).deinitialize()
        headings.removeLast()
        return
      }
      lines.append(Line(bytes: count + 1, sum: next.sum))
      chain = next
      start += count + 1
    }
    isSound = start == length
  }

  /// Moves the next event out.
  func take() -> Event {
    taken += 1
    return events.moveElement(from: taken - 1)
  }

  /// Forgets what was read and not taken.
  private func forget() {
    if taken < lines.count {
      UnsafeMutableBufferPointer(rebasing: events[taken..<lines.count]).deinitialize()
    }
    taken = 0
    lines.removeAll(keepingCapacity: true)
    headings.removeAll(keepingCapacity: true)
  }
}

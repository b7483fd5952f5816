internal import Glibc

/// How a process ends after something happened to it.
///
/// A machine on which a thousand tests run side by side gives a process its turn late; what it
/// uses of the processor is its own.
package struct ProcessEnd: Sendable {
  /// From what happened until the process is no more; nil when it did not end in twenty seconds.
  package let taken: Duration?
  /// What the process used of the processor in that time, to a hundredth of a second.
  package let processor: Duration

  /// Does something to a process and waits until it has ended.
  ///
  /// - Parameter cause: What should end it.
  package static func measure(
    of process: Int32, after cause: () async throws -> Void
  ) async rethrows -> ProcessEnd {
    let before = processorTicks(of: process) ?? 0
    var last = before
    let start = ContinuousClock.now
    try await cause()
    while let ticks = processorTicks(of: process) {
      last = ticks
      guard start.duration(to: .now) < .seconds(20) else {
        return .init(taken: nil, processor: .milliseconds((last - before) * 10))
      }
      // Not a suspension: with many tests in line it would be long before its turn came again.
      usleep(2000)
    }
    return .init(
      taken: start.duration(to: .now), processor: .milliseconds((last - before) * 10))
  }

  /// Whether it ended within a second: of its own work everywhere, of the clock's where the machine
  /// is quiet.
  package var isWithinASecond: Bool {
    guard let taken else { return false }
    return processor <= .seconds(1) && (Effort.crowding > 1.5 || taken <= Effort.aSecond)
  }

  /// What a process has used of the processor, in hundredths of a second; nil when it has ended.
  private static func processorTicks(of process: Int32) -> Int? {
    let file = open("/proc/\(process)/stat", O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = read(file, &bytes, bytes.count)
    guard count > 0 else { return nil }
    let fields =
      String(decoding: bytes[..<count], as: UTF8.self).split(separator: ")").last?
      .split(separator: " ") ?? []
    guard fields.count > 12, fields[0] != "Z", let user = Int(fields[11]),
      let system = Int(fields[12])
    else { return nil }
    return user + system
  }
}

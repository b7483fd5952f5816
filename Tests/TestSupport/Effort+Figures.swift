internal import Glibc

extension Effort {
  /// Says what a long test did, in one line that `Scripts/campaign` adds up; silent every day.
  package static func tell(_ campaign: String, _ figures: KeyValuePairs<String, Int>) {
    guard isLong else { return }
    let parts = figures.map { "\($0.key) \($0.value)" }
    let line = Array("figures: \(campaign): \(parts.joined(separator: ", "))\n".utf8)
    // One call, so that tests side by side do not write into each other's lines.
    _ = write(STDOUT_FILENO, line, line.count)
  }

  /// Whether a test may go on to its next round.
  ///
  /// Always, unless `ZHAOSHANG_MINUTES` says how long a long test may take; its figures then say how
  /// far it came.
  package static var hasTime: Bool { end.map { ContinuousClock.now < $0 } ?? true }

  /// The minutes a long test may take, when they are limited.
  package static let minutes: Int? = getenv("ZHAOSHANG_MINUTES").flatMap {
    Int(String(cString: $0))
  }

  private static let end: ContinuousClock.Instant? = minutes.map {
    .now.advanced(by: .seconds($0 * 60))
  }
}

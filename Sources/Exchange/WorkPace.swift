/// How far a long work on a pipeline is: what a report or an export tells whoever waits for it.
///
/// Told rarely enough to cost nothing, and often enough that whoever wants it to stop is heard.
package final class WorkPace {
  private let advance: (_ share: Double) -> Void
  private var share = 0.0
  /// Where the stretch that is counted now begins and ends.
  private var stretch = 0.0...0.0
  private var total = 0
  private var done = 0

  private static let step = 512

  /// - Parameter advance: Told how much is done, from 0 to 1; may never come back.
  package init(_ advance: @escaping (_ share: Double) -> Void) { self.advance = advance }

  /// Nobody waits.
  static var none: WorkPace { WorkPace { _ in } }

  /// So much is done.
  func reach(_ share: Double) {
    self.share = max(self.share, min(1, share))
    advance(self.share)
  }

  /// So many records lie between here and a share of the whole.
  func begin(_ total: Int, upTo share: Double) {
    stretch = self.share...max(self.share, share)
    self.total = total
    done = 0
  }

  /// One more record is done.
  func step() {
    done += 1
    guard done % WorkPace.step == 0 else { return }
    guard total > 0 else { return advance(share) }
    let part = Double(min(done, total)) / Double(total)
    reach(stretch.lowerBound + (stretch.upperBound - stretch.lowerBound) * part)
  }
}

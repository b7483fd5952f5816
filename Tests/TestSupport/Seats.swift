internal import Glibc

/// How many terminals are looked at side by side.
///
/// A thousand tests start together; with a hundred boards drawing at once each is late for what its
/// test waits for, and the whole takes no less time.
actor Seats {
  static let terminals = Seats(max(4, 2 * sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  /// Whether this test has a seat: a second terminal of the same test needs none.
  @TaskLocal static var hasOne = false

  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) { free = count }

  /// Runs `body` on a seat, after waiting for one.
  nonisolated func seated<Result: Sendable>(
    _ body: () async throws -> Result
  ) async rethrows -> Result {
    if Seats.hasOne { return try await body() }
    await take()
    do {
      let result = try await Seats.$hasOne.withValue(true) { try await body() }
      await leave()
      return result
    } catch {
      await leave()
      throw error
    }
  }

  private func take() async {
    if free > 0 {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  private func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}

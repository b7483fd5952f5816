internal import Glibc

/// What a program that hears of changes records itself, which it hears of as well.
///
/// Whether that goes on for ever, nobody can know; how long it may is counted here. The program finds
/// in its environment how often it was called in answer to itself, and each record of it leaves a mark
/// where the one that delivers looks.
struct HookEcho {
  private let path: String

  init(beside cursor: String) { path = cursor + ".echo" }

  /// How often in a row a program may be called for nothing but what it recorded itself.
  static let most = 20

  /// How often in a row it has been so, in one delivery.
  struct Chain {
    private let echo: HookEcho
    private var hasBegun = false
    /// One delivery that was started by the program itself goes on counting.
    private(set) var depth = HookEcho.depth.map { $0 + 1 } ?? 0

    init(_ echo: HookEcho) { self.echo = echo }

    /// Counts the next call; false when there were too many.
    mutating func goesOn() -> Bool {
      if echo.take() { depth += 1 } else if hasBegun { depth = 0 }
      hasBegun = true
      return depth <= HookEcho.most
    }
  }

  private static let variable = "ZHAOSHANG_HOOK_ECHO"

  /// Where this process stands in a program that hears of changes: 0 in the first call of it, 1 in the
  /// one that its own records led to; nil outside of any.
  static var depth: Int? { Surroundings.variable(variable).flatMap { Int($0) } }

  /// What a program is told of where it stands.
  static func variables(at depth: Int) -> [String: String] { [variable: "\(depth)"] }

  /// Leaves the mark of a record; where that fails, the depth of a later process still tells.
  func mark() {
    let file = open(
      path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    _ = write(file, "+", 1)
  }

  /// Whether there are marks; takes them away.
  func take() -> Bool { unlink(path) == 0 }
}

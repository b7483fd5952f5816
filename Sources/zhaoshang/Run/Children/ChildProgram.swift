internal import CGlibc
internal import Glibc

/// A program of the bureau's, run once with its words as they are: no shell reads them.
///
/// It gets what is told to it as a file that is whole before it starts, so that it cannot take half
/// for all, and a session of its own, which is ended with it and has no terminal to wait for.
struct ChildProgram {
  /// The program and its arguments; looked for on the path.
  let words: [String]
  /// What it finds in its environment beside ours.
  var variables: [String: String] = [:]
  /// How many bytes of what it prints are kept; it is read to its end all the same.
  var outputLimit = 65_536

  struct Outcome {
    let ending: Ending
    /// What it printed on both streams, up to the limit.
    let output: [UInt8]
    /// How much it printed beyond the limit.
    let lost: Int

    var isSuccess: Bool { ending == .exited(0) }
    /// The first line that says something, and the last.
    var firstLine: String? { lines.first }
    var lastLine: String? { lines.last }

    private var lines: [String] {
      String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline)
        .map(String.init).filter { $0.contains { !$0.isWhitespace } }
    }
  }

  enum Ending: Hashable {
    case exited(Int32)
    case signalled(Int32)
    /// It could not be started, or not be told what it was to be told.
    case notStarted(errno: Int32)
    /// It was ended because it took longer than it may.
    case late
  }

  init(_ words: [String], variables: [String: String] = [:]) {
    self.words = words
    self.variables = variables
  }

  /// Runs it and waits for its end.
  ///
  /// - Parameter milliseconds: How long it may take.
  func run(telling input: [UInt8] = [], within milliseconds: Int64) -> Outcome {
    let child = start(telling: input, within: milliseconds)
    while true {
      if let outcome = child.look(waiting: 20) { return outcome }
    }
  }

  /// Starts it; whoever has started it looks after it.
  func start(telling input: [UInt8] = [], within milliseconds: Int64) -> RunningChild {
    guard let told = ChildProgram.file(of: input) else { return RunningChild(failed: errno) }
    defer { close(told) }
    var pipe: [Int32] = [-1, -1]
    guard Glibc.pipe(&pipe) == 0 else { return RunningChild(failed: errno) }
    for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(pipe[0], F_SETFL, O_NONBLOCK)
    defer { close(pipe[1]) }
    let descriptors: [Int32: Int32?] = [
      STDIN_FILENO: told, STDOUT_FILENO: pipe[1], STDERR_FILENO: pipe[1],
    ]
    switch ChildStart.spawn(words, in: .session, descriptors: descriptors, variables: variables) {
    case .failure(let problem):
      close(pipe[0])
      return RunningChild(failed: problem.number)
    case .success(let child):
      return RunningChild(
        child, reading: pipe[0], until: Surroundings.ticks + milliseconds, limit: outputLimit)
    }
  }

  /// MFD_CLOEXEC, which Swift does not see.
  private static let closedOnExec: UInt32 = 1

  /// An unnamed file that holds the bytes and is read from its beginning.
  private static func file(of bytes: [UInt8]) -> Int32? {
    let descriptor = memfd_create("input", ChildProgram.closedOnExec)
    guard descriptor >= 0 else { return nil }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR {
        close(descriptor)
        return nil
      }
      rest = rest.dropFirst(max(0, count))
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }
}

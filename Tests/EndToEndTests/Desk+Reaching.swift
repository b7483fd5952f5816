import TestSupport
import Testing

extension Desk {
  /// A desk with two projects whose next steps are due: 王磊's on 27 November 2026, 李娜's on 1 December.
  static func withSteps(language: String = "zh_CN.UTF-8") async throws -> Desk {
    let desk = try Desk(language: language)
    try await desk.does("init")
    try await desk.addSteps()
    return desk
  }

  /// The projects of ``withSteps(language:)`` in a store that is there.
  func addSteps() async throws {
    try await does(
      "add", "光翼激光雷达", "--investor", "光翼科技", "--owner", "王磊", "amount=2亿", "source=展会", "--on",
      "2026-11-02")
    try await does("next", "1", "送用地红线图", "--due", "2026-11-27")
    try await does("add", "铝箔二期", "--investor", "鲁丰", "--owner", "李娜", "--on", "2026-11-20")
    try await does("next", "2", "约法务", "--due", "2026-12-01")
  }

  /// Runs the program by a shell in the desk's home.
  func inHome(_ arguments: String) async throws -> Outcome {
    try await run("sh", ["-c", "cd \"$HOME\"\nzhaoshang \(arguments)"])
  }

  /// Waits until something is so, at most half a minute.
  func wait(
    sourceLocation: SourceLocation = #_sourceLocation, until isMet: () async throws -> Bool
  ) async throws {
    for _ in 0..<600 {
      if try await isMet() { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("waited in vain", sourceLocation: sourceLocation)
  }

  /// Runs a script of Debian's Python, which sees Debian's libraries, and gives what it printed.
  func python(
    _ script: String, _ arguments: String..., input: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    let outcome = try await run(
      "env", ["/usr/bin/python3", "-c", "import sys\n" + script] + arguments, input: input)
    #expect(outcome.status == 0, "\(outcome.stderr)", sourceLocation: sourceLocation)
    return outcome.stdout
  }
}

internal import Glibc
internal import Subprocess

/// A person's account for one test: a home of its own, and the built program on its path.
///
/// Everything that could change the outcome from outside is pinned: the home, the zone, the
/// language, the terminal's size and colours. Nothing of the real account is read or written.
package struct Desk: Sendable {
  package let home: ScratchFolder
  package var environment: [String: String]

  package init(language: String = "zh_CN.UTF-8") throws {
    home = try ScratchFolder()
    environment = [
      "HOME": home.path,
      "XDG_DATA_HOME": home.path("share"),
      "XDG_CONFIG_HOME": home.path("config"),
      "XDG_STATE_HOME": home.path("state"),
      "XDG_RUNTIME_DIR": home.path("run"),
      "TMPDIR": home.path,
      "PATH": "\(Desk.binaries):/usr/local/bin:/usr/bin:/bin",
      "TZ": "Asia/Shanghai",
      "LANG": language,
      "TERM": "dumb",
      "COLUMNS": "80",
      "LINES": "24",
      "USER": "tester",
      "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  /// The store the program finds by itself.
  package var store: String { home.path("share/zhaoshang") }

  /// What a program said and how it ended.
  package struct Outcome: Hashable, Sendable {
    /// The exit status; 128 and the signal's number when one ended it.
    package let status: Int32
    package let stdout: String
    package let stderr: String

    package init(status: Int32, stdout: String, stderr: String) {
      self.status = status
      self.stdout = stdout
      self.stderr = stderr
    }

    package var lines: [String] { stdout.split(separator: "\n").map(String.init) }
  }

  /// Runs the built `zhaoshang`.
  package func zhaoshang(_ arguments: String..., input: String = "") async throws -> Outcome {
    try await run("zhaoshang", arguments, input: input)
  }

  /// Writes what the person's settings shall be.
  package func configure(_ text: String) async throws {
    _ = try await run("mkdir", ["-p", home.path("config/zhaoshang")])
    let file = home.path("config/zhaoshang/config.toml")
    _ = try await run("sh", ["-c", "cat >'\(file)'"], input: text)
  }

  /// Runs a program found on the pinned path.
  package func run(_ program: String, _ arguments: [String], input: String = "") async throws
    -> Outcome
  {
    var variables: [Environment.Key: String] = [:]
    for (name, value) in environment { variables[.init(stringLiteral: name)] = value }
    let result = try await Subprocess.run(
      .name(program), arguments: Arguments(arguments), environment: .custom(variables),
      input: .string(input), output: .string(limit: 64 << 20), error: .string(limit: 1 << 20))
    let status: Int32 =
      switch result.terminationStatus {
      case .exited(let code): code
      case .signaled(let signal): 128 + signal
      }
    return Outcome(
      status: status, stdout: result.standardOutput, stderr: result.standardError)
  }

  /// The folder of the built products: where the test bundle itself lies.
  package static let binaries: String = {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let path = String(
      decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }()
}

internal import Glibc

/// How every program of somebody else's is started: its words as they are, never a shell, and its
/// signals as a program expects them, whatever we block or ignore.
enum ChildStart {
  enum Place {
    /// A group of its own, which can be ended as one.
    case group
    /// A session of its own, which stays whatever becomes of ours.
    case session

    fileprivate var flag: Int32 {
      switch self {
      case .group: Int32(POSIX_SPAWN_SETPGROUP)
      // POSIX_SPAWN_SETSID, which Swift does not see.
      case .session: 0x80
      }
    }
  }

  /// Starts a program, which is looked for on the path.
  ///
  /// - Parameters:
  ///   - descriptors: What becomes of its descriptors: ours under its number; nil for /dev/null.
  ///   - variables: What it finds in its environment beside ours, or instead.
  /// - Returns: The process, or why there is none.
  static func spawn(
    _ words: [String], in place: Place, descriptors: [Int32: Int32?] = [:],
    variables: [String: String] = [:]
  ) -> Result<pid_t, Errno> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, ours) in descriptors {
      if let ours {
        posix_spawn_file_actions_adddup2(&actions, ours, number)
      } else {
        posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0)
      }
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(Int32(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | place.flag))
    let texts = words.map { strdup($0) } + [nil]
    defer { for text in texts { free(text) } }
    let surroundings = environment(with: variables)
    defer { for text in surroundings { free(text) } }
    var child = pid_t()
    // What it makes is as open as the person makes files; what we make is not.
    let ours = umask(Surroundings.personsMask)
    defer { umask(ours) }
    let problem = posix_spawnp(&child, words[0], &actions, &attributes, texts, surroundings)
    return problem == 0 ? .success(child) : .failure(Errno(number: problem))
  }

  /// Our environment with some variables set, as the system takes it; to be freed.
  private static func environment(with variables: [String: String]) -> [UnsafeMutablePointer<
    CChar
  >?] {
    let names = variables.keys.map { Array("\($0)=".utf8CString.dropLast()) }
    var texts: [UnsafeMutablePointer<CChar>?] = []
    var next = environ
    while let text = next.pointee {
      if !names.contains(where: { strncmp(text, $0, $0.count) == 0 }) { texts.append(strdup(text)) }
      next = next.advanced(by: 1)
    }
    return texts + variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
  }

  /// The system's number for why something failed.
  struct Errno: Error { let number: Int32 }
}

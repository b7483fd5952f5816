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
  /// - Parameter descriptors: What becomes of its descriptors: ours under its number; nil for
  ///   /dev/null.
  /// - Returns: The process, or why there is none.
  static func spawn(_ words: [String], in place: Place, descriptors: [Int32: Int32?] = [:])
    -> Result<pid_t, Errno>
  {
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
    var child = pid_t()
    let problem = posix_spawnp(&child, words[0], &actions, &attributes, texts, environ)
    return problem == 0 ? .success(child) : .failure(Errno(number: problem))
  }

  /// The system's number for why something failed.
  struct Errno: Error { let number: Int32 }
}

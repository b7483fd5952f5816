internal import Canvas
internal import Glibc
internal import Pipeline
internal import Settings
internal import Terminal
internal import Wording

/// What the program is told by the system around it: the one place that asks.
enum Surroundings {
  /// A variable of the environment; nil when it is not set or empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  /// Whether somebody has typed something that was not read yet.
  static var hasInput: Bool {
    var wait = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&wait, 1, 0) > 0
  }

  static var isInputTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// The columns of the terminal that stdout is; nil when it is none.
  static var columns: Int? {
    isOutputTerminal ? WindowSize.columns(of: STDOUT_FILENO) : nil
  }

  /// How many colours stdout may be given: none unless it is a terminal that has some.
  static func colourDepth(_ choice: ColourChoice) -> ColourDepth {
    guard choice.allowsColour(noColour: variable("NO_COLOR") != nil),
      choice == .always || isOutputTerminal
    else { return .none }
    if let colours = variable("COLORTERM"), ["truecolor", "24bit"].contains(colours) {
      return .direct
    }
    let term = variable("TERM") ?? "dumb"
    if term.hasSuffix("-direct") { return .direct }
    if term.contains("256color") { return .indexed }
    return choice == .auto && (term == "dumb" || term.hasPrefix("vt")) ? .none : .ansi16
  }

  /// Today by the clock and the zone of this machine.
  static var today: Day {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return Day(
      year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
      ?? Day(number: Int32(clamping: now / 86_400))
  }

  /// Milliseconds since 1970.
  static var milliseconds: Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
  }

  /// Now as RFC 5545 writes it: 20261130T010203Z.
  static var utcStamp: String {
    var now = time(nil)
    var utc = tm()
    gmtime_r(&now, &utc)
    var text = [CChar](repeating: 0, count: 32)
    let count = strftime(&text, text.count, "%Y%m%dT%H%M%SZ", &utc)
    return String(decoding: text[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Now as RFC 5322 writes it: Mon, 30 Nov 2026 09:00:00 +0800.
  static var mailDate: String {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = local.tm_gmtoff / 60
    return "\(days[Int(local.tm_wday)]), \(local.tm_mday) \(months[Int(local.tm_mon)]) "
      + "\(local.tm_year + 1900) \(two(Int(local.tm_hour))):\(two(Int(local.tm_min))):"
      + "\(two(Int(local.tm_sec))) \(minutes < 0 ? "-" : "+")\(two(abs(minutes) / 60))"
      + two(abs(minutes) % 60)
  }

  /// Whether anything stands at a path, a dangling link included.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// How far this machine's zone is ahead of UTC now.
  static var secondsFromUTC: Int {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return local.tm_gmtoff
  }

  /// Milliseconds on a clock that never goes back.
  static var ticks: Int64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
  }

  /// How long it is to the next day here; a second too long rather than too short.
  static var millisecondsToMidnight: Int32 {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    // The system knows how long the day is: an hour less when the clocks go forward.
    local.tm_mday += 1
    (local.tm_hour, local.tm_min, local.tm_sec, local.tm_isdst) = (0, 0, 0, -1)
    let left = mktime(&local) - now
    return (0...200_000).contains(left) ? Int32(left + 1) * 1000 : 3_600_000
  }

  /// A recorded time as the clock on this wall showed it: 2026-11-22 14:05.
  static func localTime(_ milliseconds: Int64) -> String {
    var seconds = time_t(milliseconds / 1000)
    var local = tm()
    localtime_r(&seconds, &local)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(local.tm_year + 1900)-\(two(local.tm_mon + 1))-\(two(local.tm_mday)) "
      + "\(two(local.tm_hour)):\(two(local.tm_min))"
  }

  /// The account that runs the program; never `$USER`, which anybody may set.
  static var account: Actor {
    let uid = getuid()
    return Actor(uid: uid, name: accountName(uid))
  }

  /// What an account is called here; its number where nobody is called so.
  static func accountName(_ uid: UInt32) -> String {
    guard let entry = getpwuid(uid), let raw = entry.pointee.pw_name else { return "\(uid)" }
    return String(cString: raw)
  }

  static var host: String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "localhost" }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Where settings and data are kept, by the variables of the XDG convention; nil without a home.
  static var paths: SettingsPaths? {
    var paths = SettingsPaths { name in
      if let value = variable(name) { return value }
      guard name == "HOME", let entry = getpwuid(getuid()), let home = entry.pointee.pw_dir else {
        return nil
      }
      return String(cString: home)
    }
    // Themes installed beside the program, wherever its prefix is.
    let known = paths?.themeFolders ?? []
    paths?.themeFolders += installedThemes.filter { !known.contains($0) }
    return paths
  }

  /// `PREFIX/share/zhaoshang/themes` of a program in `PREFIX/bin`.
  ///
  /// And `PREFIX/lib/…`, for a prefix of `~/.local`, where the former would lie in the store; and the
  /// source tree's own `themes`, for a program that has only been built there.
  private static var installedThemes: [String] {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { return [] }
    let path = String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    let parts = path.split(separator: "/")
    if let build = parts.firstIndex(of: ".build") {
      return ["/" + (parts[..<build] + ["themes"]).joined(separator: "/")]
    }
    guard parts.count >= 2, parts[parts.count - 2] == "bin" else { return [] }
    let prefix = parts.dropLast(2).map { "/" + $0 }.joined()
    return ["share", "lib"].map { "\(prefix)/\($0)/zhaoshang/themes" }
  }

  /// The language the environment asks for; nil when it asks for none that we speak.
  static var language: Language? { askedLanguage?.language }

  /// The variable that asks for it.
  static var languageVariable: String? { askedLanguage?.variable }

  private static var askedLanguage: (language: Language, variable: String)? {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = variable(name) else { continue }
      if value.hasPrefix("zh") { return (.zh, name) }
      if value.hasPrefix("en") { return (.en, name) }
    }
    return nil
  }

  /// The name of the terminal's character set where it is another than UTF-8 and Chinese: GBK and its
  /// like; nil otherwise.
  static var foreignCharacterSet: String? {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first ?? ""
    guard let point = locale.firstIndex(of: ".") else { return nil }
    let name = locale[locale.index(after: point)...].prefix { $0 != "@" }.uppercased()
    return ["GB", "BIG5", "EUC"].contains(where: name.hasPrefix) ? name : nil
  }

  /// Gives the three standard descriptors something to be, where they were closed.
  ///
  /// Else the next file that is opened would get their numbers, and an error's text would be written
  /// into it: into the store's lock, for one. They are opened the wrong way round, so that reading and
  /// writing them still fails.
  private static func openStandardDescriptors() {
    for descriptor in STDIN_FILENO...STDERR_FILENO
    where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
      // The lowest that is free, which is this one.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// The mask the person has for files that others are to read, such as pages and calendars.
  nonisolated(unsafe) private(set) static var personsMask: mode_t = 0o022

  /// Keeps files private to their owner, and us from being killed by a file that grew too large or
  /// by a reader who has gone before anything was saved.
  static func prepare() {
    openStandardDescriptors()
    personsMask = umask(0o077)
    // Whoever started us may have ignored the ends of children: then nobody would hear how they ended.
    signal(SIGCHLD, SIG_DFL)
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
  }
}

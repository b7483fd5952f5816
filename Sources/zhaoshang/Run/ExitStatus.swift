/// How the program ends, after sysexits and the argument parser.
enum ExitStatus: Int32 {
  case done = 0
  /// A rule refused, or what was named is not there.
  case refused = 1
  case wrongCommandLine = 64
  case badInputFile = 65
  /// The store is damaged or cannot be written.
  case storeFailed = 74
  case storeBusy = 75
  case badConfiguration = 78
}

/// Why the program cannot do what it was asked: one sentence, and how it ends.
struct Failure: Error, Hashable {
  let status: ExitStatus
  let message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}

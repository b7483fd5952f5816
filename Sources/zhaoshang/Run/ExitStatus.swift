/// How the program ends, after sysexits and the argument parser.
enum ExitStatus: Int32 {
  case done = 0
  /// A rule refused, or what was named is not there.
  case refused = 1
  case wrongCommandLine = 64
  case badInputFile = 65
  /// It was done and is stored, but what came of it could not be printed: not to be done again.
  case doneUntold = 73
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

/// A signal asked the board to stop; it ended in good order.
struct Interruption: Error {
  let signal: Int32
  /// What a shell reports for a program that the signal ended.
  var status: Int32 { 128 + signal }
}

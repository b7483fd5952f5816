internal import Files
internal import Glibc
internal import Storage
internal import Wording

/// A file that a person wants written, settled before the work is done.
///
/// Never inside a store, never over what is being read, and over another file only after a yes.
struct Destination {
  private let place: OutputPlace
  private let words: Words

  /// What to do about a file that is there.
  enum Consent {
    /// Asked for on a terminal, else refused.
    case asked
    /// Given before: by `--force`, or by a person on the board.
    case given
  }

  /// - Parameters:
  ///   - inputs: The files that are read for it.
  ///   - isFile: Whether it has to be a file: a board does not wait for who reads a pipe.
  init(
    _ path: String, _ consent: Consent, inputs: [String] = [], isFile: Bool = false,
    _ words: Words
  ) throws(Failure) {
    self.words = words
    place = try words.looking { () throws(FileFault) in try OutputPlace(path) }
    if isFile, place.kind != .free, place.kind != .file {
      throw words.failure(FileFault(.notAFile, path: path))
    }
    if let store = StorePlace.around(place.realPath) {
      throw Failure(.refused, words.outputIntoStore(path, store: store))
    }
    if let identity = place.identity,
      inputs.contains(where: { FileIdentity(path: $0) == identity })
    {
      throw Failure(.refused, words.outputOverInput(path))
    }
    if consent == .asked, isTaken, !Destination.agrees(words.replaceQuestion(path)) {
      throw Failure(.refused, words.outputTaken(path, option: "--force"))
    }
  }

  /// Whether a file would be replaced.
  var isTaken: Bool { place.kind == .file }

  /// The path as it was given.
  var path: String { place.path }

  func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

  /// - Parameter progress: Asked whether to go on, while a pipe takes no more.
  func write(_ bytes: [UInt8], _ progress: Progress? = nil) throws(Failure) {
    do throws(FileFault) {
      try place.write(
        bytes, replacing: isTaken, isStopped: { progress?.interruption != nil })
    } catch {
      if error.reason == .interrupted, let progress { Glibc.exit(progress.stopped().status) }
      throw words.failure(error)
    }
  }

  /// Asks on the terminal; without one the answer is no.
  private static func agrees(_ question: String) -> Bool {
    guard Surroundings.isInputTerminal, isatty(STDERR_FILENO) == 1 else { return false }
    Output.ask(question)
    var answer = [UInt8](repeating: 0, count: 256)
    let count = read(STDIN_FILENO, &answer, answer.count)
    return count > 0 && (answer[0] == UInt8(ascii: "y") || answer[0] == UInt8(ascii: "Y"))
  }
}

extension Workplace {
  /// Where a file is to be written that was asked for by an option; nil for stdout.
  func destination(_ path: String?, force: Bool, inputs: [String] = []) throws(Failure)
    -> Destination?
  {
    guard let path, path != "-" else { return nil }
    return try Destination(path, force ? .given : .asked, inputs: inputs, words)
  }
}

extension Words {
  /// What a fault of a file means for a person, and for a script.
  func failure(_ fault: FileFault) -> Failure {
    switch fault.reason {
    case .isThere, .danglingLink, .blockDevice, .notAFile, .nobodyReads:
      Failure(.refused, file(fault))
    case .system, .foreign, .hasOtherNames, .interrupted, .tooLarge:
      Failure(.storeFailed, file(fault))
    }
  }

  fileprivate func looking<Value>(_ body: () throws(FileFault) -> Value) throws(Failure) -> Value {
    do throws(FileFault) { return try body() } catch { throw failure(error) }
  }
}

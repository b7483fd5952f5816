package import JSON
package import Pipeline

/// Why an exchange file is not taken in: the place, the value and what was expected; no sentence.
///
/// Nothing of the file is taken when anything in it is wrong.
package struct ExchangeError: Error, Hashable, Sendable {
  package let path: ExchangePath
  /// From 1.
  package let line: Int
  /// From 1, in characters.
  package let column: Int
  package let problem: Problem

  package enum Problem: Hashable, Sendable {
    /// The bytes are not JSON.
    case notJSON(JSONError.Reason)
    /// Another value stands there; it is given as JSON, cut to a readable length.
    case unexpected(String, Expectation)
    case missing(Expectation)
    /// Two projects have one key.
    case duplicateKey(String)
    /// No project of the file has this key.
    case unknownProject(String)
    /// The `end` of an activity is before its beginning.
    case endsBeforeStart(on: Day, end: Day)
    /// The record breaks a rule of the pipeline.
    case refused(Refusal)
  }

  /// What should stand at a place.
  package enum Expectation: Hashable, Sendable {
    case object
    case list
    case text
    /// A text that says something.
    case name
    case format(String)
    case version(Int)
    case date
    case day
    /// `undisclosed`, or an object with value, unit and currency.
    case amount
    /// A plain decimal that fits 64 bits in the smallest unit.
    case decimal
    case wholeNumber(ClosedRange<Int>)
    /// One of these words.
    case word([String])
  }
}

/// A fault met while reading, before anybody asked for its line.
struct ExchangeFault: Error {
  let path: ExchangePath
  let problem: ExchangeError.Problem

  init(_ problem: ExchangeError.Problem, at path: ExchangePath) {
    self.path = path
    self.problem = problem
  }

  func located(in bytes: [UInt8]) -> ExchangeError {
    let (line, column) = path.place(in: bytes)
    return ExchangeError(path: path, line: line, column: column, problem: problem)
  }
}

internal import ArgumentParser
internal import Insight
internal import Pipeline
internal import Vocabulary
internal import Wording

extension Workplace {
  /// The filter that the words of a command line spell, its names looked up in the pipeline.
  ///
  /// - Throws: ``Failure`` with the first thing that could not be read, or that no project has: a
  ///   script must not take a half-understood filter for the answer.
  func filter(_ words: [String], scope: FilterScope, in pipeline: Pipeline) throws(Failure)
    -> Filter
  {
    let (filter, problems) = Filter.parse(
      words.joined(separator: " "), scope: scope, me: account.name,
      thresholds: thresholds, in: pipeline)
    // What cannot be read at all before what is only nobody's.
    if let problem = problems.first(where: { !$0.isOfNobody }) ?? problems.first {
      throw Failure(
        problem.isOfNobody ? .refused : .wrongCommandLine, self.words.filterProblem(problem))
    }
    return filter
  }

  /// The days from one to another, both included; none of them is still to come altogether.
  func period(from: String?, to: String?) throws(Failure) -> Period {
    let first = try from.map { text throws(Failure) in try bound(text).earliest } ?? nil
    let last = try to.map { text throws(Failure) in try bound(text).settled } ?? nil
    if let first, let last, last < first {
      throw Failure(.wrongCommandLine, words.endBeforeStart(last, first.description))
    }
    if let first, first > day {
      throw Failure(.wrongCommandLine, words.startsLater(first, than: day))
    }
    return Period(from: first, to: last)
  }

  /// A day or a month; `unknown` bounds nothing and is refused.
  func bound(_ text: String) throws(Failure) -> BusinessDate {
    let date = try date(text, .either)
    if date == .unknown {
      throw Failure(.wrongCommandLine, words.typed(TypedFault(text, .notADate)))
    }
    return date
  }

  /// What a month or a range reaches from and to; nil for a day.
  func span(_ text: String) throws(Failure) -> Period? {
    let date = try bound(text)
    return date.exactDay == nil ? Period(from: date.earliest, to: date.settled) : nil
  }

  /// One of the words an option takes.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(_ text: String, _ option: String)
    throws(Failure) -> Choice
  {
    guard let choice = Choice(rawValue: text) else {
      throw unknownChoice(text, option, of: Choice.self)
    }
    return choice
  }

  /// The refusal of a word that is none of those an option takes.
  func unknownChoice<Choice: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ option: String, of choices: Choice.Type
  ) -> Failure {
    Failure(
      .wrongCommandLine,
      words.unknownChoice(text, option, choices: Choice.allCases.map(\.rawValue)))
  }
}

extension CompletionKind {
  /// The words an option takes.
  static func words<Choice: RawRepresentable<String> & CaseIterable>(of: Choice.Type)
    -> CompletionKind
  {
    .list(Choice.allCases.map(\.rawValue))
  }
}

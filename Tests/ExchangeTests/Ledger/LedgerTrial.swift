import Exchange
import Pipeline
import TestSupport
import Testing
import Wording

/// A table in text, planned and taken in on one day.
struct LedgerTrial {
  let words = Words(.zh)
  let today: Day = "2026-11-30"

  func plan(
    _ text: String, _ pipeline: Pipeline = Pipeline(),
    _ change: (inout ImportAnswers) -> Void = { _ in }
  ) throws -> LedgerPlan {
    var answers = ImportAnswers()
    change(&answers)
    let source = try LedgerSource(try DecodedText(Array(text.utf8)))
    return try LedgerImport(source).plan(for: pipeline, answers: answers, today: today)
  }

  /// What is in the store afterwards, where nothing is open.
  func taken(
    _ text: String, into pipeline: Pipeline = Pipeline(),
    _ change: (inout ImportAnswers) -> Void = { _ in }
  ) throws -> Pipeline {
    let plan = try plan(text, pipeline, change)
    #expect(plan.questions.map { words.question($0) } == [])
    #expect(plan.firstError.map { words.ledger($0) } == nil)
    var pipeline = pipeline
    if let command = plan.command { try pipeline.carryOut(command) }
    return pipeline
  }

  /// The questions, each with the options that answer it.
  func asked(_ plan: LedgerPlan) -> [String] {
    plan.questions.map { words.question($0) + " " + words.answers($0).joined(separator: " ") }
  }
}

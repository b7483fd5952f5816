package import Pipeline

/// A funnel that goes from day to day.
struct HindsightFunnel: Sendable {
  private var tally: FunnelTally
  /// By the project's number: the sets it is in, none for one that is not counted.
  private var sets: [UInt64]
  private var visits: [OpenVisit?]

  init(_ question: FunnelQuestion, upTo number: Int) {
    tally = FunnelTally(question)
    sets = Array(repeating: 0, count: number + 1)
    visits = Array(repeating: nil, count: number + 1)
  }

  /// Whether it answers a question, if its day is the one asked for.
  func answers(_ question: FunnelQuestion) -> Bool {
    var mine = tally.question
    mine.cutoff = question.cutoff
    return mine == question
  }

  /// Counts a project as of another cut-off than before.
  ///
  /// - Parameters:
  ///   - old: The cut-off it was counted of; nil when it did not pass the filter, or is not in yet.
  ///   - new: The cut-off it is counted of; nil when it does not pass the filter.
  mutating func change(
    _ id: ProjectID, _ history: StageHistory, _ amount: AmountFigure, from old: Cutoff?,
    to new: Cutoff?
  ) {
    let index = Int(id.number)
    if let old {
      tally.question.cutoff = old
      tally.count(history, amount, times: -1)
    }
    var counted: FunnelTally.Counted?
    if let new {
      tally.question.cutoff = new
      counted = tally.count(history, amount, times: 1)
    }
    sets[index] = counted?.sets ?? 0
    visits[index] = counted?.visit
  }

  /// The figures up to a cut-off, at which everybody was counted.
  func finish(at cutoff: Cutoff) -> Funnel {
    var whole = tally
    whole.question.cutoff = cutoff
    for index in sets.indices where sets[index] != 0 {
      whole.join(ProjectID(UInt32(index)), sets[index])
      if let visit = visits[index] { whole.age(visit) }
    }
    return whole.finish()
  }
}

extension Hindsight {
  /// The funnel of the projects that pass the filter, open or not.
  ///
  /// - Parameter question: As of the day looked at.
  /// - Complexity: O(projects), a few nanoseconds each; the first time, and for another question,
  ///   O(entries of all projects).
  package mutating func funnel(_ question: FunnelQuestion, in pipeline: Pipeline) -> Funnel {
    if !funnel.answers(question) {
      funnel = HindsightFunnel(question, upTo: rows.standing.count - 1)
      for (index, state) in rows.standing.enumerated() where state.passes {
        let id = ProjectID(UInt32(index))
        guard let history = pipeline.history(of: id) else { continue }
        funnel.change(id, history, pipeline.amountFigure(of: id), from: nil, to: question.cutoff)
      }
    }
    return funnel.finish(at: cutoff)
  }

  /// What happened month by month.
  ///
  /// - Parameter question: As of the day looked at.
  package mutating func trend(_ question: TrendQuestion, in pipeline: Pipeline) -> Trend {
    if trend.question != question {
      trend = TrendTally(question)
      for (index, state) in rows.standing.enumerated() where state.passes {
        let id = ProjectID(UInt32(index))
        if let history = pipeline.history(of: id) { trend.add(id, history) }
      }
    }
    return trend.finish()
  }
}

internal import Insight
internal import Pipeline
internal import Wording

/// An option of `report` that some kinds have no use for: which they are, in one place.
enum ReportOption: String, CaseIterable {
  case from, to, method, by, profile
  case filedBy = "filed-by"
  case group, phone

  /// The reports that it changes.
  var kinds: [ReportQuestion.Kind] {
    switch self {
    // The ledger lists who is on the register on a day, not what happened from one to another.
    case .from, .to: [.week, .month, .path, .leader]
    // Those that have a funnel.
    case .method, .by: [.month, .leader]
    // What the ledger's columns are, and who is to be written over them.
    case .profile, .filedBy, .group, .phone: [.ledger]
    }
  }
}

extension Workplace {
  /// Refuses the options that a report would take and not use.
  func refuseIdle(_ given: [ReportOption], for kind: ReportQuestion.Kind) throws(Failure) {
    for option in given where !option.kinds.contains(kind) {
      throw Failure(
        .wrongCommandLine,
        words.optionIsIdle(
          "--" + option.rawValue, in: "report " + kind.rawValue,
          useful: option.kinds.map { "report " + $0.rawValue }))
    }
  }

  /// Refuses the options that another one makes idle.
  func refuse(_ options: [(name: String, isGiven: Bool)], with other: String) throws(Failure) {
    guard let first = options.first(where: \.isGiven) else { return }
    throw Failure(.wrongCommandLine, words.conflictingOptions(other, first.name))
  }

  /// Refuses `--as-of` for what has no dates and is as it is today.
  func refusePastDay(of command: String) throws(Failure) {
    guard asOf.map({ $0 != today }) ?? false else { return }
    throw Failure(.wrongCommandLine, words.hasNoPast(command))
  }
}

internal import Pipeline

/// One project: what it is, how far it comes, and on which days it enters each stage.
struct Course {
  let place: Int
  var name = ""
  var investor = ""
  var industry = ""
  var branch = 0
  var handler = Names.handlers[0]
  var city = ""
  var amount: Amount?
  let furthest: Stage
  let end: End
  /// The day of each stage's entry, in order.
  var entries: [(stage: Stage, on: Day)] = []
  /// When it ended, or the last day.
  var until = Bureau.lastDay
  /// The days on which anything was done for it after its first.
  var touches: [Day] = []

  enum End {
    case open, held(String)
    case lost(LossReason, place: String?, note: String?)
    case withdrawn(String)

    var isOpen: Bool {
      switch self {
      case .open, .held: true
      case .lost, .withdrawn: false
      }
    }
  }

  init(_ place: Int, _ furthest: Stage, _ end: End) {
    self.place = place
    self.furthest = furthest
    self.end = end
  }

  func entered(_ stage: Stage) -> Day? { entries.first { $0.stage == stage }?.on }
  var began: Day { entries.first?.on ?? Bureau.lastDay }
  var last: Day { touches.max() ?? began }

  /// How long a stage takes when it is left, and how long it has been held when it is the last.
  private static let stays: [Stage: (passed: ClosedRange<Int>, open: ClosedRange<Int>)] = [
    .contact: (9...42, 1...34), .visit: (12...50, 1...38), .returnVisit: (14...58, 2...48),
    .intent: (20...68, 3...58), .approval: (25...62, 4...64), .signing: (1...1, 1...1),
  ]

  /// Settles the days from the end backwards, so that the whole course lies within the two years.
  mutating func settle(end: Day?, skipping: Stage?, _ lot: inout Lot) {
    until = end ?? Bureau.lastDay
    var days: [(Stage, Day)] = []
    let stay = Course.stays[furthest] ?? (1...1, 1...1)
    var day =
      furthest == .signing
      ? until : until.adding(-lot.number(self.end.isOpen ? stay.open : stay.passed))
    days.append((furthest, day))
    for stage in Stage.allCases.reversed() where stage < furthest && stage != skipping {
      day = day.adding(-lot.number((Course.stays[stage] ?? stay).passed))
      days.append((stage, day))
    }
    let early = Bureau.firstDay.days(since: day)
    let length = max(1, until.days(since: day))
    entries = days.reversed().map { stage, day in
      // What would begin before the two years is drawn together.
      let kept =
        early > 0 ? until.days(since: day) * (length - early) / length : until.days(since: day)
      return (stage, until.adding(-kept).workday)
    }
    if !self.end.isOpen || furthest == .signing { until = until.workday }
    if furthest == .signing { until = Bureau.lastDay }
  }
}

extension Day {
  /// The same day, or the Friday before it.
  var workday: Day { weekday > 5 ? adding(5 - weekday) : self }
}

internal import Exchange

extension ImportQuestion {
  /// The choices that are answers as they stand.
  var shown: [ImportAnswer] {
    choices.filter { $0.option.value?.hasSuffix("…") != true }
  }

  var takesText: Bool {
    switch subject {
    case .unit, .wrongUnit, .firms, .year, .word, .unknownColumn, .signing, .review: true
    case .row(_, let error): error.column != nil
    case .sheet, .stage, .activityKind, .columnTwice, .sum, .struck, .blankUnit: false
    }
  }
}

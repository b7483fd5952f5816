internal import Pipeline
internal import SafeText

extension Form.Key {
  /// How much text a line takes: as much as may be stored of it.
  var rule: TextRule {
    switch self {
    case .field(let field):
      switch field.form {
      case .name: .name
      case .note, .json: .note
      case .list: .list
      case .line, .amount, .date, .kind, .next: .line
      }
    case .note: .note
    case .sites, .unit, .team, .addTags, .removeTags: .list
    case .line(let line): line.holdsNote ? .note : .line
    case .on, .end, .reason, .activityKind, .outcome, .outcomeText, .place, .leader, .leaderTitle,
      .times, .trip, .milestoneKind, .lossReason, .lossPlace, .review, .due, .stage,
      .metOn, .startedOn, .grantedOn:
      .line
    }
  }
}

extension Form.RegisterLine {
  /// Whether a line holds the text of a note.
  fileprivate var holdsNote: Bool { self == .result }
}

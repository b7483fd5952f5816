package import Pipeline

extension Refusal.IntakeSite {
  /// The record as a path into an exchange file: `projects[3].stages[1]`.
  ///
  /// A directory entry counts through all the lists of the directory; who knows the file can do
  /// better.
  package var path: String {
    switch self {
    case .project(let index): "projects[\(index)]"
    case .stage(let project, let stage): "projects[\(project)].stages[\(stage)]"
    case .status(let project): "projects[\(project)].status"
    case .earlierStatus(let project, let change):
      "projects[\(project)].earlier_statuses[\(change)]"
    case .note(let project, let note): "projects[\(project)].notes[\(note)]"
    case .activity(let index): "activities[\(index)]"
    case .milestone(let index): "milestones[\(index)]"
    case .directory(let index): "directory[\(index)]"
    case .register(let kind, let index): "\(kind.rawValue)[\(index)]"
    }
  }

  /// The member of the record that a refusal is about; nil for the record as a whole.
  package func member(of refusal: Refusal) -> String? {
    if case .note = self { "text" } else { refusal.member }
  }
}

extension Refusal {
  fileprivate var member: String? {
    switch self {
    case .inFuture: "on"
    case .missing(_, _, let requirements):
      switch requirements.first {
      case .signingDate: "on"
      case .organisation: "investors"
      case .name: "name"
      default: nil
      }
    case .text(let site, _), .tooMany(let site, _): site.member
    case .notAnAmount(let field, _): field.rawValue
    case .outOfRange(let quantity, _): quantity.rawValue
    case .reasonMissing: "reason"
    case .reviewNotAfter: "review"
    default: nil
    }
  }
}

extension Refusal.TextSite {
  private static let members: [Refusal.TextSite: String] = [
    .reason: "reason", .place: "place", .note: "note", .outcome: "outcome_text", .site: "sites",
    .unit: "lead", .counterpart: "counterparts", .trip: "trip", .line: "line", .name: "name",
  ]

  fileprivate var member: String? {
    if case .field(let field) = self { field.rawValue } else { Self.members[self] }
  }
}

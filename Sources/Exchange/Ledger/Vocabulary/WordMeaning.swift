package import Pipeline
internal import Vocabulary
internal import Wording

/// What a word in a column of stages or states means.
package enum WordMeaning: Hashable, Sendable {
  case stage(Stage)
  case status(Status.Kind)
  /// Signed, and past this milestone.
  case milestone(MilestoneKind)
  /// It says that something has not happened yet.
  case nothing
  /// It may be several things, and has to be asked about.
  case asks

  /// Reads it as a map writes it, or as people say it.
  package init?(_ text: String) {
    switch text {
    case "-": self = .nothing
    case "?": self = .asks
    default:
      if let known = Self.spoken[Spoken.folded(text)] {
        self = known
      } else if let kind = MilestoneKind(rawValue: text) {
        self = .milestone(kind)
      } else {
        return nil
      }
    }
  }

  private static let spoken: [String: WordMeaning] = Stage.spokenTable.mapValues { .stage($0) }
    .merging(Status.Kind.spokenTable.mapValues { .status($0) }) { stage, _ in stage }

  /// Whether it says that a project rests or has ended.
  var isEnd: Bool { if case .status(let kind) = self { kind != .ongoing } else { false } }

  package var code: String {
    switch self {
    case .stage(let stage): stage.code
    case .status(let kind): kind.rawValue
    case .milestone(let kind): kind.rawValue
    case .nothing: "-"
    case .asks: "?"
    }
  }
}

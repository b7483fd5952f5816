/// A project where it sleeps: what is asked of nearly all is at hand, the rest is looked up there.
///
/// It may not outlive the pipeline it was got from.
package struct SleepingProject: ProjectReading {
  package let id: ProjectID
  @usableFromInline let figures: ProjectFigures
  private unowned(unsafe) let source: any SleepingSource

  /// Nil when the source does not have it, or cannot be believed.
  init?(_ id: ProjectID, in source: any SleepingSource) {
    guard let figures = source.figures(id.number), figures.has(.presence) else { return nil }
    self.id = id
    self.figures = figures
    self.source = source
  }

  package var kind: ProjectKind { Codes.projectKinds[figures.kind] }
  @inlinable package var stage: Stage { Stage(rawValue: figures.stage) ?? .contact }
  @inlinable package var statusKind: Status.Kind { Status.Kind(code: figures.status) }
  @inlinable package var isRemoved: Bool { figures.has(.removal) }
  @inlinable package var hasBeenHeld: Bool { figures.has(.hold) }
  @inlinable package var hasNextStep: Bool { figures.has(.nextStep) }
  @inlinable package var nextDue: Day? { Day(packed: figures.due) }
  @inlinable package var enteredDay: Day? { Day(packed: figures.entered) }
  package var amountFigure: AmountFigure { figures.amount }

  @inlinable
  package func lastActivityDay(in pipeline: Pipeline) -> Day? { Day(packed: figures.active) }

  // Where the source cannot be believed, the record is asked, which it makes of what else it has.

  package func history(in pipeline: Pipeline) -> StageHistory {
    source.history(id.number) ?? pipeline[id]?.history ?? .undated(in: stage)
  }

  package func forEachActivityDay(in pipeline: Pipeline, _ body: (Day) -> Void) {
    if !source.forEachActivityDay(id.number, body) {
      pipeline[id]?.forEachActivityDay(in: pipeline, body)
    }
  }

  package func hasText(in pipeline: Pipeline, _ look: (TextPart, TextBytes) -> Bool) -> Bool {
    source.hasText(id.number, look) ?? pipeline[id]?.hasText(in: pipeline, look) ?? false
  }
}

/// What is asked of nearly every project, packed in 28 bytes.
package struct ProjectFigures: BitwiseCopyable, Hashable, Sendable {
  private let minor: Int64
  @usableFromInline let due: Int32
  @usableFromInline let entered: Int32
  @usableFromInline let active: Int32
  /// The currency's three letters, and in the highest byte what is known of the amount.
  private let currency: UInt32
  @usableFromInline let stage: UInt8
  @usableFromInline let status: UInt8
  fileprivate let kind: UInt8
  @usableFromInline let flags: UInt8

  package enum Flag: UInt8 { case presence = 1, hold = 2, nextStep = 4, removal = 8 }

  @inlinable
  package func has(_ flag: Flag) -> Bool { flags & flag.rawValue != 0 }

  /// Of a number without a project.
  package static let nothing = ProjectFigures()

  private init() {
    (minor, due, entered, active) = (0, 0, 0, 0)
    (currency, stage, status, kind, flags) = (0, 0, 0, 0, 0)
  }

  package init(of project: Project, in pipeline: Pipeline) {
    switch project.amountFigure {
    case .missing: (minor, currency) = (0, 0)
    case .undisclosed: (minor, currency) = (0, 1 << 24)
    case .known(let minor, let currency):
      self.minor = minor
      self.currency = currency.code.utf8.prefix(3).reduce(2) { $0 << 8 | UInt32($1) }
    }
    due = Day.packed(project.nextDue)
    entered = Day.packed(project.enteredDay)
    active = Day.packed(project.lastActivityDay(in: pipeline))
    stage = project.stage.rawValue
    status = project.statusKind.code
    kind = Codes.projectKinds.code(of: project.kind)
    var flags = Flag.presence.rawValue
    if project.hasBeenHeld { flags |= Flag.hold.rawValue }
    if project.hasNextStep { flags |= Flag.nextStep.rawValue }
    if project.isRemoved { flags |= Flag.removal.rawValue }
    self.flags = flags
  }

  /// C, N and Y.
  private static var yuan: UInt32 { 2 << 24 | 0x43_4E59 }

  fileprivate var amount: AmountFigure {
    if currency == Self.yuan { return .known(minor: minor, .yuan) }
    switch currency >> 24 {
    case 0: return .missing
    case 1: return .undisclosed
    default:
      let letters = [16, 8, 0].map { UInt8(truncatingIfNeeded: currency >> $0) }
      let code = String(decoding: letters, as: UTF8.self)
      return Currency(code: code).map { .known(minor: minor, $0) } ?? .missing
    }
  }
}

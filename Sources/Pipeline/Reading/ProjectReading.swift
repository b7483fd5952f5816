/// What questions ask of a project, whether it is awake or asleep.
///
/// ``Project`` keeps it, and so does ``SleepingProject``, which looks up only what is asked for. Every
/// question is written once, generic, against it.
package protocol ProjectReading {
  var id: ProjectID { get }
  var kind: ProjectKind { get }
  /// Where it stands by everything recorded.
  var stage: Stage { get }
  var statusKind: Status.Kind { get }
  /// Whether it is outside every count: archived, or lost as a duplicate of another.
  var isRemoved: Bool { get }
  /// Whether it was ever on hold.
  var hasBeenHeld: Bool { get }
  var amountFigure: AmountFigure { get }
  var hasNextStep: Bool { get }
  /// When the next step is due; nil when it is not, or there is none.
  var nextDue: Day? { get }
  /// The day by which it had entered its stage; nil without a date.
  var enteredDay: Day? { get }

  func history(in pipeline: Pipeline) -> StageHistory
  /// The last day of the last dated activity.
  func lastActivityDay(in pipeline: Pipeline) -> Day?
  /// The last days of all dated activities, in no order.
  func forEachActivityDay(in pipeline: Pipeline, _ body: (Day) -> Void)
  /// Shows the texts it is found by until one is what was looked for, in the order of ``TextPart``.
  func hasText(in pipeline: Pipeline, _ look: (TextPart, TextBytes) -> Bool) -> Bool
}

/// The texts a project is found by.
package enum TextPart: CaseIterable, Hashable, Sendable {
  case name, investor, lead, owner, industry, cluster, tag
}

/// A text by its bytes, where it lies.
package struct TextBytes {
  package let utf8: UnsafeRawBufferPointer
  /// What the text is known by among all that are asleep, when several records have it.
  package let shared: SharedText?

  package init(_ utf8: UnsafeRawBufferPointer, shared: SharedText?) {
    self.utf8 = utf8
    self.shared = shared
  }
}

/// A text that several records have, by its number among those of its source, from 0 on without gaps.
package struct SharedText: Hashable, Sendable {
  package let number: Int

  package init(_ number: Int) { self.number = number }
}

/// An amount without its words.
package enum AmountFigure: Hashable, Sendable {
  case missing, undisclosed
  /// In the currency's smallest unit.
  case known(minor: Int64, Currency)

  package init(_ amount: Amount?) {
    self =
      switch amount {
      case nil: .missing
      case .undisclosed: .undisclosed
      case .known(let money): .known(minor: money.minor, money.currency)
      }
  }
}

extension Project: ProjectReading {
  package var statusKind: Status.Kind { status.kind }
  package var isRemoved: Bool { status.isRemoved }
  package var hasBeenHeld: Bool { statuses.contains { $0.status.kind == .hold } }
  package var amountFigure: AmountFigure { AmountFigure(amount) }
  package var hasNextStep: Bool { next != nil }
  package var nextDue: Day? { next?.due }
  package var enteredDay: Day? { entered.settled }

  package var history: StageHistory { StageHistory(of: self) }

  package func history(in pipeline: Pipeline) -> StageHistory { history }

  package func lastActivityDay(in pipeline: Pipeline) -> Day? {
    var last: Day?
    forEachActivityDay(in: pipeline) { day in
      if last.map({ day > $0 }) ?? true { last = day }
    }
    return last
  }

  package func forEachActivityDay(in pipeline: Pipeline, _ body: (Day) -> Void) {
    for id in activities {
      if let day = pipeline.date(of: id)?.settled { body(day) }
    }
  }

  package func hasText(in pipeline: Pipeline, _ look: (TextPart, TextBytes) -> Bool) -> Bool {
    func isFound(_ part: TextPart, _ text: String) -> Bool {
      var text = text
      return text.withUTF8 { look(part, TextBytes(UnsafeRawBufferPointer($0), shared: nil)) }
    }
    if isFound(.name, name) { return true }
    for investor in investors where isFound(.investor, investor) { return true }
    for unit in lead where isFound(.lead, unit) { return true }
    if let owner, isFound(.owner, owner) { return true }
    if let industry, isFound(.industry, industry) { return true }
    if let cluster, isFound(.cluster, cluster) { return true }
    for tag in tags where isFound(.tag, tag) { return true }
    return false
  }
}

package import Insight
package import Pipeline
package import Vocabulary

/// A small form over the board: what it is for, its fields, and what is wrong with them.
package struct Form: Hashable, Sendable {
  package var purpose: Purpose
  package var entries: [Entry]
  package var focus = 0
  /// Whether what stands in the line is there whole for the taking: the first character typed takes its
  /// place.
  package var isFresh = false
  /// How many lines are shown, the rest being folded away; nil for all.
  package var shown: Int?
  /// What is offered for the line being typed.
  package var suggestions: Suggestions?
  /// Projects that may be the one being typed, and what was typed when they were looked for.
  package internal(set) var likenesses: [Likeness] = []
  var compared: [String] = []
  /// The projects that saving was held up for: saving again means that it is another one.
  var warned: [ProjectID] = []
  /// Why the last attempt was refused.
  package var refusal: Refusal?
  /// Why nothing could be saved, as a sentence of the store.
  package var failure: String?
  /// Whether the button row has the focus, and which button.
  package var button: Button?
  /// The open card it lies over.
  package var under: Overlay.Detail?

  package enum Button: Hashable, Sendable { case save, cancel }

  /// What saving the form does.
  package enum Purpose: Hashable, Sendable {
    case add
    case edit(ProjectID)
    case move(ProjectID, from: Stage, to: Stage, missing: [Requirement])
    case log(ProjectID)
    case milestone(ProjectID)
    case nextStep(ProjectID)
    case note(ProjectID)
    case hold(ProjectID)
    case lose(ProjectID)
    case withdraw(ProjectID)
    case archive(ProjectID)
    case reopen(ProjectID)
    case assign(ProjectID)
    case tag(ProjectID)
    /// Of a service request, a target, an approval, a hand-over or a merger.
    case register(RegisterPurpose)
    /// One form for several cards.
    case bulk(BulkAction, [ProjectID])
  }

  /// One line of the form.
  package struct Entry: Hashable, Sendable {
    package var key: Key
    package var editor: LineEditor
    package var isRequired: Bool
    /// Known values to choose from with the arrows; empty when anything goes.
    package var choices: [String]
    package var fault: Fault?
    /// What stood in the line when the form was opened: an untouched line changes nothing.
    package let initial: String
    /// The value the person saw then; another one on saving is a conflict.
    package var seen: FieldEdit.Expectation

    package init(
      _ key: Key, _ text: String = "", isRequired: Bool = false, choices: [String] = [],
      seen: FieldEdit.Expectation = .anything
    ) {
      self.key = key
      initial = text
      self.seen = seen
      editor = LineEditor(text)
      editor.rule = key.rule
      self.isRequired = isRequired
      self.choices = choices
    }
  }

  /// The lines that are not folded away.
  var visibleCount: Int { min(shown ?? entries.count, entries.count) }

  /// Whether a line holds one of a closed list: the arrows choose.
  package func isClosed(_ entry: Entry) -> Bool {
    switch entry.key {
    case .activityKind, .outcome, .milestoneKind, .lossReason, .stage, .field(.kind): true
    case .line(let line): line.isClosed
    default: false
    }
  }

  /// What a line holds.
  package enum Key: Hashable, Sendable {
    case field(Field)
    case on, end, reason, activityKind, outcome, outcomeText, place, sites, leader, leaderTitle
    case unit, team, times, trip, note, milestoneKind, lossReason, lossPlace, review, due, stage
    case addTags, removeTags
    /// When the activity was that a move's form records, and the milestones.
    case metOn, startedOn, grantedOn
    case line(RegisterLine)
  }

  /// Why a line cannot be used as it stands.
  package enum Fault: Hashable, Sendable {
    case empty
    /// An amount, a date or a code that cannot be read.
    case typed(TypedFault)
    case beforeStart
    case notANumber
    case notAChoice
    case notWithin(ClosedRange<Int>)
    /// What was put in last would have gone beyond this, and is not there.
    case tooLong(limit: Int)
  }

  package subscript(key: Key) -> Entry? {
    get { entries.first { $0.key == key } }
    set {
      guard let index = entries.firstIndex(where: { $0.key == key }), let newValue else { return }
      entries[index] = newValue
    }
  }

  /// The text of a line without blanks around it; empty when there is no such line.
  package func text(_ key: Key) -> String {
    guard let raw = self[key]?.editor.text else { return "" }
    let characters = raw.drop { $0.isWhitespace }
    guard let last = characters.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(characters[...last])
  }
}

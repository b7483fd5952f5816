/// What somebody asks for, in the imperative.
///
/// ``Pipeline/decide(_:today:)`` says what it changes.
package enum Command: Hashable, Sendable {
  case add(NewProject)
  case edit(ProjectID, [FieldEdit])
  case move(ProjectID, MoveOrder)
  case reorder(ProjectID, Reordering)
  case hold(ProjectID, review: Day, reason: String, on: BusinessDate)
  case resume(ProjectID, on: BusinessDate)
  case lose(ProjectID, LossReason, place: String?, note: String?, on: BusinessDate)
  case withdraw(ProjectID, reason: String, on: BusinessDate)
  case archive(ProjectID, reason: String, on: BusinessDate)
  /// Takes a lost, withdrawn or archived project back, into the stage it held.
  case reopen(ProjectID, reason: String?, on: BusinessDate)
  case log(Activity.Facts)
  case reach(Milestone.Facts)
  case note(ProjectID, text: String, on: BusinessDate)
  case saveDirectoryEntry(DirectorySaving)
  /// Takes a cluster that nothing names out of the directory.
  case removeCluster(String)
  /// Puts one name in the place of another everywhere.
  case rename(Renaming)
  case register(RegisterCommand)
  /// Takes back one commit, given by its events.
  case undo([RecordedEvent])
  /// Several commands as one step: all or none.
  indirect case together([Command])
  case take(Intake)

  /// Where a card goes within its column.
  package enum Reordering: Hashable, Sendable {
    case up, down
    /// Right under another card; nil for the top.
    case under(ProjectID?)
  }
}

/// A project to add.
package struct NewProject: Hashable, Sendable {
  package var fields: [Field: FieldValue]
  package var stage: Stage
  package var on: BusinessDate
  /// What its values do not say of what was typed for them, for its notes: 总投资：约2亿.
  package var notes: [String]

  package init(
    fields: [Field: FieldValue], stage: Stage = .contact, on: BusinessDate, notes: [String] = []
  ) {
    self.fields = fields
    self.stage = stage
    self.on = on
    self.notes = notes
  }
}

/// One field to change.
package struct FieldEdit: Hashable, Sendable {
  package var field: Field
  package var value: FieldValue?
  /// What the person saw when starting to edit; a different value now is a conflict.
  package var expected: Expectation

  package enum Expectation: Hashable, Sendable {
    case anything
    case value(FieldValue?)
  }

  package init(_ field: Field, to value: FieldValue?, expected: Expectation = .anything) {
    self.field = field
    self.value = value
    self.expected = expected
  }
}

/// Where a card is to go.
package struct MoveOrder: Hashable, Sendable {
  package var stage: Stage
  package var on: BusinessDate
  package var reason: String?
  package var isToTop: Bool
  /// The stage the person saw the card in; another one now is a conflict.
  package var from: Stage?

  package init(
    to stage: Stage, on: BusinessDate, reason: String? = nil, isToTop: Bool = false,
    from: Stage? = nil
  ) {
    self.stage = stage
    self.on = on
    self.reason = reason
    self.isToTop = isToTop
    self.from = from
  }
}

/// What an import brings: records that refer to each other by place in these lists.
package struct Intake: Hashable, Sendable {
  package var directory: [DirectoryEntry] = []
  package var projects: [Arrival] = []
  /// In their facts, `ProjectID(n)` is the n-th of ``projects``, from 1.
  package var activities: [Activity.Facts] = []
  package var milestones: [Milestone.Facts] = []
  /// In them too, `ProjectID(n)` is the n-th of ``projects``; requests and hand-overs get numbers.
  package var registers: [RegisterEntry] = []

  package init() {}

  /// A project with its history.
  package struct Arrival: Hashable, Sendable {
    package var fields: [Field: FieldValue]
    /// The moves in order; the first is where the project began.
    package var stages: [Step]
    package var status: StatusChange?
    /// The changes of status before ``status``, in order.
    package var earlierStatuses: [StatusChange] = []
    package var notes: [Remark] = []

    package init(fields: [Field: FieldValue], stages: [Step], status: StatusChange? = nil) {
      self.fields = fields
      self.stages = stages
      self.status = status
    }
  }

  /// One remark on a project.
  package struct Remark: Hashable, Sendable {
    package var text: String
    package var on: BusinessDate

    package init(text: String, on: BusinessDate) {
      self.text = text
      self.on = on
    }
  }

  /// One entry into a stage.
  package struct Step: Hashable, Sendable {
    package var stage: Stage
    package var on: BusinessDate
    package var reason: String?

    package init(stage: Stage, on: BusinessDate, reason: String? = nil) {
      self.stage = stage
      self.on = on
      self.reason = reason
    }
  }
}

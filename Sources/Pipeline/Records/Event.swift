/// A fact: something that changed the pipeline, in the past tense.
package enum Event: Hashable, Sendable {
  case projectAdded(ProjectAdded)
  case fieldsChanged(ProjectID, [FieldChange])
  case moved(ProjectID, Move)
  case statusChanged(ProjectID, StatusChange)
  /// The card was put elsewhere in its column.
  case placed(ProjectID, Placement)
  case activityLogged(ActivityID, Activity.Facts)
  case milestoneReached(MilestoneID, Milestone.Facts)
  case noted(ProjectID, text: String, on: BusinessDate)
  /// An entry of the directory was added, changed or taken out; at least one of the two is there.
  case directoryChanged(old: DirectoryEntry?, new: DirectoryEntry?)
  /// A record beside the projects was added, changed or taken out.
  ///
  /// Indirect, because two such records are three times as large as the largest of the others, and
  /// every event takes the room of the largest.
  indirect case registerChanged(RegisterChange)
  /// An earlier event was taken back; its own facts are kept here, so that undoing this restores it.
  indirect case undone(SequenceNumber, Event)
  /// The record itself was mended; no project changed.
  case storeRecovered(StoreRecovery)
  /// A person was told what is due; no project changed.
  case reminded(Reminder)
  /// Written by a newer version; kept as it is, and shown as such.
  case unknown(kind: String, json: String)

  /// The word used in the journal.
  package enum Kind: String, CaseIterable, Sendable {
    case projectAdded = "project.added"
    case fieldsChanged = "project.edited"
    case moved = "project.moved"
    case statusChanged = "project.status"
    case placed = "project.placed"
    case noted = "project.noted"
    case activityLogged = "activity.logged"
    case milestoneReached = "milestone.reached"
    case directoryChanged = "directory.changed"
    case registerChanged = "register.changed"
    case undone = "event.undone"
    case storeRecovered = "store.recovered"
    case reminded = "person.reminded"
  }

  /// The kind; nil for an event of a newer version.
  package var kind: Kind? {
    switch self {
    case .projectAdded: .projectAdded
    case .fieldsChanged: .fieldsChanged
    case .moved: .moved
    case .statusChanged: .statusChanged
    case .placed: .placed
    case .activityLogged: .activityLogged
    case .milestoneReached: .milestoneReached
    case .noted: .noted
    case .directoryChanged: .directoryChanged
    case .registerChanged: .registerChanged
    case .undone: .undone
    case .storeRecovered: .storeRecovered
    case .reminded: .reminded
    case .unknown: nil
    }
  }

  /// The projects the event touches.
  package var projects: [ProjectID] {
    switch self {
    case .projectAdded(let added): [added.id]
    case .fieldsChanged(let id, _), .moved(let id, _), .statusChanged(let id, _),
      .placed(let id, _), .noted(let id, _, _):
      [id]
    case .activityLogged(_, let facts): facts.projects
    case .milestoneReached(_, let facts): facts.projects
    case .directoryChanged, .storeRecovered, .reminded, .unknown: []
    case .registerChanged(let change): change.projects
    case .undone(_, let event): event.projects
    }
  }
}

extension Event {
  /// Whether it makes or takes away something that another record can name: a project, an activity,
  /// an entry, a record of a register; false for what only gives a value or a place.
  var makesNameable: Bool {
    switch self {
    case .fieldsChanged, .placed, .storeRecovered, .reminded, .unknown: false
    case .projectAdded, .moved, .statusChanged, .activityLogged, .milestoneReached, .noted,
      .directoryChanged, .registerChanged:
      true
    case .undone(_, let event): event.makesNameable
    }
  }
}

/// A new card.
package struct ProjectAdded: Hashable, Sendable {
  package var id: ProjectID
  /// The fields with a value, `name` and `kind` among them.
  package var fields: [Field: FieldValue]
  /// Where the project began, and when.
  package var stage: Stage
  package var on: BusinessDate
  /// Where the card stood when this was taken back; nil while it never was.
  package var slot: Slot?

  package init(id: ProjectID, fields: [Field: FieldValue], stage: Stage, on: BusinessDate) {
    self.id = id
    self.fields = fields
    self.stage = stage
    self.on = on
  }
}

/// One field's old and new value.
package struct FieldChange: Hashable, Sendable {
  package var field: Field
  package var old: FieldValue?
  package var new: FieldValue?

  package init(field: Field, old: FieldValue?, new: FieldValue?) {
    self.field = field
    self.old = old
    self.new = new
  }
}

/// A step from one stage to another.
package struct Move: Hashable, Sendable {
  package var from: Stage
  package var to: Stage
  package var on: BusinessDate
  package var kind: MoveKind
  package var reason: String?
  /// The activities that stood as evidence.
  package var evidence: [ActivityID]
  package var isToTop: Bool
  /// The card it stood under before, so that undo puts it back; nil for the top.
  package var oldAfter: ProjectID?
  /// Where the card stood in the new stage when the step was taken back; nil while it never was.
  package var slot: Slot?

  package init(
    from: Stage, to: Stage, on: BusinessDate, kind: MoveKind, reason: String?,
    evidence: [ActivityID], isToTop: Bool, oldAfter: ProjectID?
  ) {
    self.from = from
    self.to = to
    self.on = on
    self.kind = kind
    self.reason = reason
    self.evidence = evidence
    self.isToTop = isToTop
    self.oldAfter = oldAfter
  }
}

/// A change of status; the stage stays.
package struct StatusChange: Hashable, Sendable {
  package var old: Status
  package var new: Status
  package var on: BusinessDate
  package var reason: String?
  /// The card it stood under before, if it was on the board.
  package var oldAfter: ProjectID?
  /// Where a reopened card stood when that was taken back; nil while it never was.
  package var slot: Slot?

  package init(
    old: Status, new: Status, on: BusinessDate, reason: String?, oldAfter: ProjectID? = nil
  ) {
    self.oldAfter = oldAfter
    self.old = old
    self.new = new
    self.on = on
    self.reason = reason
  }
}

/// Where a card stands in its column, so that doing a thing again puts it there again.
package enum Slot: Hashable, Sendable {
  case top
  case under(ProjectID)
}

/// A card's place in its column: right after another card, or first.
package struct Placement: Hashable, Sendable {
  package var oldAfter: ProjectID?
  package var newAfter: ProjectID?

  package init(oldAfter: ProjectID?, newAfter: ProjectID?) {
    self.oldAfter = oldAfter
    self.newAfter = newAfter
  }
}

/// An event as the store recorded it.
package struct RecordedEvent: Hashable, Sendable {
  package let sequence: SequenceNumber
  /// 128 random bits as a lowercase UUID.
  package let id: String
  /// The event's place in its commit, from 0, and how many events the commit has.
  package let part: Int
  package let parts: Int
  package let by: Actor
  package let host: String
  /// Milliseconds since 1970 by the writer's clock; shown, never used for order.
  package let recordedAt: Int64
  package let event: Event

  // Inlined, so that a replay does not hand the event from hand to hand.
  @inlinable
  package init(
    sequence: SequenceNumber, id: String, part: Int, parts: Int, by: Actor, host: String,
    recordedAt: Int64, event: Event
  ) {
    self.sequence = sequence
    self.id = id
    self.part = part
    self.parts = parts
    self.by = by
    self.host = host
    self.recordedAt = recordedAt
    self.event = event
  }

  /// The first event of the commit it belongs to.
  package var commit: SequenceNumber { SequenceNumber(sequence.number - UInt64(part)) }
}

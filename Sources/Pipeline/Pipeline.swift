/// Everything the bureau carries: the fold of all events so far.
///
/// A value without I/O. ``decide(_:today:)`` says what a command would change and may refuse;
/// ``apply(_:)`` makes a recorded event part of the state and cannot fail. Copies share their
/// records.
package struct Pipeline: Hashable, Sendable {
  package internal(set) var projects = RecordTable<Project>()
  package internal(set) var activities = RecordTable<Activity>()
  package internal(set) var milestones = RecordTable<Milestone>()
  package internal(set) var directory: [DirectoryKey: DirectoryEntry] = [:]
  /// Where the records sleep that are not awake.
  var sleeping = KeptSource()
  /// What is kept beside the projects: requests, matters, targets and their like.
  package internal(set) var registers = Registers()
  /// The open cards of each stage from top to bottom, by `Stage.index`.
  package internal(set) var columns: [[ProjectID]] = Array(
    repeating: [], count: Stage.allCases.count)
  /// The last event applied.
  package internal(set) var version = SequenceNumber.origin
  /// The commits that may be taken back, oldest first: the last ``undoLimit``, and a few more.
  package internal(set) var undoable: [CommitReference] = []
  /// The undo commits that may be taken back in turn.
  package internal(set) var redoable: [CommitReference] = []
  /// The latest date met so far.
  var latest = LatestDate()
  /// Events of a newer version met so far.
  package internal(set) var unknownEvents = 0
  /// The last of them; the origin when there is none.
  package internal(set) var lastUnknown = SequenceNumber.origin

  package static let undoLimit = 1000
  /// How many commits past the limit are forgotten at a time.
  package static let undoSlack = 64

  package init() {}

  package subscript(id: ProjectID) -> Project? { projects[id.number] }
  package func activity(_ id: ActivityID) -> Activity? { activities[id.number] }
  package func milestone(_ id: MilestoneID) -> Milestone? { milestones[id.number] }
  package func column(_ stage: Stage) -> [ProjectID] { columns[stage.index] }

  package var nextProject: ProjectID { ProjectID(projects.lastNumber + 1) }
  package var nextActivity: ActivityID { ActivityID(activities.lastNumber + 1) }
  package var nextMilestone: MilestoneID { MilestoneID(milestones.lastNumber + 1) }

  /// The last commit by a person that is not taken back yet, or by anybody.
  package func lastUndoable(by actor: Actor?) -> CommitReference? {
    undoable.last { actor == nil || $0.uid == actor?.uid }
  }

  /// The last undo by a person that can itself be taken back.
  package func lastRedoable(by actor: Actor?) -> CommitReference? {
    redoable.last { actor == nil || $0.uid == actor?.uid }
  }
}

/// One commit: its first event, how many it has, and whose it was.
package struct CommitReference: Hashable, Sendable {
  package let first: SequenceNumber
  package let count: Int
  package let uid: UInt32
  /// Where it was last done again, ``first`` when it never was: what is taken back is read from there,
  /// with the neighbours that its cards had then.
  package let latest: SequenceNumber

  package init(
    first: SequenceNumber, count: Int, uid: UInt32, latest: SequenceNumber? = nil
  ) {
    self.first = first
    self.count = count
    self.uid = uid
    self.latest = latest ?? first
  }
}

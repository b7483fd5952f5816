package import SafeText

/// Why a command changes nothing: the rule and the facts, no sentence.
package enum Refusal: Error, Hashable, Sendable {
  case unknownProject(ProjectID)
  /// A program of the bureau's refused, in these words.
  case hook(String)
  case missing(ProjectID?, entering: Stage, [Requirement])
  case reasonNeeded(ProjectID, entering: Stage, [Requirement])
  case closed(ProjectID, Status)
  case notOnHold(ProjectID)
  case notClosed(ProjectID)
  case alreadyOnHold(ProjectID)
  case reasonMissing(ProjectID, Status.Kind)
  /// Losing or giving up a project wants the date it happened, as precisely as it is known.
  case dateMissing(ProjectID, Status.Kind)
  /// The review must come after this day: the day of the hold, or today when that is not known.
  case reviewNotAfter(Day, today: Day)
  case inFuture(BusinessDate, today: Day)
  case text(TextSite, TextFault)
  /// A value that is not of the form its field holds, such as 三千万 for an amount.
  case notAnAmount(Field, String)
  /// A count of an activity or a milestone that nobody can mean.
  case outOfRange(Quantity, Int)
  case tooMany(TextSite, limit: Int)
  case lastInColumn(ProjectID)
  /// Somebody changed the field since this person looked at it.
  case conflict(ProjectID, Field, theirs: FieldValue?, mine: FieldValue?)
  /// Somebody changed the member of a directory entry since this person looked at it.
  case entryConflict(DirectoryKey, DirectoryMember, theirs: FieldValue?, mine: FieldValue?)
  case unknownCluster(String)
  /// Something names the cluster, so it stays in the directory.
  case clusterInUse(String, by: ClusterUser)
  /// Nothing is called so.
  case nameUnknown(Renaming.Kind, String)
  /// Others are called so already, and nobody said that the two are one.
  case nameTaken(Renaming)
  /// Both have a target of the year and the measure of this one.
  case targetsMeet(RegisterEntry)
  /// Somebody moved the card since this person looked at it.
  case movedMeanwhile(ProjectID, now: Stage)
  /// A rule of the registers beside the projects.
  case register(RegisterRefusal)
  case nothingToUndo
  /// The project closed as a duplicate, and a later record of a newer version may rest on that.
  case closingInNewerUse(ProjectID, SequenceNumber)
  case cannotUndo(SequenceNumber, UndoObstacle)
  /// One record of an import breaks a rule.
  indirect case intake(IntakeSite, Refusal)

  /// Which text was refused.
  package enum TextSite: Hashable, Sendable {
    case field(Field)
    case reason, place, note, outcome, site, unit, counterpart, person, trip, line, name
  }

  /// Which record of an import, from 0.
  package enum IntakeSite: Hashable, Sendable {
    case project(Int)
    case stage(project: Int, stage: Int)
    case status(project: Int)
    case earlierStatus(project: Int, change: Int)
    case note(project: Int, note: Int)
    case activity(Int)
    case milestone(Int)
    case directory(Int)
    /// The n-th of a register.
    case register(RegisterKind, Int)
  }
}

/// Why a commit cannot be taken back.
package enum UndoObstacle: Hashable, Sendable {
  /// The card was moved or closed since.
  case changedSince(ProjectID)
  /// A field holds another value now.
  case fieldChanged(ProjectID, Field)
  /// Records were added to the project since, or a move names the record as evidence.
  case inUse(ProjectID)
  /// The record holds something else now.
  case entryChanged(RegisterKey)
  /// The record is no longer there.
  case gone
  /// The event was written by a newer version.
  case unknownEvent
  /// A later event was written by a newer version, and may rest on what this one made.
  case inNewerUse(SequenceNumber)
  /// It says what was done to the record itself, and changed nothing else.
  case noStep
}

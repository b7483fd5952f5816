/// What somebody asks of the registers beside the projects.
package enum RegisterCommand: Hashable, Sendable {
  /// Adds a record, or puts it in the place of the one with its key.
  ///
  /// A request or a hand-over without a number gets the next one. `seen` is the record that the
  /// person was looking at; when another one is there by now, nothing is changed.
  case save(RegisterEntry, seen: RegisterEntry? = nil)
  case remove(RegisterKey)
  /// Takes a request to a step, forward or back; the day is that of the step.
  ///
  /// Without a day a step keeps the one it had, and is taken today when it never was.
  case advance(RequestID, to: ServiceRequest.Status, on: BusinessDate?, RequestAnswer)
  /// Accepts or declines a hand-over; accepting makes the other unit the first lead.
  case answer(HandOverID, HandOver.Answer, on: BusinessDate, note: String?)
  /// Takes one project for the same as another: it closes as a duplicate, the other goes on with
  /// the records of both.
  case merge(ProjectID, into: ProjectID, on: BusinessDate)
}

/// What came of a request; what is nil stays as it is.
package struct RequestAnswer: Hashable, Sendable {
  package var result: String?
  package var trips: Int?
  package var satisfaction: Int?

  package init(result: String? = nil, trips: Int? = nil, satisfaction: Int? = nil) {
    self.result = result
    self.trips = trips
    self.satisfaction = satisfaction
  }
}

/// Which rule of the registers a command breaks.
package enum RegisterRefusal: Hashable, Sendable {
  case unknownRequest(RequestID)
  case unknownHandOver(HandOverID)
  case unknownEntry(RegisterKey)
  /// No delegated power has this code.
  case unknownMatter(String)
  /// A request names the power, so it stays in the catalogue.
  case matterInUse(String, by: RequestID)
  /// A member that must be there is empty.
  case missing(RegisterKind, member: String)
  case outOfRange(Int, ClosedRange<Int>)
  /// A date is before the one it follows: a step of a request, or the answer to a hand-over.
  case before(BusinessDate, earliest: Day)
  case dueBefore(Day, received: Day)
  /// Satisfaction is asked for when the request is closed.
  case notClosed
  case wantsAmount(Target.Measure)
  case wantsCount(Target.Measure)
  /// A phase belongs to a project, or to something that is named.
  case phaseOfNothing
  case handedToItself(String)
  /// The project was offered already, and nobody answered yet.
  case alreadyOffered(ProjectID, to: String)
  case alreadyAnswered(HandOver.Answer)
  case mergedWithItself(ProjectID)
  /// The other project is no longer on the register.
  case mergedIntoRemoved(ProjectID)
  /// A move of the other project goes by a record that it has by the merger.
  case mergerInUse(ProjectID)
  /// The other project was itself merged into a third one.
  case mergedFurther(ProjectID, into: ProjectID)
  /// The other project moved on from where the merger had brought it.
  case movedSinceMerger(ProjectID)
  /// Another unit leads the project than the one that offered it.
  case leadChanged(ProjectID, from: String?, now: String)
  /// Result and trips are asked for when the request is closed.
  case answerBeforeClosing
  /// Somebody changed the record since this person looked at it.
  case changedMeanwhile(RegisterKind)
}

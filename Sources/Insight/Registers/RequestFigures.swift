package import Pipeline

/// What service requests come to: how many, how fast, with how many trips, how content.
package struct RequestFigures: Hashable, Sendable {
  package var received = 0
  package var open: Int { received - closed }
  package var closed = 0
  package var fast = 0
  /// Open ones past their due day, the longest late first.
  package var overdue: [RequestID] = []
  /// Closed ones of which both the due day and the day of closing are known, and those in time.
  package var timed = 0
  package var inTime = 0
  /// Closed ones of which the number of trips is known, and those settled with one or none.
  package var tripsKnown = 0
  package var oneTrip = 0
  /// Those whose firm was asked, those content (4 or 5), and the sum of all marks.
  package var asked = 0
  package var content = 0
  package var marks = 0

  /// 只跑一次: of those whose trips are known.
  package var oneTripShare: Double? { share(oneTrip, of: tripsKnown) }
  /// 按时办结: of those closed with both days known.
  package var inTimeShare: Double? { share(inTime, of: timed) }
  /// 满意率: of those asked.
  package var contentShare: Double? { share(content, of: asked) }
  package var meanMark: Double? { share(marks, of: asked) }

  package init() {}
}

/// Which service requests are asked for.
package struct RequestQuestion: Hashable, Sendable {
  package var moment: Moment
  /// Those received in it; one received nobody knows when is in every period.
  package var period: Period
  package var unit: String?
  package var kind: ServiceRequest.Kind?

  package init(
    at moment: Moment, period: Period = Period(), unit: String? = nil,
    kind: ServiceRequest.Kind? = nil
  ) {
    self.moment = moment
    self.period = period
    self.unit = unit
    self.kind = kind
  }
}

extension Pipeline {
  /// The requests asked for, by number, each as it stood at that moment.
  ///
  /// - Complexity: O(n log n) in requests.
  package func requests(_ question: RequestQuestion) -> [ServiceRequest] {
    requests.compactMap { request in
      guard request.received.isSettled(by: question.moment.limit),
        request.received.settled.map({ question.period.contains($0) }) ?? true,
        question.unit.map({ $0 == request.unit }) ?? true,
        question.kind.map({ $0 == request.kind }) ?? true
      else { return nil }
      return request.standing(asOf: question.moment.limit)
    }
  }

  /// The open requests with a day they are due, by number; those without a project are left out
  /// where a filter asks for projects.
  ///
  /// - Complexity: O(n log n) in requests.
  package func dueRequests(at moment: Moment, passing filter: Filter?) -> [ServiceRequest] {
    requests(RequestQuestion(at: moment)).filter { request in
      !request.isClosed && request.due != nil && concerns(request.project, filter, moment)
    }
  }

  /// Whether something about a project, or about none, passes a filter.
  package func concerns(_ project: ProjectID?, _ filter: Filter?, _ moment: Moment) -> Bool {
    guard let filter, !filter.isEmpty else { return true }
    guard let project = project.flatMap({ self[$0] }) else { return false }
    return filter.matches(project, in: self, at: moment)
  }

  /// The figures of the requests asked for.
  package func requestFigures(_ question: RequestQuestion) -> RequestFigures {
    RequestFigures(of: requests(question), on: question.moment.day)
  }
}

extension RequestFigures {
  /// The figures of some requests, as they stand.
  package init(of requests: [ServiceRequest], on day: Day) {
    self.init()
    var late: [(id: RequestID, due: Day)] = []
    for request in requests {
      received += 1
      if request.isFast { fast += 1 }
      if let mark = request.satisfaction {
        asked += 1
        marks += mark
        if mark >= 4 { content += 1 }
      }
      if request.isClosed {
        closed += 1
        if let due = request.due, let closed = (request.closed ?? request.revisited)?.settled {
          timed += 1
          if closed <= due { inTime += 1 }
        }
        if let trips = request.trips {
          tripsKnown += 1
          if trips <= 1 { oneTrip += 1 }
        }
      } else if let due = request.due, due < day {
        late.append((request.id, due))
      }
    }
    overdue = late.sorted { ($0.due, $0.id) < ($1.due, $1.id) }.map(\.id)
  }
}

extension BusinessDate {
  /// Whether it belongs to the picture of a day, or to that of now when there is none.
  func isSettled(by cutoff: Cutoff?) -> Bool { cutoff.map { isSettled(by: $0) } ?? true }
}

extension ServiceRequest {
  /// How late an open request is on a day; nil when it is not.
  package func daysLate(on day: Day) -> Int? {
    guard !isClosed, let due, due < day else { return nil }
    return day.days(since: due)
  }

  /// The request without the steps that were taken later.
  package func standing(asOf cutoff: Cutoff) -> ServiceRequest {
    var standing = self
    standing.forwarded = forwarded?.by(cutoff)
    standing.started = started?.by(cutoff)
    standing.closed = closed?.by(cutoff)
    standing.revisited = revisited?.by(cutoff)
    if isClosed, !standing.isClosed {
      standing.result = nil
      standing.satisfaction = nil
      standing.trips = nil
    }
    return standing
  }
}

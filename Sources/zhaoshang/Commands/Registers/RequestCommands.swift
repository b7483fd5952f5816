internal import Insight
internal import ArgumentParser
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang request list|add|show|move|edit|remove|figures`.
struct RequestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "request", .request,
    [
      RequestListCommand.self, RequestAddCommand.self, RequestShowCommand.self,
      RequestMoveCommand.self, RequestEditCommand.self, RequestRemoveCommand.self,
      RequestFiguresCommand.self,
    ])
}

/// The subcommand `zhaoshang request add FIRM SUBJECT`.
struct RequestAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration("add", .requestAdd)

  @Argument(help: .entry(.firm)) var firm: String
  @Argument(help: .entry(.subject)) var subject: String
  @Option(help: .entry(.requestKind), completion: .codes(of: ServiceRequest.Kind.self))
  var kind = "need"
  @Option(help: .entry(.received, "date")) var received: String?
  @OptionGroup var particulars: RequestParticulars
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      let request = ServiceRequest(
        organisation: firm, kind: try workplace.known(kind, as: .kind), subject: subject,
        received: try workplace.date(received))
      return .register(
        .save(.request(try particulars.filled(request, workplace, pipeline))))
    }
  }
}

/// What can be said of a request when it is added and later.
struct RequestParticulars: ParsableArguments {
  @Option(help: .entry(.category), completion: .codes(of: ServiceRequest.Category.self))
  var category: String?
  @Option(help: .entry(.channel)) var channel: String?
  @Flag(help: .entry(.fast)) var fast = false
  @Option(help: .entry(.unit)) var unit: String?
  @Option(help: .entry(.due, "date")) var due: String?
  @Option(help: .entry(.matter, "code")) var matter: String?
  @Option(help: .entry(.project), completion: .projects) var project: String?
  @Option(help: .of(.note)) var note: String?

  var isEmpty: Bool {
    !fast && [category, channel, unit, due, matter, project, note].allSatisfy { $0 == nil }
  }

  func filled(_ request: ServiceRequest, _ workplace: Workplace, _ pipeline: Pipeline)
    throws(Failure) -> ServiceRequest
  {
    var request = request
    if let category { request.category = try workplace.known(category, as: .kind) }
    request.channel = channel ?? request.channel
    // Called to the fast lane, it is due sooner than it was.
    if fast && !request.isFast && due == nil { request.due = nil }
    request.isFast = fast || request.isFast
    request.unit = unit ?? request.unit
    if let due { request.due = try workplace.day(due) }
    request.matter = matter ?? request.matter
    if let project { request.project = try workplace.project(project, in: pipeline) }
    request.note = note ?? request.note
    return request
  }
}

/// The subcommand `zhaoshang request edit NUMBER …`.
struct RequestEditCommand: ParsableCommand {
  static let configuration = CommandConfiguration("edit", .requestEdit)

  @Argument(help: .entry(.requestNumber)) var number: UInt32
  @OptionGroup var particulars: RequestParticulars
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      if particulars.isEmpty { throw Failure(.wrongCommandLine, workplace.words.nothingToSet) }
      let old = try workplace.request(number, in: pipeline)
      let new = try particulars.filled(old, workplace, pipeline)
      return .register(.save(.request(new), seen: .request(old)))
    }
  }
}

/// The subcommand `zhaoshang request move NUMBER STATUS`.
struct RequestMoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration("move", .requestMove)

  @Argument(help: .entry(.requestNumber)) var number: UInt32
  @Argument(
    help: .entry(.requestStatus), completion: .codes(of: ServiceRequest.Status.self))
  var status: String
  @Option(help: .entry(.on, "date")) var on: String?
  @Option(help: .entry(.result)) var result: String?
  @Option(help: .entry(.trips)) var trips: Int?
  @Option(help: .entry(.satisfaction)) var satisfaction: Int?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      .register(
        .advance(
          RequestID(number),
          to: try workplace.known(status, called: workplace.words.heading(of: .status)),
          on: try on.map { text throws(Failure) in try workplace.date(text) },
          RequestAnswer(result: result, trips: trips, satisfaction: satisfaction)))
    }
  }
}

/// The subcommand `zhaoshang request remove NUMBER`: of one entered by mistake.
struct RequestRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration("remove", .requestRemove)

  @Argument(help: .entry(.requestNumber)) var number: UInt32
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      .register(.remove(RegisterKey(try workplace.request(number, in: pipeline).id)))
    }
  }
}

extension Workplace {
  func request(_ number: UInt32, in pipeline: Pipeline) throws(Failure) -> ServiceRequest {
    guard let request = pipeline.request(RequestID(number)) else {
      throw Failure(
        .refused,
        words.refusal(.register(.unknownRequest(RequestID(number))), pipeline: pipeline))
    }
    return request
  }
}

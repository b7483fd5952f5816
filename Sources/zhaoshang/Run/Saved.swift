internal import JSON
internal import Pipeline
internal import Wording

/// What a commit stored, and the pipeline after it.
struct Saved {
  let events: [RecordedEvent]
  let pipeline: Pipeline

  /// Says what changed, one line an event at most eight times with the last one among them, and that
  /// it is on the disk.
  func tell(in words: Words) throws(Failure) {
    guard let last = events.last else {
      Output.say(words.nothingChanged)
      return
    }
    let first = events.prefix(events.count > 8 ? 7 : 8)
    var lines = first.map { words.event($0.event, pipeline: pipeline) }
    if events.count > 8 {
      lines += ["… +\(events.count - 8)", words.event(last.event, pipeline: pipeline)]
    }
    try Output.result(lines.joined(separator: "\n"))
    Output.say(words.saved(last.sequence))
  }

  /// What was saved: `{"seq":12,"events":1,"projects":[27]}`.
  ///
  /// `seq` is null when nothing changed. New service requests and hand-overs have their numbers in
  /// `requests` and `hand_overs`, which are left out when there are none.
  var json: JSONText {
    var projects: [ProjectID] = []
    var known: Set<ProjectID> = []
    for event in events {
      for id in event.event.projects where known.insert(id).inserted { projects.append(id) }
    }
    var object = JSONObject()
    object["seq"] = events.last.map { .integer($0.sequence.number) } ?? .null
    object["events"] = .integer(events.count)
    object["projects"] = .array(projects.map { .integer($0.number) })
    var requests: [JSONValue] = []
    var handOvers: [JSONValue] = []
    for event in events {
      guard case .registerChanged(let change) = event.event, change.old == nil else { continue }
      switch change.new {
      case .request(let request): requests.append(.integer(request.id.number))
      case .handOver(let handOver): handOvers.append(.integer(handOver.id.number))
      default: break
      }
    }
    if !requests.isEmpty { object["requests"] = .array(requests) }
    if !handOvers.isEmpty { object["hand_overs"] = .array(handOvers) }
    return JSONText(.object(object))
  }
}

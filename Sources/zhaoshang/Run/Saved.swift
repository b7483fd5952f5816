internal import JSON
internal import Pipeline
internal import Wording

/// What a commit stored, and the pipeline after it.
struct Saved {
  let events: [RecordedEvent]
  let pipeline: Pipeline

  /// Says that it is on the disk, and then what changed: one line an event, at most eight times with
  /// the last one among them.
  ///
  /// First that it is saved, because that is true whatever becomes of the rest; of JSON, which says
  /// so itself, only when that cannot be printed.
  ///
  /// - Parameter summary: Said in place of the events.
  /// - Throws: ``Failure`` with ``ExitStatus/doneUntold`` when stdout takes no more: whoever called
  ///   must not do it again.
  func tell(_ summary: String? = nil, asJSON: Bool, in words: Words) throws(Failure) {
    let last = events.last
    if asJSON { return try Output.outcome(json.text, saved: last?.sequence, words) }
    if let last { Output.say(words.saved(last.sequence)) }
    guard summary != nil || !events.isEmpty else { return Output.say(words.nothingChanged) }
    var lines = events.prefix(events.count > 8 ? 7 : 8).map {
      words.event($0.event, pipeline: pipeline)
    }
    if events.count > 8, let last {
      lines += ["… +\(events.count - 8)", words.event(last.event, pipeline: pipeline)]
    }
    try Output.outcome(summary ?? lines.joined(separator: "\n"), words)
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

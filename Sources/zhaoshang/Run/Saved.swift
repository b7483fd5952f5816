internal import JSON
internal import Pipeline
internal import Wording

/// What a commit stored, and the pipeline after it.
struct Saved {
  let events: [RecordedEvent]
  let pipeline: Pipeline

  /// Says what changed, one line an event at most eight times, and that it is on the disk.
  func tell(in words: Words) throws(Failure) {
    guard let last = events.last else {
      Output.say(words.nothingChanged)
      return
    }
    var lines = events.prefix(8).map { words.event($0.event, pipeline: pipeline) }
    if events.count > 8 { lines.append("… +\(events.count - 8)") }
    try Output.result(lines.joined(separator: "\n"))
    Output.say(words.saved(last.sequence))
  }

  /// `{"seq":12,"events":1,"projects":[27]}`; `seq` is null when nothing changed.
  var json: JSONText {
    var projects: [ProjectID] = []
    for event in events {
      for id in event.event.projects where !projects.contains(id) { projects.append(id) }
    }
    return JSONText([
      "seq": events.last.map { .integer($0.sequence.number) } ?? .null,
      "events": .integer(events.count),
      "projects": .array(projects.map { .integer($0.number) }),
    ])
  }
}

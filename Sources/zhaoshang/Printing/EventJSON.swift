internal import JSON
internal import Pipeline
internal import Wording

extension Event {
  /// What an event says, for programs.
  func json(in words: Words, _ pipeline: Pipeline) -> JSONObject {
    var object = JSONObject()
    object["kind"] = .init(kind?.rawValue)
    object["projects"] = .array(projects.map { .integer($0.number) })
    object["text"] = .string(words.event(self, pipeline: pipeline))
    return object
  }
}

extension RecordedEvent {
  /// An event with its number, its author and its time, for programs.
  func json(in words: Words, _ pipeline: Pipeline) -> JSONValue {
    [
      "seq": .integer(sequence.number), "id": .string(id),
      "commit": .integer(commit.number), "kind": .init(event.kind?.rawValue),
      "projects": .array(event.projects.map { .integer($0.number) }),
      "by": [
        "uid": .integer(by.uid), "name": .string(by.name),
        "account": .string(Surroundings.accountName(by.uid)),
      ], "host": .string(host),
      "recorded_ms": .integer(recordedAt),
      "text": .string(words.event(event, pipeline: pipeline)),
    ]
  }

  /// The same as one line, with its line feed.
  func line(in words: Words, _ pipeline: Pipeline) -> [UInt8] {
    JSONWriter.bytes(of: json(in: words, pipeline)) + [UInt8(ascii: "\n")]
  }
}

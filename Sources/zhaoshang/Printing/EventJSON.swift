internal import JSON
internal import Pipeline
internal import Storage
internal import Wording

extension Event {
  /// What an event that is to be stored says, for programs: with who is about to store it.
  func json(by actor: Actor, in words: Words, _ pipeline: Pipeline) -> JSONObject {
    var object = JSONObject()
    object["kind"] = .init(kind?.rawValue)
    object["projects"] = .array(projects.map { .integer($0.number) })
    object["by"] = actor.json
    object["text"] = .string(words.event(self, pipeline: pipeline))
    object["data"] = data ?? .null
    return object
  }
}

extension Actor {
  fileprivate var json: JSONValue {
    [
      "uid": .integer(uid), "name": .string(name),
      "account": .string(Surroundings.accountName(uid)),
    ]
  }
}

extension RecordedEvent {
  /// An event with its number, its author and its time, for programs.
  func json(in words: Words, _ pipeline: Pipeline) -> JSONValue {
    [
      "seq": .integer(sequence.number), "id": .string(id),
      "commit": .integer(commit.number), "kind": .init(event.kind?.rawValue),
      "projects": .array(event.projects.map { .integer($0.number) }),
      "by": by.json, "host": .string(host),
      "recorded_ms": .integer(recordedAt),
      "text": .string(words.event(event, pipeline: pipeline)),
    ]
  }

  /// The same with all that was stored, as one line with its line feed.
  func line(in words: Words, _ pipeline: Pipeline) -> [UInt8] {
    var object = json(in: words, pipeline).object ?? JSONObject()
    object["data"] = event.data ?? .null
    return JSONWriter.bytes(of: .object(object)) + [UInt8(ascii: "\n")]
  }
}

package import JSON
package import Pipeline

extension Event {
  /// What the journal keeps of it, for programs: the members of its `data`, old and new values with
  /// them; nil for an event of a newer version that has none.
  ///
  /// - Complexity: O(its bytes).
  package var data: JSONValue? {
    var writer = EventWriter()
    writer.json.beginObject()
    writer.event(self)
    writer.json.endObject()
    return (try? JSONValue.parse(writer.json.bytes))?.object?["data"]
  }
}

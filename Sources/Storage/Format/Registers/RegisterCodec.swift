internal import JSON
internal import Pipeline

/// A register's record in the words of the journal: `{"request":{…}}`.
enum RegisterCodec {
  static func text(of entry: RegisterEntry) -> String {
    JSONWriter.text(of: value(of: entry))
  }

  static func value(of entry: RegisterEntry) -> JSONValue {
    var writing = MemberWriting()
    // A visitor changes what it sees only when it reads.
    var entry = entry
    entry.visit(&writing)
    var object = JSONObject()
    object[entry.key.kind.rawValue] = .object(writing.object)
    return .object(object)
  }

  /// The record in a text; nil when it is none of this version's.
  static func entry(_ text: String) -> RegisterEntry? {
    guard let object = try? JSONValue.parse(text).object, let member = object.members.first,
      let kind = RegisterKind(rawValue: member.key), let members = member.value.object
    else { return nil }
    var entry = RegisterEntry(blank: kind)
    var reading = MemberReading(object: members)
    do throws(MemberReading.Mismatch) { try entry.visit(&reading) } catch { return nil }
    return entry
  }
}

extension EventWriter {
  mutating func registerChange(_ change: RegisterChange) {
    if let old = change.old {
      json.key("old")
      json.value(RegisterCodec.value(of: old))
    }
    if let new = change.new {
      json.key("new")
      json.value(RegisterCodec.value(of: new))
    }
  }
}

extension EventReader {
  mutating func registerChanged() throws(JSONFault) -> Event {
    var (old, new): (RegisterEntry?, RegisterEntry?)
    try json.beginObject()
    while let key = try json.nextMember() {
      switch key {
      case "old": old = try registerEntry()
      case "new": new = try registerEntry()
      default: try json.skipValue()
      }
    }
    return .registerChanged(try required(RegisterChange(old: old, new: new)))
  }

  private mutating func registerEntry() throws(JSONFault) -> RegisterEntry {
    let start = json.position
    try json.skipValue()
    return try required(RegisterCodec.entry(try json.rawText(start..<json.position)))
  }
}

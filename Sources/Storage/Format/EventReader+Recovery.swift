internal import JSON
internal import Pipeline

extension EventReader {
  mutating func storeRecovered() throws(JSONFault) -> Event {
    var kind: StoreRecovery.Kind?
    var recovery = StoreRecovery(.putAside)
    try json.beginObject()
    while let key = try json.nextMember() {
      switch key {
      case "what": kind = try word(Words.recoveries)
      case "files": recovery.files = try texts()
      case "kept": recovery.kept = try texts()
      case "bytes": recovery.bytes = try json.integer()
      case "first": recovery.first = SequenceNumber(try json.integer())
      case "last": recovery.last = SequenceNumber(try json.integer())
      default: try json.skipValue()
      }
    }
    recovery.kind = try required(kind)
    return .storeRecovered(recovery)
  }
}

internal import JSON
internal import Pipeline

extension EventReader {
  mutating func reminded() throws(JSONFault) -> Event {
    var (person, day, step): (String?, Day?, Reminder.Step?)
    var count = 0
    try json.beginObject()
    while let key = try json.nextMember() {
      switch key {
      case "person": person = try json.string()
      case "day": day = try self.day()
      case "step": step = try word(Words.reminderSteps)
      case "count": count = try json.integer()
      default: try json.skipValue()
      }
    }
    return .reminded(
      Reminder(try required(person), of: try required(day), try required(step), count: count))
  }
}

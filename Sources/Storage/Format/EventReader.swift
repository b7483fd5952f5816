internal import JSON
internal import Pipeline

/// Reads events where they lie, without a tree in between.
///
/// Members it does not know are passed over. A word, a kind or a version it does not know makes the
/// event ``Event/unknown(kind:json:)``: the checksum says that it was written so, only not by us.
struct EventReader {
  var json: JSONScanner
  /// How many events this one is nested in; a redo holds an undo that holds an event.
  private var depth = 0

  init(_ json: JSONScanner) { self.json = json }

  /// The members `kind`, `v` and `data` of an event, as they are met.
  struct Body {
    var kind: Event.Kind?
    /// The kind's word, when it is none of ours.
    var word: String?
    var version = 0
    /// Where `"v":1,"data":{…}` lies.
    var range: Range<Int>?
    var event: Event?
  }

  /// Takes one member of a body, its key just read; false when it is none of a body's.
  mutating func take(_ key: JSONScanner.Key, _ body: inout Body) throws(JSONFault) -> Bool {
    switch key {
    case "kind":
      let start = json
      if let word = try json.plainString(), let kind = Words.kinds.value(word) {
        body.kind = kind
      } else {
        json = start
        body.word = try json.string()
      }
    case "v":
      body.range = key.range.lowerBound - 1..<key.range.upperBound
      body.version = try json.integer()
    case "data":
      let start = json
      if let kind = body.kind, body.version == EventWriter.kindVersion {
        do throws(JSONFault) {
          body.event = try event(kind)
        } catch {
          // If it is not even JSON, passing over it says so.
          json = start
          try json.skipValue()
        }
      } else {
        try json.skipValue()
      }
      body.range = (body.range?.lowerBound ?? key.range.lowerBound - 1)..<json.position
    default: return false
    }
    return true
  }

  /// The event of a body that has been read.
  func event(of body: Body) throws(JSONFault) -> Event {
    if let event = body.event { return event }
    guard let kind = body.word ?? body.kind?.rawValue else {
      throw JSONFault(.unexpectedValue, at: json.position)
    }
    let members = try body.range.map { range throws(JSONFault) in try json.rawText(range) } ?? ""
    return .unknown(kind: kind, json: "{\(members)}")
  }

  /// The event whose members come next.
  mutating func event(_ kind: Event.Kind) throws(JSONFault) -> Event {
    switch kind {
    case .projectAdded: try projectAdded()
    case .fieldsChanged: try fieldsChanged()
    case .moved: try moved()
    case .statusChanged: try statusChanged()
    case .placed: try placed()
    case .noted: try noted()
    case .activityLogged: try activityLogged()
    case .milestoneReached: try milestoneReached()
    case .directoryChanged: try directoryChanged()
    case .registerChanged: try registerChanged()
    case .storeRecovered: try storeRecovered()
    case .reminded: try reminded()
    case .undone:
      try nested { (reader) throws(JSONFault) in try reader.undone() }
    }
  }

  private mutating func nested(
    _ read: (inout EventReader) throws(JSONFault) -> Event
  ) throws(JSONFault) -> Event {
    if depth == EventReader.depthLimit { throw json.tooDeep() }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private static let depthLimit = 16

  // MARK: Values

  func mismatch() -> JSONFault { JSONFault(.unexpectedValue, at: json.position) }

  /// A value that must be there.
  func required<Value>(_ value: Value?) throws(JSONFault) -> Value {
    guard let value else { throw mismatch() }
    return value
  }

  mutating func word<Value>(_ words: Vocabulary<Value>) throws(JSONFault) -> Value {
    guard let bytes = try json.plainString(), let value = words.value(bytes) else {
      throw mismatch()
    }
    return value
  }

  mutating func project() throws(JSONFault) -> ProjectID { ProjectID(try json.integer()) }

  mutating func day() throws(JSONFault) -> Day {
    guard let bytes = try json.plainString(), let day = EventReader.day(bytes, at: 0),
      bytes.count == 10
    else { throw mismatch() }
    return day
  }

  mutating func date() throws(JSONFault) -> BusinessDate {
    guard let bytes = try json.plainString() else { throw mismatch() }
    switch bytes.count {
    case 10: return .day(try required(EventReader.day(bytes, at: 0)))
    default:
      return try required(BusinessDate(String(decoding: bytes, as: UTF8.self)))
    }
  }

  static func day(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Day? {
    guard bytes.count >= start + 10, bytes[start + 4] == 0x2D, bytes[start + 7] == 0x2D else {
      return nil
    }
    var isDigits = true
    func number(_ from: Int, _ count: Int) -> Int {
      var value = 0
      for index in start + from..<start + from + count {
        let digit = Int(bytes[index]) - 0x30
        if digit < 0 || digit > 9 { isDigits = false }
        value = value * 10 + digit
      }
      return value
    }
    let (year, month, day) = (number(0, 4), number(5, 2), number(8, 2))
    return isDigits ? Day(year: year, month: month, day: day) : nil
  }

  mutating func texts() throws(JSONFault) -> [String] {
    var texts: [String] = []
    try json.beginArray()
    while try json.nextElement() { texts.append(try json.string()) }
    return texts
  }

  mutating func numbers<Value>(_ make: (UInt32) -> Value) throws(JSONFault) -> [Value] {
    var values: [Value] = []
    try json.beginArray()
    while try json.nextElement() { values.append(make(try json.integer())) }
    return values
  }

  mutating func amount() throws(JSONFault) -> Amount {
    if try json.kind() == .string {
      guard try json.string() == "undisclosed" else { throw mismatch() }
      return .undisclosed
    }
    var start: JSONScanner?
    var unit: Money.Unit?
    var currency: Currency?
    try json.beginObject()
    while let key = try json.nextMember() {
      switch key {
      case "value":
        start = json
        try json.skipValue()
      case "unit": unit = try word(Words.units)
      case "currency":
        guard let bytes = try json.plainString() else { throw mismatch() }
        currency =
          bytes.elementsEqual("CNY".utf8)
          ? .yuan : Currency(code: String(decoding: bytes, as: UTF8.self))
      default: try json.skipValue()
      }
    }
    var value = try required(start)
    let (known, code) = (try required(unit), try required(currency))
    let again = value
    if let bytes = try value.plainString(),
      let money = Money(canonical: bytes, unit: known, currency: code)
    {
      return .known(money)
    }
    value = again
    return .known(try required(Money(value.string(), unit: known, currency: code)))
  }

  mutating func fieldValue(_ field: Field) throws(JSONFault) -> FieldValue {
    switch field.form {
    case .name, .line, .note, .json: .text(try json.string())
    case .list: .list(try texts())
    case .amount: .amount(try amount())
    case .date: .date(try date())
    case .kind: .kind(try word(Words.projectKinds))
    case .next: .next(try nextStep())
    }
  }

  private mutating func nextStep() throws(JSONFault) -> NextStep {
    var text: String?
    var step = NextStep(text: "", due: nil)
    try json.beginObject()
    while let key = try json.nextMember() {
      switch key {
      case "text": text = try json.string()
      case "due": step.due = try day()
      case "who": step.who = try json.string()
      default: try json.skipValue()
      }
    }
    step.text = try required(text)
    return step
  }
}

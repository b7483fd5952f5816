internal import Pipeline

// The values records are made of, and the texts they share.
extension CheckpointDecoder {
  mutating func value() throws(Checkpoint.Fault) -> FieldValue {
    switch try source.byte() {
    case 0:
      guard let text = try common() else { throw .contents }
      return .text(text)
    case 1: return .list(try commonList())
    case 2: return .amount(try amount())
    case 3: return .date(try date())
    case 4: return .kind(try place(CheckpointWords.projectKinds))
    case 5: return .next(try next())
    default: throw .contents
    }
  }

  mutating func amount() throws(Checkpoint.Fault) -> Amount {
    switch try source.byte() {
    case 0: return .undisclosed
    case 1:
      let value = try source.text()
      let unit = try place(CheckpointWords.units)
      guard let code = try common(), let currency = code == "CNY" ? .yuan : Currency(code: code)
      else { throw .contents }
      return .known(
        Money(rebuilding: value, unit: unit, currency: currency, minor: try source.signed()))
    default: throw .contents
    }
  }

  mutating func next() throws(Checkpoint.Fault) -> NextStep {
    guard let text = try common() else { throw .contents }
    let due = try optional { reader throws(Checkpoint.Fault) in try reader.day() }
    return NextStep(text: text, due: due, who: try common())
  }

  mutating func day() throws(Checkpoint.Fault) -> Day {
    guard let number = Int32(exactly: try source.signed()) else { throw .contents }
    return Day(number: number)
  }

  mutating func date() throws(Checkpoint.Fault) -> BusinessDate {
    switch try source.byte() {
    case 0: .unknown
    case 1: .day(try day())
    case 2: .month(year: try int(), month: try int())
    case 3: .range(try day(), try day())
    default: throw .contents
    }
  }

  mutating func sequence() throws(Checkpoint.Fault) -> SequenceNumber {
    SequenceNumber(try source.number())
  }

  mutating func int() throws(Checkpoint.Fault) -> Int { Int(try source.signed()) }

  mutating func place<Value>(_ places: CheckpointWords.Places<Value>)
    throws(Checkpoint.Fault) -> Value
  {
    let place = Int(try source.byte())
    guard place < places.values.count else { throw .contents }
    return places.values[place]
  }

  mutating func numbers<Value>(_ make: (UInt32) -> Value) throws(Checkpoint.Fault)
    -> [Value]
  {
    let count = try source.count()
    var numbers: [Value] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count { numbers.append(make(try source.small())) }
    return numbers
  }

  mutating func list<Value>(
    _ read: (inout CheckpointDecoder) throws(Checkpoint.Fault) -> Value
  ) throws(Checkpoint.Fault) -> [Value] {
    let count = try source.count()
    var values: [Value] = []
    values.reserveCapacity(min(count, 4096))
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  mutating func optional<Value>(
    _ read: (inout CheckpointDecoder) throws(Checkpoint.Fault) -> Value
  ) throws(Checkpoint.Fault) -> Value? {
    switch try source.byte() {
    case 0: nil
    case 1: try read(&self)
    default: throw .contents
    }
  }

  mutating func own() throws(Checkpoint.Fault) -> String? {
    switch try source.byte() {
    case 0: nil
    case 1: try source.text()
    default: throw .contents
    }
  }

  mutating func ownTexts() throws(Checkpoint.Fault) -> [String] {
    let count = try source.count()
    var texts: [String] = []
    texts.reserveCapacity(count)
    for _ in 0..<count { texts.append(try source.text()) }
    return texts
  }

  mutating func common() throws(Checkpoint.Fault) -> String? {
    switch try source.number() {
    case 0: return nil
    case 1: return try source.text()
    case let place:
      let bytes = try body.textBytes(place - 2)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  mutating func commonList() throws(Checkpoint.Fault) -> [String] {
    let count = try source.count()
    var texts: [String] = []
    texts.reserveCapacity(count)
    for _ in 0..<count {
      guard let text = try common() else { throw .contents }
      texts.append(text)
    }
    return texts
  }
}

internal import Pipeline

// How a value within a record is written.
extension CheckpointEncoder {
  mutating func value(_ value: FieldValue) {
    switch value {
    case .text(let text):
      sink.byte(0)
      common(text)
    case .list(let texts):
      sink.byte(1)
      list(texts)
    case .amount(let amount):
      sink.byte(2)
      self.amount(amount)
    case .date(let date):
      sink.byte(3)
      self.date(date)
    case .kind(let kind):
      sink.byte(4)
      sink.byte(CheckpointWords.projectKinds.place(of: kind))
    case .next(let step):
      sink.byte(5)
      next(step)
    }
  }

  mutating func amount(_ amount: Amount) {
    switch amount {
    case .undisclosed: sink.byte(0)
    case .known(let money):
      sink.byte(1)
      sink.text(money.value)
      sink.byte(CheckpointWords.units.place(of: money.unit))
      common(money.currency.code)
      sink.signed(money.minor)
    }
  }

  mutating func next(_ step: NextStep) {
    common(step.text)
    optional(step.due) { $0.sink.signed(Int64($1.number)) }
    common(step.who)
  }

  mutating func date(_ date: BusinessDate) {
    switch date {
    case .unknown: sink.byte(0)
    case .day(let day):
      sink.byte(1)
      sink.signed(Int64(day.number))
    case .month(let year, let month):
      sink.byte(2)
      sink.signed(Int64(year))
      sink.signed(Int64(month))
    case .range(let first, let last):
      sink.byte(3)
      sink.signed(Int64(first.number))
      sink.signed(Int64(last.number))
    }
  }

  mutating func numbers(_ numbers: [UInt32]) {
    sink.number(UInt64(numbers.count))
    for number in numbers { sink.number(number) }
  }

  mutating func optional<Value>(
    _ value: Value?, _ write: (inout CheckpointEncoder, Value) -> Void
  ) {
    sink.byte(value == nil ? 0 : 1)
    if let value { write(&self, value) }
  }

  /// A text of its record's own: written out.
  mutating func own(_ text: String?) { optional(text) { $0.sink.text($1) } }

  mutating func ownTexts(_ texts: [String]) {
    sink.number(UInt64(texts.count))
    for text in texts { sink.text(text) }
  }

  /// The longest text that is looked for among those written before.
  private static let commonLimit = 128

  /// A text that other records are likely to have too: 0 for none, 1 for one written out here because
  /// it is not worth remembering, else its place in the table of texts.
  mutating func common(_ text: String?) {
    guard let text else { return sink.byte(0) }
    if text.utf8.count > CheckpointEncoder.commonLimit {
      sink.byte(1)
      sink.text(text)
    } else if let place = texts[ExactText(text: text)] {
      sink.number(place + 2)
    } else {
      let place = UInt64(texts.count)
      texts[ExactText(text: text)] = place
      textBytes.append(contentsOf: text.utf8)
      textEnds.append(UInt32(clamping: textBytes.count))
      sink.number(place + 2)
    }
  }

  /// A list of such texts.
  mutating func list(_ list: [String]) {
    sink.number(UInt64(list.count))
    for text in list { common(text) }
  }
}

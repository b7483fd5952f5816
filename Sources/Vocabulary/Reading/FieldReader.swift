package import Pipeline

/// Reads what is typed for a field of a project: one reader for forms, command line and files.
package struct FieldReader: Sendable {
  package var amounts: AmountContext
  /// Its tense is the field's.
  package var dates: DateContext

  package init(amounts: AmountContext = .typed, dates: DateContext) {
    self.amounts = amounts
    self.dates = dates
  }

  /// Of what a person types on a day.
  package init(today: Day) { self.init(dates: DateContext(today: today)) }

  /// A field's value; nil when nothing stands there.
  package struct Reading: Hashable, Sendable {
    package var value: FieldValue?
    /// What the text says beyond the value: 约2亿, 3-5亿元; nil when the value says it all.
    package var words: String?

    package init(value: FieldValue? = nil, words: String? = nil) {
      self.value = value
      self.words = words
    }
  }

  /// - Throws: Also for a typed range of amounts: the person is there to say which it is. In a file
  ///   it has no value, and words.
  package func read(_ text: String, as field: Field) throws(TypedFault) -> Reading {
    switch field.form {
    case .name, .line, .note, .json:
      if field == .contactPhone { return Reading(value: self.text(try CodeText.read(text))) }
      return Reading(value: self.text(text))
    case .list:
      let names = NameList.parts(of: text, NameList.Kind(field))
      return Reading(value: names.isEmpty ? nil : .list(names))
    case .amount:
      let reading = try AmountReading(text, in: amounts)
      if case .between = reading.value, dates.place == .typed {
        throw TypedFault(text, .notOneAmount)
      }
      return Reading(value: reading.amount.map(FieldValue.amount), words: reading.words)
    case .date:
      var context = dates
      context.tense = field.tense
      let reading = try DateReading(text, in: context)
      return Reading(value: reading.date.map(FieldValue.date), words: reading.words)
    case .kind:
      guard let kind = ProjectKind(spoken: text) else { throw TypedFault(text, .notAKind) }
      return Reading(value: .kind(kind))
    case .next: return Reading(value: text.isEmpty ? nil : .next(NextStep(text: text, due: nil)))
    }
  }

  private func text(_ text: String) -> FieldValue? { text.isEmpty ? nil : .text(text) }
}

extension Field {
  /// What the field's date is a date of.
  package var tense: DateContext.Tense {
    switch self {
    case .firstTalkOn: .happened
    case .expectedSigning: .due
    default: .either
    }
  }
}

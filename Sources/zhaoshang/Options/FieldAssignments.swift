internal import Pipeline
internal import Vocabulary
internal import Wording

/// `FIELD=VALUE` as it is typed.
extension Workplace {
  /// The fields that a list of assignments names, each at most once; an empty value is nil.
  func assignments(_ texts: [String]) throws(Failure) -> [Assignment] {
    var assignments: [Assignment] = []
    for text in texts {
      // Scalars: a mark or a joiner behind the sign would be one Character with it.
      let scalars = text.unicodeScalars
      guard let equals = scalars.firstIndex(where: { $0 == "=" || $0 == "＝" }) else {
        throw Failure(.wrongCommandLine, words.assignmentExpected(text))
      }
      let name = String(scalars[..<equals])
      guard let field = Field(spoken: name), Field.editable.contains(field) else {
        throw Failure(
          .wrongCommandLine,
          words.unknownWord(
            name, words.heading(.field), choices: Field.editable.map(\.rawValue)))
      }
      if assignments.contains(where: { $0.field == field }) {
        throw Failure(.wrongCommandLine, words.givenTwice(field))
      }
      let reading = try typed(String(scalars[scalars.index(after: equals)...]), of: field)
      assignments.append(
        Assignment(
          field: field, value: reading.value,
          remark: reading.words.map { words.remark($0, of: field) }))
    }
    return assignments
  }

  /// Edits of what was there when the subcommand read the store, or of what the person says to have
  /// seen: a colleague's change since is asked about, never overwritten.
  ///
  /// - Parameter seen: Values the person saw; one of a field that is not edited has to be there too.
  func edits(
    _ assignments: [Assignment], expecting seen: [Assignment] = [], of id: ProjectID,
    in pipeline: Pipeline
  ) -> [FieldEdit] {
    let project = pipeline[id]
    let edits = assignments.map { assignment in
      let field = assignment.field
      let expected = seen.first { $0.field == field }.map(\.value) ?? project?[field]
      return FieldEdit(field, to: assignment.value, expected: .value(expected))
    }
    // Setting a field to what it is expected to hold changes nothing, or is refused.
    let others = seen.filter { seen in !assignments.contains { $0.field == seen.field } }.map {
      FieldEdit($0.field, to: $0.value, expected: .value($0.value))
    }
    return others + edits
  }

  /// A field's value as it is typed; nil when nothing is.
  func value(_ text: String, of field: Field) throws(Failure) -> FieldValue? {
    try typed(text, of: field).value
  }

  /// The same with what the value does not say of it.
  ///
  /// Blanks that no keyboard makes are no way to clear a field: the rules refuse them.
  func typed(_ text: String, of field: Field) throws(Failure) -> FieldReader.Reading {
    if text.allSatisfy({ $0 == " " || $0 == "\u{3000}" }) { return FieldReader.Reading() }
    if field.form == .next { return FieldReader.Reading(value: .next(try nextStep(text))) }
    return try reading { () throws(TypedFault) in
      try FieldReader(today: today).read(text, as: field)
    }
  }

  /// A next step with its day after an at sign: 带用地红线图回访 @2026-11-25.
  private func nextStep(_ text: String) throws(Failure) -> NextStep {
    guard let at = text.lastIndex(where: { $0 == "@" || $0 == "＠" }) else {
      return NextStep(text: text, due: nil)
    }
    return NextStep(
      text: String(text[..<at]), due: try day(String(text[text.index(after: at)...])))
  }
}

/// One `FIELD=VALUE`, read.
struct Assignment {
  let field: Field
  let value: FieldValue?
  /// What the value does not say of what was typed, for the notes.
  var remark: String?
}

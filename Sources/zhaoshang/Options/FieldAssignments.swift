internal import Pipeline
internal import Vocabulary
internal import Wording

/// `FIELD=VALUE` as it is typed.
extension Workplace {
  /// The fields that a list of assignments names, each at most once; an empty value is nil.
  func assignments(_ texts: [String]) throws(Failure) -> [(field: Field, value: FieldValue?)] {
    var assignments: [(field: Field, value: FieldValue?)] = []
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
      assignments.append(
        (field, try value(String(scalars[scalars.index(after: equals)...]), of: field)))
    }
    return assignments
  }

  /// Edits of what was there when the subcommand read the store, or of what the person says to have
  /// seen: a colleague's change since is asked about, never overwritten.
  ///
  /// - Parameter seen: Values the person saw; one of a field that is not edited has to be there too.
  func edits(
    _ assignments: [(field: Field, value: FieldValue?)],
    expecting seen: [(field: Field, value: FieldValue?)] = [], of id: ProjectID,
    in pipeline: Pipeline
  ) -> [FieldEdit] {
    let project = pipeline[id]
    let edits = assignments.map { field, value in
      let expected = seen.first { $0.field == field }.map(\.value) ?? project?[field]
      return FieldEdit(field, to: value, expected: .value(expected))
    }
    // Setting a field to what it is expected to hold changes nothing, or is refused.
    let others = seen.filter { seen in !assignments.contains { $0.field == seen.field } }.map {
      FieldEdit($0.field, to: $0.value, expected: .value($0.value))
    }
    return others + edits
  }

  /// A field's value as it is typed; nil when nothing is.
  ///
  /// Blanks that no keyboard makes are no way to clear a field: the rules refuse them.
  func value(_ text: String, of field: Field) throws(Failure) -> FieldValue? {
    if text.allSatisfy({ $0 == " " || $0 == "\u{3000}" }) { return nil }
    switch field.form {
    case .name, .line, .note, .json: return .text(text)
    case .list: return .list(items(text))
    case .amount: return .amount(try amount(text, for: field))
    case .date: return .date(try date(text))
    case .kind: return .kind(try known(text, as: .kind))
    case .next: return .next(try nextStep(text))
    }
  }

  /// The parts of a list: 青岛、内江 or Qingdao, Neijiang.
  func items(_ text: String) -> [String] {
    text.split { "、,，;；".contains($0) }.map(String.init)
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

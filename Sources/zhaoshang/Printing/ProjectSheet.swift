internal import Canvas
internal import Insight
internal import JSON
internal import Pipeline
internal import Wording

/// All that is known of one project at a moment, ready to be printed.
struct ProjectSheet {
  let row: ProjectRow
  let pipeline: Pipeline
  let moment: Moment

  private var project: Project { row.project }

  private func isSettled(_ date: BusinessDate) -> Bool {
    date.isSettled(by: moment.limit)
  }

  private var entries: [StageEntry] { project.entries.filter { isSettled($0.on) } }

  private var path: [PathEntry] {
    pipeline.path(PathQuestion(at: moment, project: project.id))
  }

  private var notes: [Note] { project.notes.filter { isSettled($0.on) } }

  // MARK: For people

  func text(in words: Words, columns: Int?) -> String {
    var sections = [[words.project(project.id, in: pipeline)] + particulars(words)]
    sections.append(
      [words.heading(.path)]
        + entries.map { entry in
          let reason = entry.reason.map { "  " + $0 } ?? ""
          return "  \(words.date(entry.on))  \(words.stage(entry.stage))\(reason)"
        })
    let path = path
    if !path.isEmpty {
      let table = words.table(of: path, pipeline, showsProjects: false)
      sections.append(
        [words.heading(.activities)]
          + table.text(columns: columns.map { $0 - 2 }).split(separator: "\n").map { "  " + $0 })
    }
    if !notes.isEmpty {
      sections.append(
        [words.heading(.notes)]
          + notes.map { note in
            let lines = note.text.split(
              omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            return "  \(words.date(note.on))  " + lines.joined(separator: "\n              ")
          })
    }
    let registers = registerLines(words)
    if !registers.isEmpty {
      sections.append([words.registersGroup] + registers.map { "  " + $0 })
    }
    return sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  /// The stage, the status and every field with a value, the labels in one column.
  private func particulars(_ words: Words) -> [String] {
    var lines: [(String, String)] = [
      (
        words.heading(of: .stage),
        "\(words.stage(row.standing.stage))  \(words.date(row.standing.entered))"
      ),
      (words.heading(of: .status), words.statusInFull(row.standing.status)),
    ]
    if let days = row.ageing.daysInStage {
      lines.append((words.heading(of: .days), "\(days)"))
    }
    for field in Field.editable where field != .name {
      guard let value = project[field] else { continue }
      lines.append((words.field(field), fullValue(value, words)))
    }
    let width = lines.map { TextWidth.columns(of: $0.0) }.max() ?? 0
    let gap = String(repeating: " ", count: width + 4)
    return lines.map { label, value in
      let parts = value.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      return "  " + TextWidth.padded(label, to: width) + "  "
        + parts.joined(separator: "\n" + gap)
    }
  }

  private func fullValue(_ value: FieldValue, _ words: Words) -> String {
    if case .amount(let amount) = value { words.amountInFull(amount) } else { words.value(value) }
  }

  // MARK: For machines

  /// The object of `list`, with every other field and the whole history.
  var json: JSONText {
    guard var object = row.json.object else { return JSONText(.null) }
    for field in Field.allCases where object[field.rawValue] == nil {
      if let value = project[field] { object[field.rawValue] = .field(value) }
    }
    object["reason"] = row.standing.status.json
    object["stages"] = .array(
      entries.map { entry in
        [
          "seq": .integer(entry.sequence.number), "stage": .string(entry.stage.code),
          "on": .string(entry.on.description), "kind": .string(entry.kind.rawValue),
          "reason": .init(entry.reason), "skipped": .init(entry.skipped.map(\.code)),
        ]
      })
    object["path"] = .array(path.map(\.json))
    object["notes"] = .array(
      notes.map { ["on": .string($0.on.description), "text": .string($0.text)] })
    putRegisters(into: &object)
    object["version"] = .integer(project.version.number)
    return JSONText(.object(object))
  }
}

extension JSONValue {
  static func field(_ value: FieldValue) -> JSONValue {
    switch value {
    case .text(let text): .string(text)
    case .list(let items): .init(items)
    case .amount(let amount): .amount(amount)
    case .date(let date): .string(date.description)
    case .kind(let kind): .string(kind.rawValue)
    case .next(let step): .next(step)
    }
  }
}

extension Status {
  /// The facts beside the word; null when there are none.
  fileprivate var json: JSONValue {
    switch self {
    case .ongoing: .null
    case .onHold(let review, let reason):
      ["review": .string(review.description), "reason": .string(reason)]
    case .lost(let reason, let place, let note):
      ["reason": .string(reason.rawValue), "place": .init(place), "note": .init(note)]
    case .withdrawn(let reason), .archived(let reason): ["reason": .string(reason)]
    }
  }
}

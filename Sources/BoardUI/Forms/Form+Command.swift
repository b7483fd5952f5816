internal import Pipeline
internal import SafeText
internal import Vocabulary
internal import Wording

extension Form {
  /// Reads the form into a command, marking the lines that cannot be used; nil when any cannot.
  ///
  /// - Parameter words: In which what a value does not say is noted beside it.
  mutating func command(in pipeline: Pipeline, today: Day, words: Words) -> Command? {
    guard findFaults(today: today) else { return nil }
    let reader = FormReader(form: self, today: today)
    let on = reader.date(.on) ?? .day(today)
    switch purpose {
    case .add:
      return .add(
        NewProject(
          fields: reader.fields(), stage: Stage(spoken: text(.stage)) ?? .contact, on: on,
          notes: reader.remarks(words)))
    case .edit(let id): return reader.noting(.edit(id, reader.edits()), on: id, words)
    case .move(let id, let origin, let stage, _):
      let move = Command.move(
        id, MoveOrder(to: stage, on: on, reason: reader.optional(.reason), from: origin))
      let edits = reader.edits().filter { $0.value != nil }
      let evidence = reader.evidence(of: id, in: pipeline)
      if edits.isEmpty, evidence.isEmpty { return move }
      return reader.noting(
        .together(evidence + (edits.isEmpty ? [] : [.edit(id, edits)]) + [move]), on: id, words)
    case .log(let id):
      let log = Command.log(reader.activity(of: id, counterparts: pipeline[id]?.investors))
      guard [.field(.next), .due].contains(where: isChanged) else { return log }
      return .together([log, .edit(id, [reader.nextStep(of: id, in: pipeline)])])
    case .milestone(let id):
      var facts = Milestone.Facts(
        projects: [id], kind: MilestoneKind(spoken: text(.milestoneKind)) ?? .other, on: on)
      facts.note = reader.optional(.note)
      return .reach(facts)
    case .nextStep(let id): return .edit(id, [reader.nextStep(of: id, in: pipeline)])
    case .note(let id): return .note(id, text: text(.note), on: on)
    case .hold(let id):
      return .hold(
        id, review: reader.date(.review)?.settled ?? today, reason: text(.reason), on: on)
    case .lose(let id):
      return .lose(
        id, LossReason(spoken: text(.lossReason)) ?? .other, place: reader.optional(.lossPlace),
        note: reader.optional(.note), on: on)
    case .withdraw(let id): return .withdraw(id, reason: text(.reason), on: on)
    case .archive(let id): return .archive(id, reason: text(.reason), on: on)
    case .reopen(let id): return .reopen(id, reason: reader.optional(.reason), on: on)
    case .assign(let id), .tag(let id): return .edit(id, reader.edits())
    case .register(let purpose): return reader.command(purpose, in: pipeline)
    case .bulk: return nil
    }
  }

  private func isChanged(_ key: Key) -> Bool {
    self[key].map { $0.editor.text != $0.initial } ?? false
  }

  /// Marks the lines that cannot be used and goes to the first; true when there are none.
  mutating func findFaults(today: Day) -> Bool {
    let reader = FormReader(form: self, today: today)
    for index in entries.indices {
      entries[index].fault = reader.fault(of: entries[index])
    }
    guard let first = entries.firstIndex(where: { $0.fault != nil }) else { return true }
    if first >= visibleCount { shown = nil }
    focus = first
    isFresh = false
    return false
  }

  /// What is wrong with a line as it stands, for showing while it is typed.
  func fault(of entry: Entry, today: Day) -> Fault? {
    FormReader(form: self, today: today).fault(of: entry)
  }
}

/// Reads the lines of a form by what they hold.
struct FormReader {
  let form: Form
  let today: Day

  func fault(of entry: Form.Entry) -> Form.Fault? {
    let text = form.text(entry.key)
    if text.isEmpty { return entry.isRequired || isNeededByOthers(entry.key) ? .empty : nil }
    switch entry.key {
    case .on, .end, .review, .due, .metOn, .startedOn, .grantedOn:
      do throws(TypedFault) {
        let date = try DateReading(text, in: context(entry.key)).date
        let isLast = ![.on, .metOn, .startedOn, .grantedOn].contains(entry.key)
        guard let date, !isLast || date.settled != nil else {
          // 无 is no date where one is needed, and none where none is.
          return date == nil && !entry.isRequired ? nil : .typed(TypedFault(text, .notADate))
        }
        guard entry.key == .end, let end = date.settled else { return nil }
        return self.date(.on)?.earliest.map { end < $0 } ?? false ? .beforeStart : nil
      } catch {
        return .typed(error)
      }
    case .times:
      return (Int(FullWidth.folded(text)).map { Quantity.times.range.contains($0) } ?? false)
        ? nil : .notANumber
    case .activityKind: return ActivityKind(spoken: text) == nil ? .notAChoice : nil
    case .outcome: return Outcome(spoken: text) == nil ? .notAChoice : nil
    case .milestoneKind: return MilestoneKind(spoken: text) == nil ? .notAChoice : nil
    case .lossReason: return LossReason(spoken: text) == nil ? .notAChoice : nil
    case .stage: return Stage(spoken: text) == nil ? .notAChoice : nil
    case .line(let line): return fault(of: line, text)
    case .field(let field):
      do throws(TypedFault) {
        _ = try FieldReader(today: today).read(text, as: field)
        return nil
      } catch {
        return error.problem == .notAKind ? .notAChoice : .typed(error)
      }
    case .reason, .outcomeText, .place, .sites, .leader, .leaderTitle, .unit, .team, .trip, .note,
      .lossPlace, .addTags, .removeTags:
      return nil
    }
  }

  /// Whether saving would lose the text of another line while this one is empty.
  private func isNeededByOthers(_ key: Form.Key) -> Bool {
    switch key {
    case .field(.next): !form.text(.due).isEmpty
    case .leader: !form.text(.leaderTitle).isEmpty
    // Of an activity that a move's form records.
    case .activityKind: !form.text(.outcome).isEmpty || !form.text(.place).isEmpty
    default: false
    }
  }

  /// The next step as the form has it, with what the person saw; none where its text is empty.
  func nextStep(of id: ProjectID, in pipeline: Pipeline) -> FieldEdit {
    let step = optional(.field(.next)).map {
      FieldValue.next(
        NextStep(text: $0, due: date(.due)?.settled, who: pipeline[id]?.next?.who))
    }
    return FieldEdit(.next, to: step, expected: form[.field(.next)]?.seen ?? .anything)
  }

  func optional(_ key: Form.Key) -> String? {
    let text = form.text(key)
    return text.isEmpty ? nil : text
  }

  func date(_ key: Form.Key) -> BusinessDate? {
    optional(key).flatMap { (try? DateReading($0, in: context(key)))?.date }
  }

  /// What a line's date is read by.
  func context(_ key: Form.Key) -> DateContext { DateContext(today: today, tense: key.tense) }

  /// What the lines say beyond their values, for the notes: 总投资：约2亿.
  func remarks(_ words: Words) -> [String] {
    form.entries.compactMap { entry in
      guard case .field(let field) = entry.key, entry.editor.text != entry.initial else {
        return nil
      }
      return reading(of: field)?.words.map { words.remark($0, of: field) }
    }
  }

  /// A command on a project together with its remarks.
  func noting(_ command: Command, on id: ProjectID, _ words: Words) -> Command {
    let notes = remarks(words).map { Command.note(id, text: $0, on: .day(today)) }
    return notes.isEmpty ? command : .together([command] + notes)
  }

  func fields() -> [Field: FieldValue] {
    var fields: [Field: FieldValue] = [:]
    for case .field(let field) in form.entries.map(\.key) {
      fields[field] = value(of: field)
    }
    return fields
  }

  /// The lines that were changed, each with what the person saw.
  func edits() -> [FieldEdit] {
    form.entries.compactMap { entry in
      guard case .field(let field) = entry.key, entry.editor.text != entry.initial else {
        return nil
      }
      return FieldEdit(field, to: value(of: field), expected: entry.seen)
    }
  }

  func activity(of id: ProjectID, counterparts: [String]?) -> Activity.Facts {
    let start = date(.on) ?? .day(today)
    var on = start
    if let first = start.earliest, let last = date(.end)?.settled, first < last {
      on = .range(first, last)
    }
    var facts = Activity.Facts(
      projects: [id], kind: ActivityKind(spoken: form.text(.activityKind)) ?? .call, on: on)
    facts.place = optional(.place)
    facts.sites = NameList.parts(of: form.text(.sites), .words)
    facts.lead = NameList.parts(of: form.text(.unit), .firms)
    facts.counterparts = counterparts ?? []
    facts.team = NameList.parts(of: form.text(.team), .words)
    facts.leader = optional(.leader).map { Leader(name: $0, title: optional(.leaderTitle)) }
    facts.times = Int(FullWidth.folded(form.text(.times))) ?? 1
    facts.outcome = optional(.outcome).flatMap { Outcome(spoken: $0) }
    facts.outcomeText = optional(.outcomeText)
    facts.trip = optional(.trip)
    facts.note = optional(.note)
    return facts
  }

  /// A line's value; a line that cannot be read was marked before.
  private func value(of field: Field) -> FieldValue? { reading(of: field)?.value }

  private func reading(of field: Field) -> FieldReader.Reading? {
    let text = form.text(.field(field))
    return text.isEmpty ? nil : try? FieldReader(today: today).read(text, as: field)
  }
}

extension Form.Key {
  /// What a line's date is a date of.
  var tense: DateContext.Tense {
    switch self {
    case .on, .end, .metOn, .startedOn, .grantedOn, .line(.received), .line(.done): .happened
    case .review, .due: .due
    case .field(let field): field.tense
    default: .either
    }
  }
}

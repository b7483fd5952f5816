internal import Pipeline
internal import Workbook

// Rows of projects: what each is about, and what becomes of it.
extension LedgerPlanner {
  mutating func takeProject(_ row: Int, _ texts: [String], _ more: [[String]]) {
    let unit = section.flatMap { name in
      context.layout.column(.ledger(.field(.lead))) == nil && RowClassifier.isUnitName(name)
        ? name : nil
    }
    var (facts, problems) = reader.read(row, texts, further: more, section: unit)
    fillUnit(&facts, row)
    if facts.name.isEmpty {
      problems.insert(LedgerError(row: row + 1, column: nil, problem: .nameMissing), at: 0)
    }
    let verdict = verdict(row, texts, &facts, problems)
    reconciler.add(facts, isOut: verdict.isOut)
    plan.lines.append(
      LedgerPlan.Line(row: row + 1, kind: .project, verdict: verdict, taken: facts.taken))
  }

  /// Takes a blank unit for the one above it where somebody has said so, and asks where nobody has.
  private mutating func fillUnit(_ facts: inout ProjectFacts, _ row: Int) {
    guard !context.isOwn, let name = context.layout.nameColumn,
      let column = context.layout.column(.ledger(.field(.lead))), column.place < name.place
    else { return }
    if case .list(let names) = facts.fields[.lead] {
      unitAbove = (names, names.joined(separator: "、"), row)
      return
    }
    guard let above = unitAbove, answers.repeatsUnit != false else { return }
    if answers.repeatsUnit == nil {
      if unitless == nil { unitless = ([], column.heading, above.text) }
      facts.hasBlankUnit = true
      return
    }
    facts.fields[.lead] = .list(above.names)
    facts.taken.append(
      TakenFrom(
        column: column.place + 1, heading: column.heading, text: "", value: above.text,
        source: .above(row: above.row + 1)))
  }

  private mutating func verdict(
    _ row: Int, _ texts: [String], _ facts: inout ProjectFacts, _ problems: [LedgerError]
  ) -> LedgerPlan.Verdict {
    let name = facts.name.isEmpty ? texts.first { !$0.isEmpty } ?? "" : facts.name
    if answers.leftOut.contains(row + 1) { return .leftOut(name: name, problems.first) }
    if table.marks.struckRows.contains(row) {
      switch answers.takesStruck {
      case true?: break
      case false?: return .leftOut(name: name, nil)
      case nil:
        let error = LedgerError(row: row + 1, column: nil, problem: .struckThrough(name: name))
        return unsettled(name, error)
      }
    }
    if let first = problems.first(where: { !$0.problem.isQuestion }) ?? problems.first {
      // A row that is left out asks nothing, however much is wrong with it.
      if !answers.leavesBad {
        for problem in problems where problem != first { questions.note(problem, name) }
      }
      return unsettled(name, first)
    }
    do throws(LedgerError) {
      return try settled(row, texts, &facts)
    } catch {
      return unsettled(name, error)
    }
  }

  /// A row that is wrong or asked about; left out where that was said of all of them.
  mutating func unsettled(_ name: String, _ error: LedgerError) -> LedgerPlan.Verdict {
    if answers.leavesBad { return .leftOut(name: name, error) }
    if error.problem.isQuestion {
      questions.note(error, name)
      return .asks(name: name, error)
    }
    return .wrong(name: name, error)
  }

  private mutating func settled(_ row: Int, _ texts: [String], _ facts: inout ProjectFacts)
    throws(LedgerError) -> LedgerPlan.Verdict
  {
    switch index.match(facts, answer: answers.same[row + 1]) {
    case .problem(let problem): throw LedgerError(row: row + 1, column: nil, problem: problem)
    case .row(let earlier):
      if let difference = difference(texts, from: earlier, facts) {
        throw LedgerError(row: row + 1, column: difference.column, problem: difference.problem)
      }
      return .repeats(row: earlier, name: facts.name)
    case .project(let id):
      guard let project = pipeline[id] else {
        throw LedgerError(
          row: row + 1, column: nil,
          problem: .refused(heading: nil, value: facts.name, .unknownProject(id)))
      }
      let verdict = try change(project, facts, row)
      index.meet(facts, row: row + 1, project: id)
      return verdict
    case .new:
      let verdict = try create(facts, row)
      index.meet(facts, row: row + 1, project: nil)
      return verdict
    }
  }

  /// Where a row that repeats an earlier one says something else.
  private func difference(_ texts: [String], from earlier: Int, _ facts: ProjectFacts)
    -> (column: Int, problem: LedgerError.Problem)?
  {
    let other = context.texts(of: earlier - 1)
    for column in context.layout.columns {
      guard let meaning = column.meaning, meaning != .nothing, meaning != .ledger(.serial) else {
        continue
      }
      let mine = texts.indices.contains(column.place) ? texts[column.place] : ""
      let theirs = other.indices.contains(column.place) ? other[column.place] : ""
      if mine.isEmpty || mine == theirs || NameKey(mine) == NameKey(theirs) { continue }
      return (
        column.place + 1,
        .repeatDiffers(row: earlier, heading: column.heading, value: mine, earlier: theirs)
      )
    }
    return nil
  }
}

extension LedgerPlan.Verdict {
  /// Whether the row's values are not taken.
  var isOut: Bool {
    switch self {
    case .asks, .wrong, .leftOut: true
    default: false
    }
  }
}

package import Pipeline
package import Wording

// What an import of a ledger does and what is wrong with it, in sentences.
extension Words {
  /// - Parameter sheet: The worksheet's name, when it has one.
  package func ledger(_ error: LedgerError, in sheet: String? = nil) -> String {
    let what = problem(error.problem)
    let sheet = sheet.map { say("工作表「\($0)」", "sheet “\($0)”") }
    if error.row == 0 { return (sheet.map { $0 + say("：", ": ") } ?? "") + what }
    let place =
      (sheet.map { $0 + say("", ", ") } ?? "")
      + (error.column.map { sheetPlace(row: error.row, column: $0) }
        ?? say("第 \(error.row) 行", "row \(error.row)"))
    return place + say("：", ": ") + what
  }

  /// Why a row is wrong, without its place.
  package func problem(_ problem: LedgerError.Problem) -> String {
    switch problem {
    case .notATable(let fault): table(fault)
    case .noHeadings: noHeadingRow
    case .missingColumns(let columns): columnsMissing(columns.map { $0.heading(in: self) })
    case .columnTwice(let heading): columnTwice(heading)
    case .nameMissing: nameMissing
    case .severalProjects(let name, let ids, let more):
      nameFitsSeveral(name, ids.map(\.description), more: more)
    case .unreadable(let heading, let value, let expected):
      cellUnreadable(heading, value, self.expected(expected))
    case .refused(let heading, let value, let refusal):
      (heading.map { say("\($0)「\(value)」：", "\($0) “\(value)”: ") } ?? "")
        + self.refusal(refusal, pipeline: Pipeline())
    }
  }

  private func expected(_ expected: LedgerError.Expectation) -> String {
    switch expected {
    case .form(let form): expectedForm(form)
    case .day: expectedDay
    case .stage: expectedStage
    case .status: expectedStatus
    case .lossReason: expectedLossReason
    case .value: expectedValue
    }
  }

  private func table(_ problem: CSVError.Problem) -> String {
    switch problem {
    case .openQuote: openQuote
    case .textAfterQuote: textAfterQuote
    case .cellTooLong(let limit): cellTooLong(limit)
    case .rowTooLong(let limit): rowTooLong(limit)
    case .tooManyColumns(let limit): tooManyColumns(limit)
    case .tooManyRows(let limit): tooManyRows(limit)
    }
  }

  package func encoding(_ error: TextEncodingError) -> String {
    switch error {
    case .undecodable(let offset, let encoding):
      undecodable(offset, as: encoding.map { $0.rawValue.uppercased() })
    case .utf16: utf16Unread
    case .unavailable(let encoding): encodingUnavailable(encoding.rawValue.uppercased())
    }
  }

  /// One line for each row: what becomes of it and why.
  package func ledger(_ line: LedgerPlan.Line, in pipeline: Pipeline) -> String {
    let text: String
    switch line.outcome {
    case .title(let title): text = rowSkippedAsTitle(title)
    case .repeats(let row, let name): text = rowRepeats(row, name)
    case .creates(let name, let stage): text = rowCreates(name, stage)
    case .changes(let id, let changes, let leftAlone):
      let who = project(id, in: pipeline)
      let parts =
        changes.map { cellChange($0.heading, from: $0.old, to: $0.new) }
        + leftAlone.map { cellLeftAlone($0.heading, $0.new, now: $0.old) }
      text =
        changes.isEmpty
        ? ([rowUnchanged(who)] + parts).joined(separator: say("；", "; "))
        : rowChanges(who, parts)
    case .leaves(let id, let changes):
      text = rowLeaves(
        project(id, in: pipeline), whereabouts(of: id, in: pipeline) ?? "",
        changes.map { cellNotTaken($0.heading, $0.new) })
    case .wrong(let error): text = rowBad(problem(error.problem))
    }
    return rowLine(line.row, text)
  }
}

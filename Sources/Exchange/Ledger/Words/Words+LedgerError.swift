internal import Pipeline
package import Wording

// What an import of a ledger does and what is wrong with it, in sentences.
extension Words {
  /// - Parameter sheet: The worksheet's name, when it has one.
  package func ledger(_ error: LedgerError, in sheet: String? = nil) -> String {
    let what = problem(error.problem).onOneLine
    let sheet = sheet.map { say("工作表「\($0)」", "sheet “\($0)”") }
    if error.row == 0 { return (sheet.map { $0 + say("：", ": ") } ?? "") + what }
    let place =
      (sheet.map { $0 + say("", ", ") } ?? "")
      + (error.column.map { sheetPlace(row: error.row, column: $0) }
        ?? say("第 \(error.row) 行", "row \(error.row)"))
    return place + say("：", ": ") + what
  }

  /// Why a row is wrong or asked about, without its place.
  package func problem(_ problem: LedgerError.Problem) -> String {
    switch problem {
    case .notATable(let fault): table(fault)
    case .noHeadings: noHeadingRow
    case .missingColumns(let columns): columnsMissing(columns.map { $0.heading(in: self) })
    case .columnTwice(let heading): columnTwice(heading)
    case .nameMissing: nameMissing
    case .missingCell(let heading): say("没有写\(heading)", "no \(heading) is given")
    case .projectUnknown(let name):
      say(
        "库里没有「\(name)」这个项目，请先导入项目台账，或用 --same 行=编号 指明",
        "no project “\(name)” is here: import the projects first, or name it by --same ROW=NUMBER")
    case .severalProjects(let name, let ids, let more):
      nameFitsSeveral(name, ids.map(\.description), more: more)
    case .unreadable(let heading, let value, let expected):
      cellUnreadable(heading, value, self.expected(expected))
    case .refused(let heading, let value, let refusal):
      (heading.map { say("\($0)「\(value)」：", "\($0) “\(value)”: ") } ?? "")
        + self.refusal(refusal, pipeline: Pipeline())
    case .typed(let heading, let fault):
      say("\(heading)\(typed(fault))", "\(heading): \(typed(fault))")
    default: openProblem(problem)
    }
  }

  private func openProblem(_ problem: LedgerError.Problem) -> String {
    switch problem {
    case .unitOpen(let heading, let value, let units):
      say(
        "\(heading)「\(value)」的表头有 \(units.count) 种单位，看不出是哪一种",
        "\(heading) “\(value)”: the heading names \(units.count) units, and nothing says which")
    case .implausible(let amount):
      say(
        "\(amount.heading)「\(amount.value)」按表头的单位是 \(amountInFull(.known(amount.whole)))，不像一个项目的金额，请连单位一起写清，如 \(amount.written[0])",
        "\(amount.heading) “\(amount.value)” is \(amountInFull(.known(amount.whole))) by the unit of its heading, unlike any project; write it with its unit, like \(amount.written[0])"
      )
    case .columnsDiffer(let heading, let value, let other, let otherValue):
      say(
        "\(heading)「\(value)」与\(other)「\(otherValue)」不一致",
        "\(heading) “\(value)” and \(other) “\(otherValue)” do not agree")
    case .unknownWord(let heading, let value):
      say(
        "\(heading)「\(value)」对应哪个阶段或状态不清楚",
        "\(heading) “\(value)” is no stage or status that is known")
    case .severalInOne(let heading, let value):
      say(
        "\(heading)「\(value)」里是几个项目，请分行填写",
        "\(heading) “\(value)” is several projects; give each a row")
    case .noOrganisation: say("没有投资方", "no investor is given")
    case .noStage: say("没有写阶段", "no stage is given")
    case .stageBehind(let heading, let value, let stage):
      say(
        "\(heading)有日期（\(value)），而阶段只到\(self.stage(stage))",
        "\(heading) has a date (\(value)), but the stage is only \(self.stage(stage))")
    case .numberDisagrees(let id, let name):
      say(
        "编号 \(id) 在库里是「\(name)」，名称和投资方都不同",
        "\(id) is “\(name)” here: neither the name nor the investors are alike")
    case .repeatDiffers(let row, let heading, let value, let earlier):
      say(
        "与第 \(row) 行是同一项目，但\(heading)「\(value)」与那里的「\(earlier)」不同",
        "the same project as row \(row), but \(heading) “\(value)” differs from “\(earlier)” there")
    case .signingUndated: say("已签约，但没有写签约日期", "signed, but it does not say when")
    case .reviewMissing(let word):
      say(
        "「\(word)」要有复核日期，没有写",
        "“\(word)” wants a day on which it is looked at again, and none is given")
    case .struckThrough(let name):
      say("「\(name)」这一行画了删除线", "the row of “\(name)” is struck through")
    default: ""
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
    case .number: say("数字", "a number")
    case .milestone: MilestoneKind.allCases.map { milestone($0) }.joined(separator: say("、", ", "))
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
    case .unavailable(let encoding): encodingUnavailable(encoding.rawValue.uppercased())
    }
  }
}

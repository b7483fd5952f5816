package import Pipeline

// The ledger (台账): its frame, and what an import of one does row by row.
extension Words {
  package func ledgerTitle(year: Int) -> String {
    say("\(year)年招商项目台账", "Project ledger \(year)")
  }

  /// 共上报在谈项目 n 个（新增 m 个）, then how many in each stage, and the signed ones.
  package func ledgerSummary(open: Int, new: Int, stages: [(Stage, Int)], signed: Int) -> String {
    let split = stages.filter { $0.1 > 0 }.map { say("\(stage($0))\($1)个", "\(stage($0)) \($1)") }
    var text = say(
      "共上报在谈项目 \(open) 个（新增 \(new) 个）", "\(projectCount(open)) under negotiation (\(new) new)")
    if !split.isEmpty { text += say("，其中", ": ") + list(split) }
    if signed > 0 { text += say("；另有已签约 \(signed) 个", "; \(signed) more signed") }
    return text
  }

  /// What the ledger is of: the day of its rows, and the period of what it counts as new.
  package func ledgerScope(from: Day, to: Day, on day: Day) -> String {
    say("截至 \(day)；新增按 \(from) 至 \(to)", "As of \(day); new are those from \(from) to \(to)")
  }

  /// The row that says who filed it; what is not known is left to be filled in by hand.
  package func ledgerFiling(group: String?, filedBy: String?, phone: String?, on: Day) -> String {
    let blank = "________"
    return say(
      "组别：\(group ?? blank)　填报人：\(filedBy ?? blank)　电话：\(phone ?? blank)　时间：\(on)",
      "Team: \(group ?? blank)  Filed by: \(filedBy ?? blank)  Phone: \(phone ?? blank)  Date: \(on)"
    )
  }

  package var ledgerNote: String {
    say(
      "注：停留天数为进入当前阶段至填报时间的天数；进展情况为最近一次活动，没有活动的为最近一条备注。",
      "Note: days in stage run to the filing date; progress is the last activity, or the last note."
    )
  }

  package enum LedgerHeading: Sendable {
    case serial, number, amountInYi, investorProfile, area, team, progress, progressAndRemark
    case stage, entered, status, statusDate, statusReason, review, lostTo, nextDue, nextWho
    case contactedOn, lastActivity, daysInStage, remark, assessment, firstReporter, handler, kind
    case plain(Field)
  }

  package func ledger(_ heading: LedgerHeading) -> String {
    switch heading {
    case .serial: say("序号", "Serial")
    case .number: say("编号", "No.")
    case .amountInYi: say("总投资(亿元)", "Amount (¥100m)")
    case .investorProfile: say("投资方简介", "Investor profile")
    case .area: say("片区", "Area")
    case .team: say("招商组/片区", "Team or area")
    case .progress: say("进展情况", "Progress")
    case .progressAndRemark: say("进度、备注", "Progress, remarks")
    case .stage: say("当前阶段", "Stage")
    case .entered: say("进入日期", "Entered")
    case .status: say("状态", "Status")
    case .statusDate: say("状态日期", "Status date")
    case .statusReason: say("状态原因", "Status reason")
    case .review: say("复核日期", "Review date")
    case .lostTo: say("落户何处", "Lost to")
    case .nextDue: say("时限", "Due")
    case .nextWho: say("由谁办", "By whom")
    case .contactedOn: say("对接时间", "First contact")
    case .lastActivity: say("最近活动", "Last activity")
    case .daysInStage: say("停留天数", "Days in stage")
    case .remark: say("备注", "Remarks")
    case .assessment: say("研判结果", "Assessment")
    case .firstReporter: say("首报人", "First reporter")
    case .handler: say("跟进人员/招商员", "Handler")
    case .kind: field(.kind)
    case .plain(let field): self.field(field)
    }
  }

  // MARK: Importing one

  package func sheetPlace(row: Int, column: Int) -> String {
    say("第 \(row) 行第 \(column) 列", "row \(row), column \(column)")
  }

  package func readAs(_ encoding: String, _ separator: String) -> String {
    let name =
      switch separator {
      case "\t": say("制表符", "tabs")
      case ",": say("逗号", "commas")
      default: say("「\(separator)」", "“\(separator)”")
      }
    return say("按 \(encoding) 读取，以\(name)分列", "Read as \(encoding), parted by \(name)")
  }
  package var readAsExchange: String { say("招商的交换文件", "An exchange file of ours") }
  package var exchangeComesWhole: String {
    say("交换文件整份导入，不能只去掉一行", "An exchange file comes in as a whole; no part of it is left out")
  }
  package func readAsProgram(_ name: String) -> String {
    say("按 \(name) 的导出读取", "Read as an export of \(name)")
  }
  package func readHidden(rows: Int, columns: [String]) -> String {
    let parts =
      (rows > 0 ? [say("隐藏的 \(rows) 行", "\(rows) hidden rows")] : [])
      + (columns.isEmpty
        ? [] : [say("隐藏的列\(list(columns))", "the hidden columns \(list(columns))")])
    return say("也读了\(parts.joined(separator: "、"))", "Read too: \(parts.joined(separator: ", "))")
  }
  package func optionUnreadable(_ option: String, _ value: String, example: String) -> String {
    say(
      "\(option) 的「\(value)」看不懂，应像 \(example)",
      "\(option) “\(value)” is not understood; write it like \(example)")
  }
  package func answerPrompt(choices: Int) -> String {
    choices > 0
      ? say("选 1–\(choices) 或直接填写，回车放弃：", "1–\(choices), or type it; Enter gives up: ")
      : say("请填写，回车放弃：", "Type it; Enter gives up: ")
  }
  package func answerUnreadable(_ text: String) -> String {
    say("「\(text)」看不懂", "“\(text)” is not understood")
  }
  package func readSheet(_ name: String) -> String {
    say("读取工作表「\(name)」", "Read sheet “\(name)”")
  }
  package func meansNothing(_ heading: String, _ meaning: String) -> String {
    say(
      "「\(heading)」对照的「\(meaning)」不是字段；可写字段代码、我们的列名，或 - 表示不导入",
      "“\(heading)” cannot mean “\(meaning)”: write a field's code, a heading of ours, or - to leave it out"
    )
  }
  package func columnUnknown(_ heading: String) -> String {
    say("没有与「\(heading)」对应的字段，这一列不导入", "“\(heading)” is no field of ours; the column is left out")
  }
  package func columnComputed(_ heading: String) -> String {
    say("「\(heading)」由程序计算，这一列不导入", "“\(heading)” is worked out here; the column is left out")
  }

  package func rowSkippedAsTitle(_ text: String) -> String {
    say("跳过：标题或说明「\(text)」", "skipped: a title or note “\(text)”")
  }
  package func rowRepeats(_ row: Int, _ name: String) -> String {
    say("跳过：「\(name)」与第 \(row) 行重复", "skipped: “\(name)” repeats row \(row)")
  }
  package func rowCreates(_ name: String, _ stage: Stage) -> String {
    say("新增：\(name)，在\(self.stage(stage))", "new: \(name), in \(self.stage(stage))")
  }
  package func rowChanges(_ project: String, _ changes: [String]) -> String {
    say("修改：\(project)：", "changed: \(project): ") + changes.joined(separator: say("；", "; "))
  }
  package func rowUnchanged(_ project: String) -> String {
    say("不变：\(project)", "unchanged: \(project)")
  }
  package func rowLeaves(_ project: String, _ whereabouts: String, _ changes: [String]) -> String {
    say("不取：\(project) \(whereabouts)", "left: \(project) is \(whereabouts)")
      + changes.map { say("；", "; ") + $0 }.joined()
  }
  package func cellNotTaken(_ heading: String, _ value: String) -> String {
    say("\(heading)「\(value)」未取用", "\(heading) “\(value)” is not taken")
  }
  package func cellChange(_ heading: String, from old: String, to new: String) -> String {
    old.isEmpty
      ? say("\(heading)填「\(new)」", "\(heading) “\(new)”")
      : say("\(heading)由「\(old)」改为「\(new)」", "\(heading) “\(old)” to “\(new)”")
  }
  package func cellLeftAlone(_ heading: String, _ value: String, now: String) -> String {
    say(
      "\(heading)「\(value)」与现在的「\(now)」不同，导入不改，请在看板上改",
      "\(heading) “\(value)” differs from “\(now)” and is not changed by an import")
  }
  package func rowBad(_ why: String) -> String { say("有误：", "wrong: ") + why }
  package func rowLine(_ row: Int, _ text: String) -> String {
    say("第 \(row) 行 \(text)", "row \(row) \(text)")
  }

  package func badRowsKept(_ count: Int, _ path: String) -> String {
    say(
      "有误的 \(count) 行另存到 \(path)，没有导入",
      "\(count) rows that are wrong were put into \(path), not imported")
  }

  package var whyColumn: String { say("错误原因", "What is wrong") }

  // MARK: What is wrong in a table

  package var noHeadingRow: String {
    say(
      "没有找到表头：前 40 行里要有一行含「项目名称」和至少一个别的已知列名",
      "There is no heading row: one of the first 40 rows must name the project and one more known column"
    )
  }
  package func columnsMissing(_ names: [String]) -> String {
    say("表头缺少：\(list(names))", "the heading row lacks \(list(names))")
  }
  package func columnTwice(_ heading: String) -> String {
    say("「\(heading)」这一列出现了两次", "the column “\(heading)” is there twice")
  }
  package var nameMissing: String { say("缺项目名称", "the project's name is missing") }
  /// - Parameter more: How many others have the name, beside those that are named.
  package func nameFitsSeveral(_ name: String, _ numbers: [String], more: Int = 0) -> String {
    let rest = more > 0 ? say(" 等 \(numbers.count + more) 个", " and \(more) more") : ""
    return say(
      "「\(name)」与多个项目同名：\(list(numbers))\(rest)，请加「编号」列指明",
      "“\(name)” is the name of several projects: \(list(numbers))\(rest); add the column No.")
  }
  package func cellUnreadable(_ heading: String, _ value: String, _ expected: String) -> String {
    say(
      "\(heading)「\(value)」看不懂，应为\(expected)",
      "\(heading) “\(value)” is not understood; expected \(expected)")
  }
  package func expectedForm(_ form: Field.Form) -> String {
    switch form {
    case .amount:
      say("金额，如 1.6亿、3000万、未披露（表头写明单位时可只写数字）", "an amount such as 1.6亿, 20m USD, undisclosed")
    case .date: say("日期，如 2023-07-19、2023年7月、不详", "a date such as 2023-07-19, 2023-07, unknown")
    case .kind: list(ProjectKind.allCases.map(projectKind))
    case .name, .line, .note, .list, .next, .json: say("文字", "a text")
    }
  }
  package var expectedDay: String { say("某一天，如 2023-07-19", "a day such as 2023-07-19") }
  package var expectedStage: String { list(Stage.allCases.map(stage)) }
  package var expectedStatus: String { list(Status.Kind.allCases.map(status)) }
  package var expectedLossReason: String { list(LossReason.allCases.map(lossReason)) }
  package var expectedValue: String {
    say("算好的值（请在 Excel 里重新计算并保存）", "a value (have Excel work the formula out, and save)")
  }
  package var openQuote: String { say("引号没有收尾", "a quotation mark is never closed") }
  package var textAfterQuote: String {
    say("收尾引号之后还有文字", "text follows the closing quotation mark")
  }
  package func cellTooLong(_ limit: Int) -> String {
    say("单元格超过 \(limit) 字节", "the cell is longer than \(limit) bytes")
  }
  package func rowTooLong(_ limit: Int) -> String {
    say("这一行超过 \(limit) 字节", "the row is longer than \(limit) bytes")
  }
  package func tooManyColumns(_ limit: Int) -> String {
    say("超过 \(limit) 列", "more than \(limit) columns")
  }
  package func tooManyRows(_ limit: Int) -> String {
    say("超过 \(limit) 行", "more than \(limit) rows")
  }
  package func undecodable(_ offset: Int, as name: String?) -> String {
    let place = say("第 \(offset + 1) 个字节", "byte \(offset + 1)")
    return name.map { say("\(place)不是 \($0)", "\(place) is not \($0)") }
      ?? say("既不是 UTF-8 也不是 GB18030（\(place)）", "neither UTF-8 nor GB18030 (\(place))")
  }
  package func encodingUnavailable(_ name: String) -> String {
    say("这台机器没有 \(name) 的转换表", "this machine has no table for \(name)")
  }
}

internal import Insight
package import Pipeline
internal import SafeText
package import Wording

// A plan's rows, figures and questions, in sentences.
extension Words {
  /// One line for each row: what becomes of it and why.
  package func ledger(_ line: LedgerPlan.Line, in pipeline: Pipeline) -> String {
    let text: String
    switch line.verdict {
    case .noRecord(let first):
      switch line.kind {
      case .title, .heading, .repeatedHeading, .note, .blank: text = rowSkippedAsTitle(first)
      default: text = rowSkipped(line.kind, first)
      }
    case .continues(let row): text = say("接第 \(row) 行", "goes on with row \(row)")
    case .repeats(let row, let name): text = rowRepeats(row, name)
    case .creates(let name, let stage, let like, let rows):
      text = ([rowCreates(name, stage)] + resemblances(like, rows, in: pipeline)).joined(
        separator: say("；", "; "))
    case .changes(let id, let changes, let leftAlone):
      let who = project(id, in: pipeline)
      let parts =
        changes.map { cellChange($0.heading, from: $0.old, to: $0.new) }
        + leftAlone.map(leftAloneText)
      text =
        changes.isEmpty
        ? ([rowUnchanged(who)] + parts).joined(separator: say("；", "; "))
        : rowChanges(who, parts)
    case .leaves(let id, let changes):
      text = rowLeaves(
        project(id, in: pipeline), whereabouts(of: id, in: pipeline) ?? "",
        changes.map { cellNotTaken($0.heading, $0.new) })
    case .createsActivity(let label): text = say("新增活动：\(label)", "new activity: \(label)")
    case .createsRecord(let kind, let label):
      text = say("新增\(record(kind))：\(label)", "new \(record(kind)): \(label)")
    case .changesRecord(let kind, let label, let changes):
      text = rowChanges(
        record(kind) + " " + label, changes.map { cellChange($0.heading, from: $0.old, to: $0.new) }
      )
    case .keepsRecord(let kind, let label):
      text = say("不变：\(record(kind)) \(label)", "unchanged: \(record(kind)) \(label)")
    case .keepsActivity(let label): text = say("不变：活动 \(label)", "unchanged: activity \(label)")
    case .asks(let name, let error): text = say("待答：", "open: ") + named(name, error)
    case .wrong(let name, let error): text = rowBad(named(name, error))
    case .leftOut(let name, let error):
      text =
        say("不导入：「\(name)」", "left out: “\(name)”")
        + (error.map { say("，", ", ") + self.problem($0.problem) } ?? "")
    }
    let taken = line.taken.map { say("；", "; ") + self.taken($0) }.joined()
    return rowLine(line.row, text + taken)
  }

  /// What the rows of such a table are called.
  private func record(_ kind: LedgerKind) -> String {
    switch kind {
    case .projects: say("项目", "project")
    case .activities: say("活动", "activity")
    case .milestones: say("节点", "milestone")
    case .requests: say("诉求", "request")
    case .targets: say("目标", "target")
    }
  }

  private func named(_ name: String, _ error: LedgerError) -> String {
    let place = error.column.map { say("第 \($0) 列", "column \($0): ") } ?? ""
    return name.isEmpty
      ? place + problem(error.problem)
      : say(
        "「\(name)」\(place)\(problem(error.problem))", "“\(name)”: \(place)\(problem(error.problem))"
      )
  }

  private func leftAloneText(_ change: LedgerPlan.CellChange) -> String {
    switch change.reason {
    case .scientific:
      say(
        "\(change.heading)「\(change.new)」是科学计数，没有取用，仍为「\(change.old)」",
        "\(change.heading) “\(change.new)” has lost digits in Excel; “\(change.old)” stays")
    case .lostZero:
      say(
        "\(change.heading)「\(change.new)」少了开头的 0，没有取用，仍为「\(change.old)」",
        "\(change.heading) “\(change.new)” has lost its first zeros; “\(change.old)” stays")
    case nil: cellLeftAlone(change.heading, change.new, now: change.old)
    }
  }

  /// Whom a new project resembles, with the first talk.
  private func resemblances(_ like: [Likeness], _ rows: [Int], in pipeline: Pipeline) -> [String] {
    like.map { likeness in
      let talk = [likeness.firstTalkUnit, likeness.firstTalkOn.map { date($0) }].compactMap(\.self)
      let first =
        talk.isEmpty
        ? ""
        : say("（首谈 \(talk.joined(separator: " "))）", " (first talk \(talk.joined(separator: " ")))")
      let who = project(likeness.project, in: pipeline)
      return say("与 \(who)\(first) 相似", "resembles \(who)\(first)")
    } + rows.prefix(3).map { say("与第 \($0) 行相似", "resembles row \($0)") }
  }

  /// What a row was taken for, when it holds no record.
  private func rowSkipped(_ kind: RowKind, _ first: String) -> String {
    switch kind {
    case .section(let name): say("分段「\(name)」", "section “\(name)”")
    case .sum: say("合计行「\(first)」", "a sum “\(first)”")
    case .nothingDone: say("未外出「\(first)」", "no journey “\(first)”")
    default: rowSkippedAsTitle(first)
    }
  }

  /// What a value was taken from.
  package func taken(_ taken: TakenFrom) -> String {
    let head =
      taken.heading.isEmpty
      ? "" : say("\(taken.heading)「\(taken.text)」", "\(taken.heading) “\(taken.text)” ")
    switch taken.source {
    case .date(.cell), .answer, .shorthand:
      return head + say("读作 \(taken.value)", "read as \(taken.value)")
    case .undated:
      return head + say("已发生，没有写日期，日期记作不详", "has happened; it does not say when")
    case .date(.serial(let number)):
      return head
        + say(
          "读作 \(taken.value)（Excel 的日期序号 \(number)）",
          "read as \(taken.value) (Excel's number \(number))")
    case .date(.zone):
      return head
        + say("按北京时间读作 \(taken.value)", "read as \(taken.value), Beijing time")
    case .date(.title(let year, let row)):
      return head
        + say(
          "读作 \(taken.value)（第 \(row) 行写明 \(year) 年）",
          "read as \(taken.value) (row \(row) says \(year))")
    case .date(.neighbour(let year)):
      return head
        + say(
          "读作 \(taken.value)（同行另一日期为 \(year) 年）",
          "read as \(taken.value) (another date of the row is of \(year))")
    case .date(.answer(let year)):
      return head
        + say("读作 \(taken.value)（按 --year \(year)）", "read as \(taken.value) (by --year \(year))")
    case .words: return head + say("原话留在备注或下步打算", "the words are kept")
    case .noStep:
      return head
        + say(
          "没有写下一步做什么，记作「\(taken.value)」",
          "has no next step beside it; it is called “\(taken.value)”")
    case .above(let row):
      return say(
        "\(taken.heading)空着，同第 \(row) 行「\(taken.value)」",
        "\(taken.heading) is blank and is “\(taken.value)” of row \(row)")
    case .section:
      return say("牵头单位取自分段「\(taken.value)」", "the lead unit is the section “\(taken.value)”")
    case .otherColumn(let heading):
      return head
        + say(
          "的单位由\(heading)「\(taken.value)」定", "has the unit that \(heading) “\(taken.value)” tells")
    }
  }

  // MARK: The result

  /// 新增 3 个，修改 0 个，不变 0 个，待答 1 行，有误 0 行，不导入 2 行.
  package func ledgerFigures(_ plan: LedgerPlan) -> String {
    let sums = plan.reconciliation
    let differing = sums.count { !$0.agrees }
    let compared =
      sums.isEmpty
      ? ""
      : say(
        "，核对 \(sums.count) 项、不符 \(differing) 项",
        ", \(sums.count) sums compared, \(differing) differ")
    return say(
      "新增 \(plan.created) 个，修改 \(plan.changed) 个，不变 \(plan.unchanged) 个，待答 \(plan.asked.count) 行，有误 \(plan.wrong.count) 行，不导入 \(plan.leftOut.count) 行",
      "\(plan.created) new, \(plan.changed) changed, \(plan.unchanged) unchanged, \(plan.asked.count) asked, \(plan.wrong.count) wrong, \(plan.leftOut.count) left out"
    ) + compared
  }

  package func ledgerImported(_ plan: LedgerPlan, dryRun: Bool) -> String {
    let figures = ledgerFigures(plan)
    return dryRun
      ? say("可以导入：\(figures)（未写入）", "Would import: \(figures) (nothing written)")
      : say("已导入：\(figures)", "Imported: \(figures)")
  }

  package func ledgerNotImported(_ plan: LedgerPlan) -> String {
    say("没有导入：", "Nothing was imported: ") + ledgerFigures(plan)
  }

  /// 第 8 行写合计 3家，读到 3：相符.
  package func reconciled(_ line: Reconciled) -> String {
    let subject =
      switch line.subject {
      case .projects: say("项目数", "projects")
      case .firms: say("企业数", "firms")
      case .trips: say("批次", "journeys")
      case .days: say("天数", "days")
      case .column(let heading): heading
      }
    let place =
      say("第 \(line.row) 行", "row \(line.row)")
      + (line.section.map { say("（\($0)）", " (\($0))") } ?? "")
    let verdict =
      line.agrees
      ? say("相符", "agrees")
      : say("不符", "differs")
        + (line.isExplained ? say("（有的行没有计入）", " (rows were left out of it)") : "")
    return say(
      "\(place)：\(subject)写明 \(line.stated)，读到 \(line.read)，\(verdict)",
      "\(place): \(subject) stated \(line.stated), read \(line.read): \(verdict)")
  }

  package func unread(_ column: LedgerPlan.UnreadColumn) -> String {
    switch column.reason {
    case .kept:
      say("「\(column.heading)」没有对应的字段", "“\(column.heading)” has no field here")
        + (column.cells > 0
          ? say(
            "，内容记入备注（\(column.cells) 行；--column \(column.column)=字段 导入，--column \(column.column)=- 不要）",
            ", and is kept in the notes (\(column.cells) rows; --column \(column.column)=FIELD takes it, --column \(column.column)=- leaves it out)"
          ) : say("，也没有内容", " and says nothing"))
    case .unknown:
      columnUnknown(column.heading)
        + (column.cells > 0
          ? say(
            "（\(column.cells) 行有内容；要导入请用 --column \(column.column)=字段）",
            " (\(column.cells) rows say something; --column \(column.column)=FIELD takes it)")
          : "")
    case .computed: columnComputed(column.heading)
    case .notNeeded: say("「\(column.heading)」这一列不导入", "“\(column.heading)” is left out")
    }
  }

  // MARK: Questions

  /// A question with its place; see ``answer(_:)`` for what may be answered.
  package func question(_ question: ImportQuestion) -> String {
    let rows = rowsNamed(question)
    switch question.subject {
    case .sheet(let names):
      return say(
        "有 \(names.count) 个工作表像台账：\(list(names))，读哪一个？",
        "\(names.count) sheets hold a table: \(list(names)). Which is to be read?")
    case .stage(let isAnyCore):
      let why =
        isAnyCore
        ? say("没有写明阶段", "no stage is given")
        : say("阶段、金额、日期一样也没有认出来", "neither stage, amount nor date was recognised")
      return say(
        "\(rows)：\(why)，这 \(question.count) 个新项目都会放在对接，是吗？",
        "\(rows): \(why), so that these \(question.count) new projects would all stand in Contact. Is that meant?"
      )
    case .unit(_, let heading, let example):
      return say(
        "\(rows)：\(heading)「\(example)」没有单位，表头和表上方也没有写；按什么单位？",
        "\(rows): \(heading) “\(example)” has no unit, and neither heading nor table says one. What does it count?"
      )
    case .year(let heading, let example):
      return say(
        "\(rows)：\(heading)「\(example)」没有年份，是哪一年？",
        "\(rows): \(heading) “\(example)” has no year. Which is it?")
    case .word(let heading, let word):
      return say(
        "\(rows)：\(heading)「\(word)」对应哪个阶段或状态？",
        "\(rows): \(heading) “\(word)” is which stage or status?")
    case .activityKind:
      return say(
        "\(rows)：标题和表头都没有写是外出还是来访，是哪一类活动？",
        "\(rows): neither title nor headings say whether they went out or were visited. Which is it?"
      )
    case .blankUnit(let heading, let above):
      return say(
        "\(rows)：\(heading)空着，上面是「\(above)」（合并单元格存成文本会这样），是同一个单位吗？",
        "\(rows): \(heading) is blank under “\(above)”, as merged cells become in text. Is it the same?"
      )
    case .unknownColumn(let heading, let column, let example):
      return say(
        "第 \(column) 列「\(heading)」（如「\(example)」）没有认出来，内容像日期或金额；对应哪个字段，还是记入备注、不导入？",
        "Column \(column) “\(heading)” (like “\(example)”) is not known, and its cells are days or amounts. Which field is it, or is it kept as a note, or left out?"
      )
    case .signing:
      return say(
        "\(rows)：已签约，但没有写签约日期；按哪一天（可以只到年或月）？",
        "\(rows): signed, but it does not say when. Which date is taken (a year or a month will do)?"
      )
    case .review(let word):
      return say(
        "\(rows)：「\(word)」要有复核日期，没有写；哪一天再看？",
        "\(rows): “\(word)” wants a day on which it is looked at again. Which is it?")
    case .struck:
      return say("\(rows)：画了删除线，要导入吗？", "\(rows): struck through. Are they to be taken?")
    case .columnTwice(let heading, let column, let other):
      return say(
        "「\(heading)」第 \(column) 列与第 \(other) 列是同一内容，读哪一列？",
        "“\(heading)” in column \(column) is the same as column \(other). Which is to be read?")
    case .sum(let line): return reconciled(line) + say("，照样导入吗？", ". Import all the same?")
    case .row(let name, let error): return rowLine(error.row, named(name, error))
    }
  }

  private func rowsNamed(_ question: ImportQuestion) -> String {
    let shown = question.rows.prefix(5).map { "\($0)" }
    let more = question.count > shown.count
    return say(
      "第 \(shown.joined(separator: "、")) 行" + (more ? "等 \(question.count) 行" : ""),
      (question.count == 1 ? "row " : "rows ") + shown.joined(separator: ", ")
        + (more ? " and \(question.count - shown.count) more" : ""))
  }

  /// An answer to choose, in words.
  package func choice(_ answer: ImportAnswer) -> String {
    switch answer {
    case .sheet(let name): name
    case .unit(_, let name): name
    case .column(let place, "words"):
      say("第 \(place + 1) 列记入备注", "keep column \(place + 1) as a note")
    case .column(let place, _): say("第 \(place + 1) 列不读", "leave column \(place + 1) out")
    case .signed(let date): self.date(date)
    case .review(let day): self.date(.day(day))
    case .year(let year): "\(year)"
    case .stage(let stage): self.stage(stage)
    case .word(_, let meaning): meaning == "-" ? say("不读", "nothing") : meaning
    case .same(_, let id):
      id.map { say("就是 \($0)", "it is \($0)") } ?? say("是新项目", "it is a new project")
    case .cell(_, let text): say("读作「\(text)」", "read “\(text)”")
    case .leaveOut: say("不导入这一行", "leave the row out")
    case .despiteSums: say("照样导入", "import all the same")
    case .activityKind(let kind): activityKind(kind)
    case .blankUnit(let isAbove):
      isAbove ? say("同上面的单位", "the one above") : say("没有单位", "no unit")
    case .struck(let isTaken): isTaken ? say("导入", "take them") : say("不导入", "leave them out")
    }
  }

  /// The options that answer a question, the likeliest first: --stage 对接.
  package func answers(_ question: ImportQuestion) -> [String] {
    var options: [String] = []
    for choice in question.choices {
      let (name, value) = choice.option
      options.append(value.map { "\(name) \(ShellWord.quoted($0))" } ?? name)
    }
    switch question.subject {
    case .year: options.append("--year " + say("年份", "YEAR"))
    case .unknownColumn(_, let column, _):
      options.append("--column " + ShellWord.quoted(say("\(column)=字段", "\(column)=FIELD")))
    case .signing:
      options += ["--signed " + say("日期", "DATE"), "--skip-bad " + say("文件", "FILE")]
    case .review:
      options += ["--review " + say("日期", "DAY"), "--skip-bad " + say("文件", "FILE")]
    case .row(_, let error) where error.problem.isProjectUnknown:
      options.insert(
        "--same " + ShellWord.quoted(say("\(error.row)=编号", "\(error.row)=NUMBER")), at: 0)
      options.append("--skip-bad " + say("文件", "FILE"))
    case .row, .word, .struck: options.append("--skip-bad " + say("文件", "FILE"))
    default: break
    }
    return options
  }
}

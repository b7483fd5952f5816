internal import Pipeline
internal import SafeText
package import Wording

// What a file leaves open, in sentences, with the options that answer it.
extension Words {
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
    case .wrongUnit(_, let amount):
      let sum = amountInFull(.known(amount.whole))
      return say(
        "\(rows)：\(amount.heading)「\(amount.value)」按\(scale(amount.scale))算是 \(sum)，不像一个项目的金额；是\(scale(amount.likelier))吗？",
        "\(rows): \(amount.heading) “\(amount.value)” is \(sum) in \(scale(amount.scale)), unlike any project. Is it \(scale(amount.likelier))?"
      )
    case .firms:
      return say(
        "\(rows)：没有认出哪一列是投资方，是第几列？",
        "\(rows): no column is known to name the investors. Which is it?")
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
    case .column(let place, "investors"):
      say("第 \(place + 1) 列是投资方", "column \(place + 1) names the investors")
    case .column(let place, let meaning) where meaning.contains("("):
      say(
        "第 \(place + 1) 列都按\(Self.bracket(of: meaning))读",
        "all of column \(place + 1) is in \(Self.bracket(of: meaning))")
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

  /// 万元 of amount (万元).
  private static func bracket(of meaning: String) -> String {
    String(meaning.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" })
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
    case .firms:
      options += [
        "--column " + ShellWord.quoted(say("列号=investors", "COLUMN=investors")),
        "--skip-bad " + say("文件", "FILE"),
      ]
    case .signing:
      options += ["--signed " + say("日期", "DATE"), "--skip-bad " + say("文件", "FILE")]
    case .review:
      options += ["--review " + say("日期", "DAY"), "--skip-bad " + say("文件", "FILE")]
    case .row(_, let error) where error.problem.isProjectUnknown:
      options.insert(
        "--same " + ShellWord.quoted(say("\(error.row)=编号", "\(error.row)=NUMBER")), at: 0)
      options.append("--skip-bad " + say("文件", "FILE"))
    case .row, .word, .struck, .wrongUnit: options.append("--skip-bad " + say("文件", "FILE"))
    default: break
    }
    return options
  }
}

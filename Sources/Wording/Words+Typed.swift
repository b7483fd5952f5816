package import Pipeline
package import Vocabulary

extension Words {
  /// Why a typed text or a cell is not what was expected there, and how to write it: one sentence, the
  /// same at every door.
  package func typed(_ fault: TypedFault) -> String {
    let text = say("「\(fault.text)」", "'\(fault.text)'")
    switch fault.problem {
    case .notAnAmount:
      return say(
        "\(text)不是金额，请写成 1.6亿、3000万、2000万美元 或 未披露",
        "\(text) is not an amount; write 1.6亿, 3000万, 20m USD or undisclosed")
    case .unitMissing:
      return say(
        "\(text)没有单位，不知道是元、万元还是亿元，请写成 \(fault.text)万元 这样",
        "\(text) has no unit: yuan, 万 or 亿? Write it like \(fault.text)万元")
    case .negative:
      return say(
        "\(text)是负数（账上的括号也是减），金额不能为负，请核对后写成 4500万元 这样",
        "\(text) is a minus, as accounts write it; an amount is none: write it like 4500万元")
    case .tooFine:
      return say(
        "\(text)比分还小，记不下，请写到分为止，如 0.01元",
        "\(text) is finer than a cent; write no finer than 0.01元")
    case .tooLarge:
      return say(
        "\(text)太大，记不下，请核对单位，如 900万亿元 以内",
        "\(text) is too large; check the unit and keep below 900万亿元")
    case .notOneAmount:
      return say(
        "\(text)不是一个数，请只填其中一个，如 3亿，或留空、写进备注",
        "\(text) is not one amount; give one of them, like 3亿, or leave it and write a note")
    case .severalAmounts:
      return say(
        "\(text)是几笔金额，请分成几个项目，或只填合计，如 3亿",
        "\(text) holds several amounts; make a project of each, or give the sum, like 3亿")
    case .unitDoubtful(let scale):
      let scale = self.scale(scale)
      return say(
        "\(text)和这一列的单位\(scale)对不上，请连单位一起写清，如 500万美元",
        "\(text) does not go with the unit \(scale) of its column; write it out, like 500万美元")
    case .notADate:
      return say(
        "\(text)不是日期，请写成 2023-07-19、2023-07、2023-07-01..2023-09-04 或 不详",
        "\(text) is not a date; write 2023-07-19, 2023-07, 2023-07-01..2023-09-04 or unknown")
    case .notADay:
      return say("\(text)不是某一天，请写成 2023-07-19", "\(text) is not one day; write it like 2023-07-19")
    case .noSuchDay:
      return say(
        "日历上没有\(text)，请核对后写成 2023-07-19",
        "The calendar has no \(text); check it and write it like 2023-07-19")
    case .relative:
      return say(
        "\(text)要看是哪天写的，文件里请写年月日，如 2023-07-19",
        "\(text) hangs on the day it was written; in a file write it like 2023-07-19")
    case .yearMissing:
      return say(
        "\(text)没有年份，表里也没写是哪一年，请写成 2023-07-19",
        "\(text) has no year, and nothing in the sheet tells it; write it like 2023-07-19")
    case .notYet(let date, let today):
      return say(
        "\(text)读作 \(self.date(date))，在今天 \(today) 之后，已发生的事不会在将来，请核对后写成 2023-07-19 这样",
        "\(text) reads as \(self.date(date)), after today, \(today), and what has happened is not "
          + "later; check it and write it like 2023-07-19")
    case .serial(let day):
      return say(
        "\(text)是 Excel 里 \(day) 的序号，不是日期，请写成 \(day)",
        "\(text) is Excel's number for \(day) and no date; write \(day)")
    case .weekdayDiffers(let day):
      return say(
        "\(text)对不上：\(day) 是\(weekday(day))，请核对日期和星期",
        "\(text) does not agree: \(day) is a \(weekday(day)); check the day and the weekday")
    case .eitherDay(let one, let other):
      return say(
        "\(text)可以是 \(one)，也可以是 \(other)，请写成 \(one) 这样",
        "\(text) may be \(one) or \(other); write it like \(one)")
    case .scientific:
      return say(
        "\(text)是科学计数，末几位已经丢了，请把这一列设成文本再填完整的数字，如 13800138000",
        "\(text) is in powers of ten and has lost its last digits; "
          + "make the column text and write all digits, like 13800138000")
    case .notAKind: return unknownWord(fault.text, field(.kind), of: ProjectKind.self)
    }
  }

  /// The same in a few words, beside a line.
  package func typedBriefly(_ problem: TypedFault.Problem) -> String {
    switch problem {
    case .notAnAmount, .unitDoubtful: amountFault
    case .unitMissing: say("没有单位，如 1200万", "no unit, as 1200万")
    case .negative: say("不能为负", "below zero")
    case .tooFine: say("比分还小", "finer than a cent")
    case .tooLarge: say("太大", "too large")
    case .notOneAmount, .severalAmounts: say("要一个数，如 3亿", "one amount, as 3亿")
    case .notADate, .noSuchDay: dateFault
    case .notADay: say("要某一天", "no single day")
    case .relative, .yearMissing, .notYet: say("缺年份", "no year")
    case .serial: say("像 Excel 序号", "Excel's number")
    case .weekdayDiffers: say("星期不符", "another weekday")
    case .eitherDay: say("月日分不清", "which is the month?")
    case .scientific: say("末几位丢了", "digits are lost")
    case .notAKind: choiceFault
    }
  }

  /// What a value does not say of what was typed for it, as a note: 总投资：约2亿.
  package func remark(_ text: String, of field: Field) -> String {
    say("\(self.field(field))：\(text)", "\(self.field(field)): \(text)")
  }

  /// Names in one line, so that they are read back as they were: 甲公司、乙公司.
  package func names(_ items: [String], _ kind: NameList.Kind) -> String {
    kind == .firms ? items.joined(separator: say("、", "; ")) : list(items)
  }

  /// A unit and a currency as a heading writes them: 万元, 亿美元; the English say them so too.
  package func scale(_ scale: AmountScale) -> String {
    let name: String =
      switch scale.unit.map({ ($0.unit, $0.shift) }) {
      case (.one, 3)?: "千"
      case (.wan, 1)?: "十万"
      case (.wan, 2)?: "百万"
      case (.wan, 3)?: "千万"
      case (.wan, _)?: "万"
      case (.yi, 1)?: "十亿"
      case (.yi, 2)?: "百亿"
      case (.yi, 3)?: "千亿"
      case (.yi, 4)?: "万亿"
      case (.yi, _)?: "亿"
      case (.one, _)?, nil: ""
      }
    return name + (CurrencyNames.zh[(scale.currency ?? .yuan).code] ?? scale.currency?.code ?? "")
  }
}

package import Wording

// What values were taken from, in sentences.
extension Words {
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
}

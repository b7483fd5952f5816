internal import Wording

// What the window of an import says.
extension Words {
  var importTitle: String { say("导入", "Import") }
  func importTitle(_ path: String) -> String { say("导入 \(path)", "Import \(path)") }
  var importWhichFile: String {
    say(
      "台账 .csv .tsv .xlsx，或交换文件 .json；先预览，确认后才写入",
      "A ledger in .csv .tsv .xlsx, or an exchange file in .json; a preview first, nothing is "
        + "written before you say so")
  }
  func importReading(_ share: Int, key: String) -> String {
    say("正在读取 \(share)%，\(key) 离开", "Reading, \(share)%; \(key) leaves")
  }

  func importWriting(_ rows: Int, key: String) -> String {
    say(
      "就要写入 \(rows) 行，要一会儿；\(key) 或 Ctrl-C 不写",
      "About to write \(rows) rows, which takes a while; \(key) or Ctrl-C does not")
  }

  func importVerdict(_ verdict: ImportPreview.Verdict) -> String {
    switch verdict {
    case .new: say("新增", "new")
    case .changed: say("修改", "changed")
    case .unchanged: say("不变", "unchanged")
    case .asked: say("问", "asked")
    case .wrong: say("有误", "wrong")
    case .leftOut: say("不导入", "left out")
    case .noRecord: say("其他行", "no record")
    }
  }

  func importColumns(_ count: Int) -> String { say("列 \(count)", "Columns \(count)") }

  func importRows(_ count: Int, _ filter: ImportPreview.Verdict?) -> String {
    let name = filter.map { say("：", ": ") + importVerdict($0) } ?? ""
    return say("行 \(count)", "Rows \(count)") + name
  }

  func importQuestions(_ count: Int) -> String {
    say("待答 \(count)，先答这一个", "\(count) to answer, this one first")
  }

  var importUnknown: String { say("？不认识", "? unknown") }
  var importOwnAnswer: String { say("填写", "Answer") }
  var importTypeAnswer: String { say("= 自己填写", "= type another answer") }
  func importMoreSums(_ count: Int) -> String {
    say("还有 \(count) 项核对", "\(count) more sums compared")
  }

  func importWrite(_ key: String) -> String { say("写入 \(key)", "Write \(key)") }
  func importAnswer(_ key: String) -> String { say("就选这个 \(key)", "Choose \(key)") }
  func importGoOn(_ key: String) -> String { say("去答 \(key)", "Go on \(key)") }

  func importHint(_ pane: ImportState.Pane, asks: Bool) -> String {
    switch pane {
    case .columns:
      say("hl 换字段  u 换单位  Tab 到行", "hl field  u unit  Tab rows")
    case .rows:
      say(
        "f 筛选  x 不导入此行  Tab " + (asks ? "到待答" : "到列"),
        "f filter  x leave out  Tab " + (asks ? "questions" : "columns"))
    case .questions: say("jk 选  Tab 看列和行", "jk choose  Tab columns and rows")
    }
  }

  func importIsOpen(questions: Int, wrong: Int) -> String {
    let parts = [
      questions > 0 ? say("\(questions) 个问题待答", "\(questions) questions open") : nil,
      wrong > 0 ? say("\(wrong) 行有误（x 不导入）", "\(wrong) rows wrong (x leaves one out)") : nil,
    ]
    return say("还不能写入：", "Not yet: ")
      + parts.compactMap(\.self).joined(separator: say("，", ", "))
  }

  func importNoUnit(_ heading: String) -> String {
    say("「\(heading)」不是金额，没有单位", "“\(heading)” is no amount and has no unit")
  }

  var importCancelled: String { say("没有导入，什么都没有写入", "Nothing was imported or written") }
}

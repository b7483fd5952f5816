internal import Insight
internal import Pipeline
internal import Wording

// What is said where the board is worked with line by line.
extension Words {
  var plainHint: String {
    say(
      "输入编号；或 #项目号、名称、拼音首字母；或一句命令，如 next 送图 +3d。? 列出命令，.. 返回，回车再说一遍，q 离开。",
      "Type a number; or #23, a name or its initials; or a command such as next 送图 +3d. ? lists commands, "
        + ".. goes back, Enter says it again, q leaves.")
  }
  var whichOne: String { say("哪一个？", "Which one?") }
  var whatNow: String { say("可以做什么：", "What can be done:") }
  func moreCards(_ count: Int) -> String { say("还有 \(count) 个", "\(count) more") }
  func noSuchNumber(_ typed: String, of count: Int) -> String {
    count == 0
      ? say("这里没有编号", "There are no numbers here")
      : say("没有编号 \(typed)；编号是 1 到 \(count)", "No number \(typed); there are 1 to \(count)")
  }
  var onlyOnScreen: String {
    say("这一项要看屏幕才能做", "This can be done on a screen only")
  }
  var importLineByLine: String {
    say(
      "导入台账请用命令 zhaoshang import 文件：它逐条提问，不用看屏幕",
      "Import by the command zhaoshang import FILE: it asks line by line")
  }

  /// The counts of what is overdue and stale, those that are not naught.
  func late(_ counts: LateCounts) -> [String] {
    (counts.overdue > 0 ? [overdueCount(counts.overdue)] : [])
      + (counts.stale > 0 ? [staleCount(counts.stale)] : [])
  }

  func spoken(_ notice: Notice) -> String {
    let again =
      notice.offersRedo
      ? say("；输入 redo 重做", "; redo does it again")
      : notice.offersUndo ? say("；输入 u 撤销", "; u takes it back") : ""
    return notice.text + again
  }

  /// A line that may be meant, and what to type for it.
  func spoken(_ row: PaletteRow) -> String {
    let reason = row.unavailable.map { say("（现在不能：\($0)）", " (not now: \($0))") } ?? ""
    return row.title + (row.command.isEmpty ? "" : "  " + row.command) + reason
  }

  func spokenPath(_ path: String) -> String {
    say(
      "写入哪个文件？回车写入 \(path)，.. 不写", "Into which file? Enter for \(path), .. for none")
  }
  func spokenFilter(_ text: String) -> String {
    let now = text.isEmpty ? "" : say("现在是 \(text)；", "It is \(text) now; ")
    return now
      + say("按什么筛选？空行是全部，.. 不改", "filter by what? An empty line for all, .. leaves it")
  }

  // MARK: Forms

  /// How many of the known values are said.
  private static let mostValues = 9

  /// What a line of a form asks for: its name, what stands in it, what is known for it.
  func asked(_ entry: Form.Entry, in form: Form, hint: String) -> String {
    var parts = [formLabel(entry.key) + (entry.isRequired ? say("（必填）", " (required)") : "")]
    if !entry.editor.isEmpty {
      parts.append(say("现在是 \(entry.editor.text)", "now \(entry.editor.text)"))
    }
    if !entry.choices.isEmpty {
      let shown = form.isClosed(entry) ? entry.choices[...] : entry.choices.prefix(Self.mostValues)
      parts.append(list(shown.enumerated().map { "\($0.offset + 1) \($0.element)" }))
    } else if !hint.isEmpty {
      parts.append(hint)
    }
    return points(parts)
  }

  /// A line of a form as it stands.
  func spoken(_ entry: Form.Entry, in form: Form) -> String {
    let text = entry.editor.isEmpty ? say("空", "empty") : entry.editor.text
    let fault = entry.fault.map { say("（\(formFault($0))）", " (\(formFault($0)))") } ?? ""
    return formLabel(entry.key) + (entry.isRequired ? say("（必填）", " (required)") : "") + " " + text
      + fault
  }

  var formHelp: String {
    say(
      "回车不改，- 清空，. 存盘，.. 不存，? 说出各项",
      "Enter leaves it, - empties it, . saves, .. gives up, ? says all lines")
  }
  var formEnd: String {
    say("输入编号改那一项；. 存盘，.. 不存。", "A number changes that line; . saves, .. gives up.")
  }
}

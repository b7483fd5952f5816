package import Pipeline
package import Vocabulary

// What the command line says when it cannot do what it was asked.
extension Words {
  /// A word that is none of the ones known.
  ///
  /// - Parameter what: What it should have been, such as 阶段.
  package func unknownWord(_ word: String, _ what: String, choices: [String]) -> String {
    say(
      "没有这样的\(what)「\(word)」，可用：\(choices.joined(separator: " "))",
      "“\(word)” is no \(what.lowercased()); known are: \(choices.joined(separator: " "))")
  }

  /// A word that names none of a closed set; the choices are shown in this language and as codes.
  package func unknownWord<Known: Named>(_ word: String, _ what: String, of: Known.Type) -> String {
    unknownWord(
      word, what,
      choices: Known.allCases.map { language == .zh ? "\($0.code)(\(name($0)))" : $0.code })
  }

  /// A word that an option does not take.
  package func unknownChoice(_ word: String, _ option: String, choices: [String]) -> String {
    let list = choices.joined(separator: " ")
    return say(
      "\(option) 不能是「\(word)」，可用：\(list)", "\(option) takes no “\(word)”; it takes: \(list)")
  }

  package func fileTooLarge(_ path: String, _ limit: Int) -> String {
    say("\(path) 超过 \(limit >> 20) MiB", "\(path) is larger than \(limit >> 20) MiB")
  }

  package func notASize(_ text: String) -> String {
    say("「\(text)」不是画面大小，请写成 80x24", "'\(text)' is not a size; write it like 80x24")
  }

  package func badScriptLine(file: String, line: Int, text: String) -> String {
    say(
      "\(file) 第 \(line) 行看不懂：「\(text)」；可用 keys、key、text、paste、press、drag、release、right、wheel、size、print",
      "\(file) line \(line) is not a step: '\(text)'; steps are keys, key, text, paste, press, drag, release, right, wheel, size, print"
    )
  }

  package func endBeforeStart(_ end: Day, _ start: String) -> String {
    say("结束日期 \(end) 早于开始日期 \(start)", "The end \(end) is before the start \(start)")
  }

  package func noProjectFits(_ text: String) -> String {
    say(
      "没有名称符合「\(text)」的项目，可用 zhaoshang search 查找",
      "No project fits “\(text)”; zhaoshang search finds what there is")
  }

  /// More than one project fits a name; the candidates are listed.
  package func severalProjectsFit(_ text: String, _ candidates: [String], more: Int) -> String {
    let list = candidates.map { "\n  " + $0 }.joined()
    let rest = more > 0 ? say("\n  另有 \(more) 个", "\n  and \(more) more") : ""
    return say(
      "「\(text)」符合多个项目，请用编号：", "“\(text)” fits several projects; give the number:") + list
      + rest
  }

  package func assignmentExpected(_ text: String) -> String {
    say("「\(text)」应写成 字段=值，例如 owner=王磊", "“\(text)” should be FIELD=VALUE, such as owner=Wang")
  }

  package func givenTwice(_ field: Field) -> String {
    say("\(self.field(field))给了两次", "\(self.field(field)) is given twice")
  }

  package var nothingToEdit: String {
    say("没有要改的字段，请写成 字段=值", "There is nothing to change; write FIELD=VALUE")
  }

  package func reasonOption(_ sentence: String) -> String {
    sentence + say("（用 --reason 说明）", " (use --reason)")
  }

  package func noSuchChange(_ sequence: SequenceNumber) -> String {
    say("没有第 \(sequence) 条记录", "There is no change \(sequence)")
  }

  package func notBegun(_ id: ProjectID, on day: Day) -> String {
    say("\(day) 时 \(id) 还没有开始", "\(id) had not begun on \(day)")
  }

  package func requestNotIn(_ id: RequestID, on day: Day) -> String {
    say("\(day) 时第 \(id.number) 件诉求还没有收到", "Request \(id.number) had not come in on \(day)")
  }

  package var textOrClear: String {
    say("请给出下步打算，或用 --clear 清除", "Give the next step, or --clear")
  }

  package var ownerOrLead: String {
    say("请给出责任人，或用 --lead 指定牵头单位", "Give an owner, or lead units with --lead")
  }

  package var nothingToRedo: String { say("没有可重做的操作", "There is nothing to redo") }

  /// An option that means nothing without another.
  package func optionNeeds(_ one: String, _ other: String) -> String {
    say("\(one) 要和 \(other) 一起用", "\(one) goes with \(other)")
  }

  /// What a loss that nobody agreed to yet needs.
  package var consentNeeded: String {
    say(
      "什么也没有改动；同意放弃就加上 --yes。先复制整个目录留底",
      "Nothing was changed; add --yes to agree to the loss. Copy the whole folder first")
  }

  package func conflictingOptions(_ one: String, _ other: String) -> String {
    say("\(one) 与 \(other) 不能同用", "\(one) and \(other) do not go together")
  }

  package func noPlaceForStore(_ variable: String) -> String {
    say(
      "不知道把数据放在哪里：没有主目录，请用 --store 或 \(variable) 指定",
      "There is no home folder to keep the store in; name one with --store or \(variable)")
  }

  package func cannotRead(_ path: String, _ why: String) -> String {
    say("读不了 \(path)：\(why)", "Cannot read \(path): \(why)")
  }

  package func cannotWrite(_ path: String, _ why: String) -> String {
    say("写不了 \(path)：\(why)", "Cannot write \(path): \(why)")
  }

  /// What was done is done, though it could not be printed.
  package func doneUntold(_ why: String) -> String {
    say(
      "已经做完，不要再做一次；只是结果写不到标准输出：\(why)",
      "It is done, do not do it again; only what came of it could not be printed: \(why)")
  }

  /// The program was started without even its own name.
  package var noArguments: String {
    say(
      "启动时没有收到任何参数，连程序名也没有，所以什么也没有做；请照常用 zhaoshang 运行",
      "It was started without arguments, not even its own name, so nothing was done; "
        + "run it as zhaoshang")
  }

  package func noSuchGroup(_ name: String) -> String {
    say("这台机器上没有用户组「\(name)」", "There is no group “\(name)” on this machine")
  }

  /// Something in an imported file that has no place here.
  package func notHeld(_ path: String) -> String {
    say("\(path) 未导入：本版本没有这一项", "\(path) is left out: this version has no place for it")
  }

  /// The same for so many others.
  package func notHeld(more: Int) -> String {
    say("另有 \(more) 处未导入：本版本没有这些项", "\(more) more are left out: this version has no place for them")
  }

  /// What to do about a damaged store.
  package func damagedAdvice(lastWhole: SequenceNumber, lost: Int) -> String {
    say(
      "数据受损：第 \(lastWhole) 条以前完好，之后有 \(lost) 条读不出。"
        + "有备份就用 zhaoshang doctor --from 备份目录 修补，换下的文件会留着；"
        + "没有备份，zhaoshang doctor --repair gap 列出放弃后会失去什么；不要自己改动其中的文件",
      "The store is damaged: up to change \(lastWhole) all is whole, \(lost) after it cannot be read. "
        + "With a backup, zhaoshang doctor --from FOLDER mends it and keeps what it replaces; "
        + "without one, zhaoshang doctor --repair gap lists what giving up would lose; "
        + "change nothing in it by hand")
  }

  package func alreadyThere(_ path: String) -> String {
    say("\(path) 已经存在，不会覆盖", "\(path) is there already and is not overwritten")
  }
}

// Saved views and what is offered while a filter is typed.
extension Words {
  package func useView(_ name: String, _ filter: String) -> String {
    let rest = filter.isEmpty ? "" : "  " + filter
    return say("视图 \(name)", "View \(name)") + rest
  }
  package func viewShown(_ name: String) -> String { say("视图「\(name)」", "View \(name)") }
  package func viewSaved(_ name: String, path: String) -> String {
    say("视图「\(name)」已存到 \(path)", "View \(name) was saved in \(path)")
  }
  package func viewForgotten(_ name: String) -> String {
    say("视图「\(name)」已删去", "View \(name) was removed")
  }
  package func unknownView(_ name: String, known: [String]) -> String {
    known.isEmpty
      ? say("没有视图「\(name)」；看板里用 :save 名称 保存", "No view \(name); :save NAME on the board keeps one")
      : say("没有视图「\(name)」；有: \(list(known))", "No view \(name); there are: \(list(known))")
  }
  package func notAViewName(_ name: String) -> String {
    say(
      "「\(name)」不能作视图名：不要空格、引号、点、括号、= # \\",
      "\(name) is no name for a view: no blanks, quotes, dots, brackets, = # \\")
  }
  package var nothingToOffer: String { say("没有可补全的", "Nothing fits here") }
  /// The keys of the filter line: each with what it does.
  package func filterKeys(keep: String, restore: String) -> [(key: String, label: String)] {
    [
      (keep, say("保留", " keeps ")), (restore, say("还原", " restores ")),
      ("Tab", say("补全", " completes ")), ("Ctrl-R", say("用过的", " earlier ones ")),
      (":save", say(" 名称 存为视图", " NAME keeps a view")),
    ]
  }
  /// The first lines of a file of views that is new.
  package var viewsFileHead: String {
    say(
      "## 看板里 :save 名称 存下的视图；可以手工改，备注会留着。\n\n",
      "## Views kept by :save NAME on the board; may be edited, remarks stay.\n\n")
  }
  package func cannotChangeViews(_ path: String) -> String {
    say(
      "\(path) 改不了而不动到别的内容，没有保存；请手工改",
      "\(path) cannot be changed safely; nothing was saved, edit it by hand")
  }
}

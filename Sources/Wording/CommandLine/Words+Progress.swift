/// A work long enough that a person wants to know how far it is.
package enum LongWork: CaseIterable, Hashable, Sendable {
  case readingJournal, checkingStore, comparing, sealing, importing, writingReport, exporting,
    copyingStore, publishing
}

// How far a long work is, in one line of the terminal.
extension Words {
  package func longWork(_ work: LongWork) -> String {
    switch work {
    case .readingJournal: say("正在读取全部记录", "Reading every record")
    case .checkingStore: say("正在核对数据", "Checking the store")
    case .comparing: say("正在与备份逐字节对照", "Comparing with the backup")
    case .sealing: say("正在算账本指纹", "Sealing the journal")
    case .importing: say("正在导入", "Importing")
    case .writingReport: say("正在写报表", "Writing the report")
    case .exporting: say("正在导出", "Exporting")
    case .publishing: say("正在写网页", "Writing the pages")
    case .copyingStore: say("正在复制并核对数据", "Copying and checking the store")
    }
  }

  /// `正在导入 [#####-----]  50 %  Ctrl-C 停止`, without the bar where there is no room for it.
  ///
  /// - Parameters:
  ///   - done: How much is done, in whatever is counted; taken as nothing when `total` is 0.
  ///   - columns: How many columns the line may take.
  ///   - width: How many columns a text takes.
  package func progress(
    _ work: LongWork, done: Int, of total: Int, columns: Int, width: (String) -> Int
  ) -> String {
    let share = total > 0 ? Double(min(max(0, done), total)) / Double(total) : 0
    let percent = "\(Int(share * 100))"
    let name = longWork(work)
    let figure = String(repeating: " ", count: max(0, 3 - percent.utf8.count)) + percent + " %"
    let hint = "  " + say("Ctrl-C 停止", "Ctrl-C stops it")
    let room = columns - width(name + figure + hint) - 4
    if room >= 10 {
      let cells = min(room, 40)
      let filled = Int(share * Double(cells))
      let bar =
        String(repeating: "#", count: filled) + String(repeating: "-", count: cells - filled)
      return "\(name) [\(bar)] \(figure)\(hint)"
    }
    let short = "\(name) \(figure)"
    return width(short) <= columns ? short : figure
  }

  /// What is said when a person stopped a work.
  package func stopped(_ work: LongWork) -> String {
    switch work {
    case .importing: say("已停止，什么都没有写入", "Stopped; nothing was written")
    case .publishing: say("已停止，写好的网页都是完整的", "Stopped; every page is whole")
    case .copyingStore: say("已停止，没有留下副本", "Stopped; no copy was left")
    case .readingJournal, .checkingStore, .comparing, .sealing, .writingReport, .exporting:
      say("已停止，数据没有改动", "Stopped; nothing was changed")
    }
  }
}

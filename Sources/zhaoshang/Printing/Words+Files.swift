internal import Files
internal import Wording

// What is said about files that are read or written beside the store.
extension Words {
  /// One sentence: the file, and what is the matter with it.
  func file(_ fault: FileFault) -> String {
    let path = fault.path
    return switch fault.reason {
    case .system(let errno): cannotWrite(path, system(errno))
    case .isThere: alreadyThere(path)
    case .notAFile: say("\(path) 不是普通文件", "\(path) is no ordinary file")
    case .foreign:
      say("\(path) 不是您自己的文件，或别人能改它", "\(path) is not your own file, or others may change it")
    case .hasOtherNames: say("\(path) 另有别的名字（硬链接）", "\(path) has other names (hard links)")
    case .danglingLink:
      say("\(path) 是链接，所指的文件不存在", "\(path) is a link, and what it leads to is not there")
    case .blockDevice:
      say("\(path) 是磁盘设备，写上去会毁掉它", "\(path) is a disk, which writing to would destroy")
    case .nobodyReads:
      say("没有程序在读管道 \(path)，请先开始读", "Nobody reads the pipe \(path); begin to read it first")
    case .interrupted: say("写 \(path) 时被中止", "Stopped while writing \(path)")
    case .tooLarge(let limit): fileTooLarge(path, limit)
    }
  }

  func outputIntoStore(_ path: String, store: String) -> String {
    say(
      "\(path) 在数据目录 \(store) 里面，写进去会毁掉数据；请写到别处",
      "\(path) lies in the store \(store), which it would destroy; write it elsewhere")
  }

  func outputOverInput(_ path: String) -> String {
    say(
      "\(path) 正是所读的文件，不能又写它；请换一个文件名",
      "\(path) is the file that is being read; give another name")
  }

  func outputTaken(_ path: String, option: String) -> String {
    say(
      "\(path) 已经存在，要覆盖请加 \(option)，或换一个文件名",
      "\(path) is there already; replace it with \(option), or give another name")
  }

  func replaceQuestion(_ path: String) -> String {
    say("\(path) 已经存在，覆盖吗？[y/N] ", "\(path) is there already. Replace it? [y/N] ")
  }

  // MARK: Tables of other formats

  func converted(_ kind: String) -> String {
    say(
      "是 .\(kind) 表格，已由 LibreOffice 转成 .xlsx 读取",
      "a table in .\(kind), read as LibreOffice turned it into .xlsx")
  }

  func convertByHand(_ kind: String) -> String {
    say(
      "是 .\(kind) 表格，不能直接读；请另存为 .xlsx，或安装 LibreOffice（Debian：libreoffice-calc）后再导入",
      "a table in .\(kind), which is not read as it is; save it as .xlsx, or install LibreOffice "
        + "(Debian: libreoffice-calc) and import it again")
  }

  func notConverted(_ kind: String) -> String {
    say(
      "是 .\(kind) 表格，LibreOffice 没能转换，文件可能已损坏；请用表格软件打开后另存为 .xlsx",
      "a table in .\(kind) that LibreOffice could not turn into .xlsx; it may be damaged: open it and save "
        + "it as .xlsx")
  }

  var importBringsNothing: String {
    say("文件里的都已经在库里，没有要写入的", "All of it is in the store already; there is nothing to write")
  }
}

package import Pipeline
internal import SafeText

// What the command line says when it has done what it was asked.
extension Words {
  package func saved(_ sequence: SequenceNumber) -> String {
    say("已存盘 记录 \(sequence)", "saved as record \(sequence)")
  }

  package func madeStore(_ path: String) -> String {
    say("已新建数据目录 \(path)", "Made a store in \(path)")
  }

  /// 文件里的 2 个项目库中已有：#1 铝箔项目、#2 光翼激光.
  package func alreadyThere(_ ids: [ProjectID], in pipeline: Pipeline) -> String {
    var names = ids.prefix(10).map { id in
      project(id, in: pipeline)
        + (whereabouts(of: id, in: pipeline).map { say("（\($0)）", " (\($0))") } ?? "")
    }
    if ids.count > 10 { names.append("… +\(ids.count - 10)") }
    return say(
      "文件里的项目库中已有 \(ids.count) 个：\(list(names))",
      "\(ids.count) projects of the file are there already: \(list(names))")
  }

  package var importAgain: String {
    say("全部再加一次吗？(y/N)", "Add all of them once more? (y/N)")
  }

  package func importAgainWants(_ option: String) -> String {
    say(
      "没有导入；确要再加一次，请加 \(option)", "Nothing was imported; to add them once more, give \(option)")
  }

  package func wouldImport(projects: Int, activities: Int, milestones: Int) -> String {
    say(
      "可以导入：\(projects) 个项目，\(activities) 条活动，\(milestones) 个节点（未写入）",
      "Would import \(projects) projects, \(activities) activities, \(milestones) milestones "
        + "(nothing written)")
  }

  package func imported(projects: Int, activities: Int, milestones: Int) -> String {
    say(
      "已导入：\(projects) 个项目，\(activities) 条活动，\(milestones) 个节点",
      "Imported \(projects) projects, \(activities) activities, \(milestones) milestones")
  }

  package func exported(_ path: String) -> String { say("已导出到 \(path)", "Exported to \(path)") }

  package func reportWritten(_ path: String) -> String {
    say("报表已写入 \(path)", "The report is in \(path)")
  }
  package func unknownEnding(_ path: String, known: [String]) -> String {
    say(
      "「\(path)」的结尾不是 \(known.joined(separator: " "))，不知道写成什么格式",
      "“\(path)” does not end in \(known.joined(separator: " ")), so its format is not known")
  }

  package var noHistory: String { say("还没有记录", "Nothing is recorded yet") }
  package var nothingDue: String { say("没有逾期、到期或久未跟进的项目", "Nothing is overdue, due or stale") }
  package func projectCount(_ count: Int) -> String {
    say("\(count) 个项目", count == 1 ? "1 project" : "\(count) projects")
  }
  package func asOf(_ day: Day) -> String { say("截至 \(day)", "As of \(day)") }
  package var boardTitle: String { say("招商看板", "Pipeline") }
  /// The last line of `doctor` above which something is left to do.
  package func usableButFor(_ findings: Int) -> String {
    say(
      "可以读写，记录齐全；但上面有 \(findings) 处请处理",
      "It can be read and written, and no record is missing; "
        + (findings == 1 ? "one thing above wants care" : "\(findings) things above want care"))
  }
  package var allWell: String { say("一切正常，可以读写", "All is well; it can be read and written") }

  /// What a store holds, as `doctor` sees it.
  package func healthReport(
    path: String, id: String, format: String, own: String?, files: Int, bytes: Int64,
    records: Int, unknown: Int
  ) -> String {
    var lines = [
      say("数据目录 ", "Store ") + path, say("标识 ", "Id ") + id,
      say("格式 ", "Format ") + format
        + (own.map { say("（本程序 \($0)）", " (this program: \($0))") } ?? ""),
      say(
        "\(records) 条记录，\(files) 个文件，\(bytes) 字节",
        "\(records) records in \(files) files, \(bytes) bytes"),
    ]
    if unknown > 0 {
      lines.append(
        say("\(unknown) 条由更新的版本写成", "\(unknown) records were written by a newer version"))
    }
    return lines.joined(separator: "\n")
  }

  /// Records that this version passes over.
  package func newerRecords(_ count: Int) -> String {
    say(
      "另有 \(count) 条记录由更新的版本写入，这里没有显示；请升级程序",
      count == 1
        ? "1 record of a newer version is there and not shown; upgrade this program"
        : "\(count) records of a newer version are there and not shown; upgrade this program")
  }

  /// References that an export leaves out.
  package func lostReferences(_ count: Int) -> String {
    say(
      "有 \(count) 处提到已不在的项目，没有导出",
      count == 1
        ? "1 reference to a project that is no longer there was left out"
        : "\(count) references to projects that are no longer there were left out")
  }

  /// That the program has two examples.
  package func otherDemo(isBureau: Bool) -> String {
    isBureau
      ? say("另一个示例是邹平的公开报道：zhaoshang demo", "The other example, a public article: zhaoshang demo")
      : say(
        "另有一个虚构的招商局，120 个项目：zhaoshang demo bureau",
        "There is an invented bureau too, with 120 projects: zhaoshang demo bureau")
  }

  package func demoKept(_ path: String) -> String {
    let word = ShellWord.quoted(path)
    return say(
      "示例留在 \(path)，再次打开：zhaoshang --store \(word)",
      "The example is kept in \(path); open it again: zhaoshang --store \(word)")
  }
}

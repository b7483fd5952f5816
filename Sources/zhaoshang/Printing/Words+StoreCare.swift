internal import Pipeline
internal import Storage
internal import Wording

// Sentences about a store's copies: what a comparison, a repair, a backup did.
extension Words {
  /// How a sound store and a backup of it compare.
  func compared(_ report: StoreComparison.Report, with backup: String, path: String) -> String {
    switch report.verdict {
    case .same:
      say(
        "与备份 \(backup) 逐字节相同：都到第 \(report.last) 条",
        "The same as the backup \(backup), byte for byte: both end with change \(report.last)")
    case .goesOn:
      say(
        "与备份 \(backup) 逐字节相同，到备份的末尾第 \(report.backupLast) 条；\(path) 现在到第 \(report.last) 条",
        "The same as the backup \(backup), byte for byte, up to its end at change "
          + "\(report.backupLast); \(path) goes on to \(report.last)")
    case .endsEarlier:
      say(
        "备份 \(backup) 到第 \(report.backupLast) 条，\(path) 只到第 \(report.last) 条：其后的被截掉了，或写在别处；"
          + "前面的逐字节相同。什么也没有改动；可用 zhaoshang restore 把备份恢复到新目录",
        "The backup \(backup) goes on to change \(report.backupLast), \(path) ends with "
          + "\(report.last): what follows was cut off, or written elsewhere; up to there they are the "
          + "same. Nothing was changed; zhaoshang restore brings the backup back in a new place")
    case .differs(let first):
      say(
        "备份 \(backup) 从第 \(first) 条起说的是另一回事：其中一份被改写过。什么也没有改动",
        "The backup \(backup) tells another story from change \(first) on: one of the two was "
          + "rewritten. Nothing was changed")
    case .gaveUp(let gap):
      say(
        "\(path) 从第 \(gap.first) 条起放弃过内容，备份 \(backup) 还留着（到第 \(report.backupLast) 条）。什么也没有改动",
        "\(path) gave up changes from \(gap.first) on, which the backup \(backup) still holds (up to "
          + "\(report.backupLast)). Nothing was changed")
    case .backupGaveUp(let gap):
      say(
        "备份 \(backup) 从第 \(gap.first) 条起放弃过内容，\(path) 还有。什么也没有改动",
        "The backup \(backup) gave up changes from \(gap.first) on, which \(path) holds. Nothing was "
          + "changed")
    }
  }

  /// What giving up the rest of a damaged store loses, or lost.
  func givenUp(_ report: StoreGap.Report, path: String, isDone: Bool) -> String {
    let gap = report.gap
    let last = SequenceNumber(gap.resume.number - 1)
    let files = report.files.joined(separator: say("、", ", "))
    let place = damagedPlace(report.damage, path: path)
    let lost = say(
      "第 \(gap.first)–\(last) 条（\(gap.count) 个序号，\(gap.lines) 行，\(gap.bytes) 字节）",
      "changes \(gap.first)–\(last) (\(gap.count) numbers, \(gap.lines) lines, "
        + "\(gap.bytes) bytes)")
    let head =
      isDone
      ? say("已放弃\(lost)：\(place)", "Given up: \(lost): \(place)")
      : say("会失去\(lost)：\(place)", "Would be lost: \(lost): \(place)")
    let kept =
      files.isEmpty
      ? "" : say("\n原文件一字不动：\(files)", "\nLeft as they are, byte for byte: \(files)")
    return head + kept
      + say(
        "\n保留到第 \(report.lastWhole) 条，新记录从第 \(gap.resume) 条写起",
        "\nChanges up to \(report.lastWhole) stay; new ones begin with \(gap.resume)")
  }

  /// What a repair did.
  func mended(_ report: StoreRepair.Report) -> String {
    let kept = report.putAside.joined(separator: "\n  ")
    let before = kept.isEmpty ? "" : say("\n原来的文件留在：\n  ", "\nAs they were found:\n  ") + kept
    return say(
      "已用备份修补：\(report.replaced.joined(separator: "、"))；数据完整到第 \(report.last) 条",
      "Mended with the backup: \(report.replaced.joined(separator: ", ")); "
        + "all is there up to change \(report.last)") + before
  }

  /// A backup that was made.
  func backedUp(to path: String, changes: SequenceNumber, bytes: Int64) -> String {
    say(
      "已备份到 \(path)：\(changes) 条记录，\(bytes) 字节，已逐条核对",
      "Backed up to \(path): \(changes) changes, \(bytes) bytes, every record checked")
  }

  /// Folders that had to be made on the way to a place, which may be a slip of the pen.
  func madeFolders(from folder: String) -> String {
    say(
      "\(folder) 原来没有，已一并新建；若是路径写错了，请移走",
      "\(folder) did not exist and was made as well; if the path was a slip, move it away")
  }

  /// A backup that was brought back.
  func restored(from backup: String, to path: String, changes: SequenceNumber) -> String {
    say(
      "已从 \(backup) 恢复到 \(path)：\(changes) 条记录",
      "Restored \(backup) to \(path): \(changes) changes")
  }

  /// A checkpoint that is not used.
  func uselessCheckpoint(_ file: String) -> String {
    say(
      "\(file) 不能用，已改读全部记录；数据没有损失",
      "\(file) is of no use and is passed over; nothing is lost by it")
  }

  /// Changes that were shown and are in the store no more.
  func changesGone(after last: SequenceNumber, upTo shown: SequenceNumber) -> String {
    say(
      "第 \(last.next)–\(shown) 条不在数据目录里了：没有存稳，或目录里的文件被换过",
      "Changes \(last.next)–\(shown) are in the store no more: never flushed, or files were replaced"
    )
  }
}

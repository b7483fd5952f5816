internal import Glibc
internal import Pipeline
internal import Storage
internal import Wording

// What a store's facts mean for a person: what happened, where, and what to try.
extension Words {
  /// One sentence for a store's error.
  func store(_ error: StoreError, pipeline: Pipeline) -> String {
    let path = error.path
    switch error.code {
    case .refused(let refusal):
      let sentence = self.refusal(refusal, pipeline: pipeline)
      if case .reasonNeeded = refusal { return reasonOption(sentence) }
      return sentence
    case .missing:
      return say(
        "还没有数据（\(path)）：用 zhaoshang init 新建，或用 zhaoshang demo 看示例",
        "There is no store yet (\(path)): zhaoshang init makes one, zhaoshang demo shows an example"
      )
    case .notAStore:
      return say(
        "\(path) 不是招商看板的数据目录，请核对 --store",
        "\(path) holds no store of this program; check --store")
    case .isAFile:
      return say("\(path) 是文件，不是数据目录，请核对 --store", "\(path) is a file, not a store; check --store")
    case .alreadyExists: return alreadyThere(path)
    case .insideStore:
      return say(
        "\(path) 在一个数据目录里面，那里不放别的数据；请换个地方",
        "\(path) lies inside a store, where no other is made; choose another place")
    case .newerFormat(let version):
      return say(
        "\(path) 由更新的版本（格式 \(version)）写成，请升级程序",
        "\(path) was written by a newer version (format \(version)); upgrade this program")
    case .readOnly(let reason): return readOnly(reason, path: path)
    case .busy(let holder):
      let who = named(holder)
      return say(
        "别人正在写入\(who)，没有存盘，请稍后再试",
        "Somebody else is writing\(who); nothing was saved, try again")
    case .damaged(let damage): return damaged(damage, path: path)
    case .notSaved(let disk):
      return say(
        "没有存盘：\(system(disk.errno))；原有数据完好",
        "Not saved: \(system(disk.errno)); what was saved is whole")
    case .unconfirmed:
      return say(
        "写好了，但 \(path) 在存盘时被移走或替换了，不能算已存盘；请先看这一步在不在，再决定要不要重做",
        "Written, but \(path) was moved or replaced meanwhile, so it cannot be called saved; "
          + "look whether the change is there before making it again")
    case .failed(let disk):
      let file = disk.place(in: path)
      return say("\(file)：\(system(disk.errno))", "\(file): \(system(disk.errno))")
    case .tooLarge(let bytes, let limit):
      return say(
        "这一条记录有 \(bytes) 字节，超过 \(limit)，请拆开写",
        "The record takes \(bytes) bytes, more than \(limit); split it")
    case .unfit(let fault): return unfit(fault, path: path)
    case .noDigest(let library):
      return say(
        "算账本指纹要用 \(library)：请安装 libmd0 软件包",
        "A seal needs \(library): install the package libmd0")
    case .notWritable(let kind):
      return say(
        "这一条（\(kind)）写不成可读回的记录，没有存盘", "The change (\(kind)) would not read back; nothing was saved")
    }
  }

  /// Why a backup is of no use here.
  private func unfit(_ fault: BackupFault, path: String) -> String {
    switch fault {
    case .nothingToMend: say("\(path) 没有受损，不用修补", "\(path) is not damaged")
    case .otherStore:
      say("\(path) 是另一个数据目录的备份，不能用来修补", "\(path) is a backup of another store")
    case .sameFolder:
      say(
        "\(path) 就是这个数据目录本身，不是它的备份；请给出备份所在的目录",
        "\(path) is the store itself and no backup of it; name the folder of a backup")
    case .disagrees(let sequence):
      say(
        "备份的第 \(sequence) 条和 \(path) 的不同，不能用来修补；什么也没有改动",
        "Change \(sequence) of the backup is not the one in \(path); nothing was changed")
    case .hasGap:
      say(
        "\(path) 或备份里有放弃过的内容，不能逐条比对修补；可用 zhaoshang restore 把备份恢复到新目录；什么也没有改动",
        "Part of \(path) or of the backup was given up, so the two cannot be compared; "
          + "zhaoshang restore brings the backup back in a new place. Nothing was changed")
    case .numbersEnd(let file):
      say(
        "\(path)/\(file) 的序号大得不可能，从它往后接就几乎写不了了；请先把它移出去再试；什么也没有改动",
        "The number of \(path)/\(file) cannot be right, and hardly any would be left behind it; move the "
          + "file away first. Nothing was changed")
    case .keptByCheckpoint(let last):
      say(
        "\(path) 的检查点还留着第 \(last) 条以前的全部结果，看板完整、可照常使用，放弃反而会丢失；"
          + "要另立一份完好的数据，先 zhaoshang export，再导入新目录；什么也没有改动",
        "A checkpoint of \(path) still holds all up to change \(last): the board is whole and goes on, "
          + "and giving up would lose some of it. For a sound store, export and import into a new "
          + "folder. Nothing was changed")
    case .tooOld(let last, let damage):
      say(
        "备份只到第 \(last) 条，补不齐 \(path)/\(damage.file) 的损坏；什么也没有改动",
        "The backup ends with change \(last) and cannot make up for the damage in "
          + "\(path)/\(damage.file); nothing was changed")
    }
  }

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

  /// Why nothing can be written.
  func readOnly(_ reason: ReadOnlyReason, path: String) -> String {
    switch reason {
    case .asked: say("\(path) 以只读方式打开", "\(path) is open for reading only")
    case .damaged(let damage): damaged(damage, path: path)
    case .newerFormat(let version):
      say(
        "\(path) 由更新的版本（格式 \(version)）写成，只能看，不能写；请升级程序",
        "\(path) was written by a newer version (format \(version)) and is read-only; upgrade")
    case .permission:
      say("没有写入 \(path) 的权限，只能看", "You may look at \(path), not write to it")
    case .readOnlyFileSystem:
      say("\(path) 所在的磁盘是只读的", "The disk that holds \(path) is read-only")
    case .foreignFileSystem(let system):
      say(
        "\(path) 在 \(system.name) 上，不是认得的本机磁盘，那里的锁和落盘靠不住，不写入：请放到本机磁盘；"
          + "确知靠得住的，在配置（zhaoshang config path）的 [store] 里写 trusted_file_systems = [\"\(system.name)\"]",
        "\(path) is on \(system.name), no disk of this machine that is known: locks and flushes are not to "
          + "be relied on, and nothing is written. Keep it on a local disk, or, if you know that they "
          + "hold there, set trusted_file_systems = [\"\(system.name)\"] under [store] of the "
          + "configuration (zhaoshang config path)")
    case .replaced:
      say(
        "\(path) 被移走或替换了，不再写入：放回原处就能接着写，或退出后重新打开",
        "\(path) was moved or replaced; nothing is written until it is back, or until you leave and "
          + "open it again")
    case .strangeLock:
      say(
        "\(path)/lock 不是普通文件，不写入；请删除它，下次写入时会重新建立",
        "\(path)/lock is no regular file, so nothing is written; remove it, and the next change makes "
          + "another")
    case .flushFailed(let errno):
      say(
        "磁盘没能写稳（\(system(errno))），不再写入", "The disk failed (\(system(errno))); writing has stopped")
    }
  }

  /// Where a store is damaged, and what that means.
  func damaged(_ damage: Damage, path: String) -> String {
    let what = damagedPlace(damage, path: path)
    return say(
      "数据受损：\(what)；此前的内容可看，不再写入，请用 zhaoshang doctor",
      "The store is damaged: \(what); what comes before can be read, nothing is written. "
        + "See zhaoshang doctor")
  }

  /// The file, the line, and what is wrong there.
  private func damagedPlace(_ damage: Damage, path: String) -> String {
    let place =
      damage.line == 0
      ? "\(path)/\(damage.file)"
      : say(
        "\(path)/\(damage.file) 第 \(damage.line) 行（第 \(damage.sequence) 条）",
        "\(path)/\(damage.file) line \(damage.line) (change \(damage.sequence))")
    let what =
      switch damage.kind {
      case .notARecord: say("不是记录", "is not a record")
      case .checksum: say("校验不符", "does not match its checksum")
      case .sequence(let found): say("序号是 \(found)", "has the number \(found)")
      case .tooLong: say("过长", "is too long")
      case .incompleteCommit: say("缺少同一步的其余记录", "lacks the rest of its step")
      case .cutShort: say("中途断了", "ends inside a record")
      case .zeros: say("被写成了零", "was overwritten with zeros")
      case .missingFile: say("不见了", "is gone")
      case .emptyFile:
        say(
          "是空的，前面的记录接不到它；若不是本程序建立的，移走它即可",
          "is empty, and no record leads up to it; if this program did not make it, move it away")
      case .format: say("读不懂", "cannot be understood")
      case .cutOff(let flushed):
        say(
          "不在了：存盘过的到第 \(flushed) 条，日志只到第 \(damage.sequence.number - 1) 条",
          "is gone: records up to #\(flushed) were flushed; the journal ends at "
            + "#\(damage.sequence.number - 1)")
      }
    return place + " " + what
  }

  /// Something that `doctor` found.
  func finding(_ finding: StoreCheck.Finding, path: String) -> String {
    switch finding {
    case .damage(let damage): "! " + damagedPlace(damage, path: path)
    case .gap(let gap):
      say(
        "- \(gap.file)：\(gap.by.name) 同意放弃了第 \(gap.first)–\(gap.resume.number - 1) 条"
          + "（\(gap.lines) 行，\(gap.bytes) 字节），因为 \(gap.damagedFile) 受损",
        "- \(gap.file): \(gap.by.name) agreed to give up changes "
          + "\(gap.first)–\(gap.resume.number - 1) (\(gap.lines) lines, \(gap.bytes) bytes) "
          + "because \(gap.damagedFile) was damaged")
    case .unfinished(let file, let line, let bytes):
      say(
        "- \(file) 第 \(line) 行起有没写完的 \(bytes) 字节，从未算作已存盘；下次写入时会移走",
        "- \(file) line \(line): \(bytes) bytes of an unfinished write, never called saved; "
          + "the next change puts them aside")
    case .putAside(let file, let bytes):
      say("- \(file)：以前移走的 \(bytes) 字节", "- \(file): \(bytes) bytes put aside earlier")
    case .openToOthers(let file, let mode):
      say(
        "- \(file.isEmpty ? path : file) 别人也能读写（权限 \(String(mode & 0o7777, radix: 8))）",
        "- \(file.isEmpty ? path : file) is open to others "
          + "(mode \(String(mode & 0o7777, radix: 8)))")
    case .accessList(let file):
      say(
        "- \(place(file, path)) 有访问控制列表，能用的人可能和权限写的不同；去掉：setfacl -R -b -k \(quoted(path))",
        "- \(place(file, path)) has an access list, so that others may use it than its permissions say; "
          + "to remove: setfacl -R -b -k \(quoted(path))")
    case .noGroupInheritance(let folder):
      say(
        "- \(place(folder, path)) 没有 setgid，别的程序在里面新建的文件不归共用的组；修复：chmod g+s \(quoted(place(folder, path)))",
        "- \(place(folder, path)) has no setgid bit: what other programs make there is not the group's; "
          + "to mend: chmod g+s \(quoted(place(folder, path)))")
    case .foreign(let file, let owner, let group, let storeOwner, let sharedBy):
      say(
        "- \(place(file, path)) 属于别人（用户 \(owner)，组 \(group)），其他人用不了；以它的主人或 root 修复："
          + mend(path, storeOwner, sharedBy),
        "- \(place(file, path)) belongs to somebody else (user \(owner), group \(group)) and locks others "
          + "out; as its owner or root: " + mend(path, storeOwner, sharedBy))
    case .linked(let file):
      say(
        "- \(place(file, path)) 在别处还有名字（硬链接），写入时那边也会变",
        "- \(place(file, path)) has another name somewhere (a hard link), which changes with it")
    case .otherEnd(let sequence):
      say(
        "! 第 \(sequence) 条不是当时存盘的那一条：历史可能被改写过；请与自己留的备份对照：zhaoshang doctor --from 备份目录",
        "! Change \(sequence) is not the one that was flushed: history may have been rewritten; hold the "
          + "store against a backup of your own: zhaoshang doctor --from FOLDER")
    case .checkpoint(let file, _): "- " + uselessCheckpoint(file)
    case .strange(let file):
      say("- \(file) 不是本程序的文件", "- \(file) is none of this program's files")
    }
  }

  private func place(_ file: String, _ path: String) -> String {
    file.isEmpty ? path : path + "/" + file
  }

  /// What gives all files of a store to those whom its folder belongs to.
  private func mend(_ path: String, _ owner: UInt32, _ group: UInt32?) -> String {
    let path = quoted(path)
    guard let group else { return "chown -R \(owner) \(path)" }
    return "chgrp -R \(group) \(path); chmod -R g=u \(path)"
  }

  /// A path as one word of a shell.
  private func quoted(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy {
      $0 >= 0x80 || "/._-+".utf8.contains($0) || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
        || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0
        || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0
    }
    return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }

  /// What an interrupted writer had left.
  func recovered(_ recovery: Recovery) -> String {
    let zeros =
      recovery.zerosLeftOut == 0
      ? ""
      : say(
        "（末尾 \(recovery.zerosLeftOut) 个零字节没有留）",
        ", but for \(recovery.zerosLeftOut) zeros at their end")
    return switch recovery.kind {
    case .putAside(let file):
      say(
        "上次写到一半的 \(recovery.bytes) 字节已移到 \(file)\(zeros)；没有丢失已存盘的内容",
        "\(recovery.bytes) bytes of an unfinished write were moved to \(file)\(zeros); nothing saved "
          + "is lost")
    case .completed:
      say("补上了上次缺的行尾", "A line end that was missing has been added")
    }
  }

  /// What the board says while another writer has the store.
  func waitingForStore(_ holder: LockHolder?) -> String {
    say(
      "别人正在写入\(named(holder))，等他写完就存盘；Esc 不等了",
      "Somebody else is writing\(named(holder)); saved as soon as that is done, Esc gives up")
  }

  var gaveUpWaiting: String { say("没有等到，没有存盘", "Given up; nothing was saved") }

  private func named(_ holder: LockHolder?) -> String {
    holder.map { say("（进程 \($0.pid)）", " (process \($0.pid))") } ?? ""
  }

  /// What the system said, by its error number.
  func system(_ errno: Int32) -> String {
    switch errno {
    case 1, 13: say("没有权限", "permission denied")
    case 2: say("不存在", "it is not there")
    case 4: say("被打断了", "it was interrupted")
    case 5: say("读写出错", "input/output error")
    case 6: say("不是普通文件", "it is no regular file")
    case 9: say("文件没有打开", "the file is not open")
    case 11: say("暂时做不到，请再试", "not now; try again")
    case 12: say("内存不足", "there is no memory left")
    case 16: say("正被占用", "it is in use")
    case 17: say("已经存在", "it is there already")
    case 18: say("不在同一块磁盘上", "it is on another disk")
    case 19: say("没有这个设备", "there is no such device")
    case 20: say("不是目录", "not a folder")
    case 21: say("是目录", "it is a folder")
    case 22: say("不是普通文件，或名字、大小不被接受", "it is no regular file, or not accepted")
    case 23, 24: say("打开的文件太多", "too many files are open")
    case 25: say("不是终端", "it is no terminal")
    case 26: say("程序文件正在使用", "the program file is in use")
    case 27: say("文件太大", "the file is too large")
    case 28: say("磁盘已满", "the disk is full")
    case 29: say("是管道，不能定位", "it is a pipe")
    case 30: say("只读的磁盘", "the disk is read-only")
    case 31: say("链接太多", "it has too many links")
    case 32: say("另一头已经关闭", "the other end is closed")
    case 36: say("名字太长", "the name is too long")
    case 38, 95: say("文件系统不支持", "the file system cannot do it")
    case 39: say("目录不是空的", "the folder is not empty")
    case 40: say("是符号链接", "it is a symbolic link")
    case 75: say("数值太大", "a number is too large")
    case 116: say("被换成了另一个文件", "another file was put in its place")
    case 117: say("磁盘上的结构坏了", "the disk's structure is damaged")
    case 122: say("超出配额", "the quota is used up")
    default:
      say(
        "系统报告：\(String(cString: strerror(errno)))（\(errno)）",
        "\(String(cString: strerror(errno))) (\(errno))")
    }
  }
}

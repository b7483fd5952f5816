internal import Pipeline
internal import SafeText
internal import Storage
internal import Wording

// Sentences about what a check of a store found.
extension Words {
  /// Where a store is damaged, and what that means.
  func damaged(_ damage: Damage, path: String) -> String {
    let what = damagedPlace(damage, path: path)
    return say(
      "数据受损：\(what)；此前的内容可看，不再写入，请用 zhaoshang doctor",
      "The store is damaged: \(what); what comes before can be read, nothing is written. "
        + "See zhaoshang doctor")
  }

  /// The file or the row that something lies in.
  func whereabouts(_ place: Damage.Place, in store: String) -> String {
    switch place {
    case .file(let file), .line(_, let file, _): "\(store)/\(file)"
    case .row(let sequence):
      say("\(store) 第 \(sequence) 条", "\(store), change \(sequence)")
    }
  }

  /// The file, the line, and what is wrong there.
  func damagedPlace(_ damage: Damage, path: String) -> String {
    var place = whereabouts(damage.place, in: path)
    if damage.line > 0 {
      place += say(
        " 第 \(damage.line) 行（第 \(damage.sequence) 条）",
        " line \(damage.line) (change \(damage.sequence))")
    }
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
        "- \(place(file, path)) 有访问控制列表，能用的人可能和权限写的不同；去掉：setfacl -R -b -k \(ShellWord.quoted(path))",
        "- \(place(file, path)) has an access list, so that others may use it than its permissions say; "
          + "to remove: setfacl -R -b -k \(ShellWord.quoted(path))")
    case .noGroupInheritance(let folder):
      say(
        "- \(place(folder, path)) 没有 setgid，别的程序在里面新建的文件不归共用的组；修复：chmod g+s \(ShellWord.quoted(place(folder, path)))",
        "- \(place(folder, path)) has no setgid bit: what other programs make there is not the group's; "
          + "to mend: chmod g+s \(ShellWord.quoted(place(folder, path)))")
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
    let path = ShellWord.quoted(path)
    guard let group else { return "chown -R \(owner) \(path)" }
    return "chgrp -R \(group) \(path); chmod -R g=u \(path)"
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
}

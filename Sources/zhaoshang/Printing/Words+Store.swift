internal import Pipeline
internal import Storage
internal import Wording

// What a store's facts mean for a person: what happened, where, and what to try.
extension Words {
  /// One sentence for a store's error.
  func store(_ error: StoreError, pipeline: Pipeline) -> String {
    let path = error.place
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
    case .server(let fault): return server(fault, at: path)
    case .outcomeUnknown: return outcomeUnknown
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
        "备份只到第 \(last) 条，补不齐 \(whereabouts(damage.place, in: path)) 的损坏；什么也没有改动",
        "The backup ends with change \(last) and cannot make up for the damage in "
          + "\(whereabouts(damage.place, in: path)); nothing was changed")
    }
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
    case .mirror:
      say(
        "\(path) 是服务器数据的本机副本，只能看：要写，请打开服务器上的数据",
        "\(path) is this machine's copy of a store on a server, for looking only; open the store on its "
          + "server to write")
    case .offline(let fault, let since): offline(fault, since: since, at: path)
    case .standby:
      say(
        "\(path) 是只读的备用服务器，只能看：请连接主服务器",
        "\(path) is a standby, for looking only; connect to the primary server")
    case .notAMember(let account): notAMember(account)
    case .newerSchema(let version):
      say(
        "\(path) 的表由更新的版本（第 \(version) 版）建成，只能看，不能写；请升级程序",
        "The tables of \(path) are of a newer version (\(version)): read-only; upgrade this program"
      )
    case .rewound(let last, let known):
      say(
        "\(path) 的数据退回到第 \(last) 条，本机读到过第 \(known) 条：不写入，先看 zhaoshang doctor",
        "\(path) went back to change \(last), and this machine has read up to \(known): nothing is "
          + "written; see zhaoshang doctor")
    case .unsettled: outcomeUnknown
    case .flushFailed(let errno):
      say(
        "磁盘没能写稳（\(system(errno))），不再写入", "The disk failed (\(system(errno))); writing has stopped")
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
}

internal import Pipeline
internal import PostgresStorage
internal import Storage
internal import Wording

// Sentences about what a look at a server has found.
extension Words {
  /// The report as lines: the store, what saved means there setting by setting, what was found.
  func serverReport(_ report: ServerReport, at address: String) -> [String] {
    let who =
      report.member.map { say("成员 \($0)", "member \($0)") } ?? say("不是成员", "no member")
    let head = say(
      "\(address)：PostgreSQL \(report.version)，账本 \(report.storeID)，格式 \(report.format)，"
        + "表第 \(report.schema) 版；\(report.events) 条记录，\(report.bytes) 字节；"
        + "账号 \(report.account)（\(who)）",
      "\(address): PostgreSQL \(report.version), store \(report.storeID), format \(report.format), "
        + "tables of version \(report.schema); \(report.events) records, \(report.bytes) bytes; "
        + "account \(report.account) (\(who))")
    return [head, worth(report.worth)] + settings(report)
      + report.findings.map { "- " + finding($0) }
  }

  /// What a commit that the server has answered survives.
  private func worth(_ worth: ServerReport.Worth) -> String {
    switch worth {
    case .nothing:
      say(
        "已存盘：服务器已提交，但没有落到磁盘：断电或系统崩溃会丢，整个库也可能坏",
        "Saved: the server has committed, but not to its disk: a power cut or a crash of the system "
          + "loses it, and may spoil the whole database")
    case .later(let delay):
      say(
        "已存盘：服务器已提交，但不等落盘：服务器崩溃会丢最近 \(delay) 毫秒",
        "Saved: the server has committed without waiting for its disk: a crash loses the last \(delay) ms"
      )
    case .thisServer:
      say(
        "已存盘：服务器已提交并落盘：崩溃、断电不丢；这台服务器的磁盘坏了，没有备份就会丢",
        "Saved: the server has committed to its disk: a crash or a power cut loses nothing; the loss of "
          + "that disk does, unless there is a backup")
    case .standbysMemory:
      say(
        "已存盘：服务器已提交并落盘，备机已收到：只有主备机同时断电、主机又没了才会丢",
        "Saved: the server has committed to its disk and a standby has received it: lost only if both fail "
          + "at once and the primary for good")
    case .standbys:
      say(
        "已存盘：服务器已提交，主机和备机都已落盘：失去这台服务器也不丢",
        "Saved: the server has committed, on its own disk and on a standby's: the loss of this server "
          + "loses nothing")
    }
  }

  /// One sentence for each setting.
  private func settings(_ report: ServerReport) -> [String] {
    let promise = report.promise
    let commit =
      switch promise.synchronousCommit {
      case "off": say("不等落盘", "answers before anything is on the disk")
      case "local": say("只等本机落盘，不等备机", "waits for the server's own disk, not for standbys")
      case "remote_write":
        say("等本机落盘，等备机收到", "waits for its own disk, and for standbys to receive it")
      case "remote_apply":
        say("等主备机落盘，并等备机能读到", "waits for the disks of both, and until standbys show it")
      default: say("等主机落盘，指定了同步备机的也等它落盘", "waits for its own disk and for those of named standbys")
      }
    let names = promise.standbyNames
    let standbys = report.standbys.map { standby in
      let name = standby.name.isEmpty ? say("（无权看名称）", "(name not shown)") : standby.name
      return switch standby.isSynchronous {
      case true?: say("\(name)（同步）", "\(name) (synchronous)")
      case false?: say("\(name)（异步）", "\(name) (asynchronous)")
      case nil: name
      }
    }.joined(separator: say("、", ", "))
    let colon = say("：", ": ")
    return [
      "  fsync = \(promise.fsync ? "on" : "off")" + colon
        + (promise.fsync
          ? say("提交要落到磁盘", "commits reach the disk")
          : say("提交不落到磁盘", "commits do not reach the disk")),
      "  full_page_writes = \(promise.fullPageWrites ? "on" : "off")" + colon
        + (promise.fullPageWrites
          ? say("断电时写了一半的页能补回", "a page half written by a power cut is mended")
          : say("断电时写了一半的页补不回", "a page half written by a power cut is not mended")),
      "  synchronous_commit = \(promise.synchronousCommit)" + colon + commit,
      "  synchronous_standby_names = '\(names)'" + colon
        + (names.isEmpty
          ? say(
            "没有同步备机：切换到备机时，最后几条可能不在",
            "no standby is waited for: after a fail-over the last changes may be missing")
          : say("提交等这些备机", "commits wait for these standbys")),
      "  pg_stat_replication" + colon
        + (standbys.isEmpty ? say("没有连着的备机", "no standby is connected") : standbys),
    ]
  }

  /// One sentence for what was found, and what puts it right.
  func finding(_ finding: ServerReport.Finding) -> String {
    let what = fact(finding)
    guard let remedy = finding.remedy else { return what }
    if case .rewound = finding { return what + say("；看：\(remedy)", "; to see: \(remedy)") }
    return what + say("；修复：\(remedy)", "; to mend: \(remedy)")
  }

  /// One sentence for what was found.
  func fact(_ finding: ServerReport.Finding) -> String {
    switch finding {
    case .damage(let damage):
      say("受损：", "Damaged: ") + damagedPlace(damage, path: say("服务器", "the server"))
    case .rewound(let last, let known, let kept):
      say(
        "服务器退回到第 \(last) 条，本机读到过第 \(known) 条；失去的在 \(kept)；看过以后 zhaoshang cache clear --all，"
          + "就能接着写",
        "The server went back to change \(last), this machine had read up to \(known); what it lost is in "
          + "\(kept); once you have seen it, zhaoshang cache clear --all lets changes be made again"
      )
    case .fsyncOff: say("fsync 关着，存盘不可靠", "fsync is off: nothing is safe")
    case .fullPageWritesOff:
      say("full_page_writes 关着，断电可能毁页", "full_page_writes is off: a power cut may spoil pages")
    case .commitNotWaitedFor:
      say(
        "synchronous_commit 关着，崩溃会丢最后几条",
        "synchronous_commit is off: a crash loses the last changes")
    case .standbysNotWaitedFor:
      say("指定了同步备机，提交却不等", "standbys are named, and commits do not wait for them")
    case .standbysMissing(let names):
      say(
        "同步备机（\(names)）没有连上，提交会一直等：请让备机连上，或改 synchronous_standby_names",
        "no standby of \(names) is connected, and commits wait: connect one, or change "
          + "synchronous_standby_names")
    case .standbysBehind(let count):
      say(
        "有 \(count) 台备机，提交不等它们：切换时最后几条可能丢",
        "\(count) standbys are connected and commits wait for none: a fail-over may lose the last changes"
      )
    case .oldServer(let version):
      say(
        "PostgreSQL \(version) 太旧：请升级到 15 或更新",
        "PostgreSQL \(version) is too old: upgrade to 15 or newer"
      )
    case .encoding(let name):
      say(
        "数据库的编码是 \(name)：请另建 UTF8 的库，用 zhaoshang copy 复制过去",
        "the database's encoding is \(name): make one in UTF8 and zhaoshang copy the store there")
    case .noTrigger(let name):
      say("保护历史的触发器 \(name) 没有了或关了", "the trigger \(name), which keeps history, is gone or off")
    case .strangeFunction(let name):
      say("函数 \(name) 没有了，或不是本程序建的样子", "the function \(name) is gone or not as it was made")
    case .noIndex(let name): say("索引 \(name) 没有了", "the index \(name) is gone")
    case .grant(let table, let role, let right):
      say("\(role) 对 \(table) 有 \(right) 权限", "\(role) has \(right) on \(table)")
    case .foreignOwner(let table, let role, let owner):
      say("\(table) 属于 \(role)，应属于 \(owner)", "\(table) belongs to \(role) and not to \(owner)")
    case .ownerMayLogIn(let role): say("\(role) 可以登录，不应该", "\(role) may log in and should not")
    case .memberWithoutAccount(let role):
      say("成员 \(role) 在服务器上没有账号了", "the member \(role) has no account on the server any more")
    case .memberWithoutRight(let role):
      say("成员 \(role) 没有写入的权限", "the member \(role) has no right to write")
    case .writerWithoutMembership(let role, _):
      say("\(role) 有写入的权限，却不是成员", "\(role) has the right to write and is no member")
    case .nearlyFull(let used, let limit):
      say(
        "连接快满了：\(used)/\(limit)，请调大 max_connections",
        "connections are nearly used up: \(used) of \(limit); have max_connections raised")
    case .unencrypted:
      say("连接没有加密，经过网络", "the connection goes over the network unencrypted")
    case .pooled:
      say(
        "中间有连接池，收不到通知：每两秒看一次",
        "a pooler stands between and passes no notices: the server is asked every two seconds")
    }
  }

  var serverDamagedAdvice: String {
    say(
      "数据受损：此前的可看，不再写入。先停用，请用 PostgreSQL 的备份恢复，或用 zhaoshang copy 把完好的备份或本机副本复制到新的模式",
      "The store is damaged: what comes before can be read, nothing is written. Bring PostgreSQL's own "
        + "backup back, or zhaoshang copy a sound backup or a machine's copy into a new schema")
  }

  // MARK: Copies, upgrade, cache

  func copied(_ copy: CopiedStore, from source: String) -> String {
    let digest = copy.digest.map { say("，SHA-256 \($0)", ", SHA-256 \($0)") } ?? ""
    return say(
      "已把 \(source) 复制到 \(copy.place)：\(copy.last) 条记录，\(copy.bytes) 字节，逐字节相同\(digest)。"
        + "两处是同一本账，今后只在一处写",
      "Copied \(source) to \(copy.place): \(copy.last) changes, \(copy.bytes) bytes, the same byte for "
        + "byte\(digest). The two are one store: from now on write in one of them only")
  }

  func copyDiffers(_ place: String) -> String {
    say("\(place) 与原来的不同，不要用", "\(place) is not the same as what was copied; do not use it")
  }

  func nothingToUpgrade(_ address: String, tables: Int? = nil) -> String {
    let version = tables.map { say("（表第 \($0) 版）", " (tables of version \($0))") } ?? ""
    return say("\(address) 不用升级\(version)", "\(address) needs no upgrade\(version)")
  }

  func upgraded(_ address: String) -> String { say("已补好 \(address)：", "Put right at \(address):") }

  func copy(at path: String, bytes: Int, isKept: Bool) -> String {
    "\(path)  \(bytes) "
      + say("字节", "bytes")
      + (isKept ? say("  服务器退回前留下的", "  kept from before the server went back") : "")
  }

  func cacheCleared(_ paths: [String]) -> String {
    paths.isEmpty
      ? say("本机没有副本", "There is no copy on this machine")
      : say(
        "已删除本机副本 \(paths.joined(separator: "、"))",
        "Removed the copies \(paths.joined(separator: ", "))")
  }

  func copyKept(_ path: String) -> String {
    say(
      "\(path) 留着：里面有服务器已经没有的记录（zhaoshang history --store \(path)），要删加 --all",
      "\(path) is kept: it holds records that the server has lost (zhaoshang history --store \(path)); "
        + "--all removes it too")
  }

  func cacheWantsServer(_ path: String) -> String {
    say("\(path) 是目录，没有副本", "\(path) is a folder, of which there is no copy")
  }
}

extension ServerReport.Worth {
  /// A word for programs.
  var code: String {
    switch self {
    case .nothing: "nothing"
    case .later: "later"
    case .thisServer: "this_server"
    case .standbysMemory: "standbys_memory"
    case .standbys: "standbys"
    }
  }
}

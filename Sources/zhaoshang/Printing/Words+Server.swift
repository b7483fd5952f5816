internal import Glibc
internal import Storage
internal import Wording

// Sentences about a server: why it did not do what it was asked, and what to try.
extension Words {
  /// One sentence for what a server refused.
  ///
  /// What it says itself is repeated where it helps.
  func server(_ fault: ServerFault, at address: String) -> String {
    let own = fault.message.isEmpty ? "" : say("（\(fault.message)）", " (\(fault.message))")
    switch fault.kind {
    case .noLibrary:
      return say(
        "打开 \(address) 要用 PostgreSQL 的客户端库：请安装 libpq5 软件包",
        "\(address) needs PostgreSQL's client library: install the package libpq5")
    case .badAddress:
      return say(
        "\(address) 不是能用的地址\(own)：请核对 postgresql://主机/库 的写法，或 pg_service.conf 里的服务",
        "\(address) cannot be used\(own); check postgresql://HOST/DATABASE, or the service in "
          + "pg_service.conf")
    case .unreachable:
      return say("连不上 \(address)\(own)", "Cannot reach \(address)\(own)")
    case .loginRefused:
      return say(
        "\(address) 不接受这个账号或密码\(own)：密码放在 ~/.pgpass（权限 0600）或服务文件里",
        "\(address) does not accept the account or its password\(own); passwords are kept in ~/.pgpass "
          + "(mode 0600) or in a service file")
    case .badCertificate:
      return say(
        "服务器证书与 \(address) 不符，没有连接\(own)",
        "The certificate is not that of \(address); not connected\(own)")
    case .full:
      return say(
        "\(address) 的连接数已满，请稍后再试，或请管理员调大 max_connections",
        "\(address) takes no more connections; try again, or have max_connections raised")
    case .noDatabase:
      return say("\(address)：没有这个库\(own)", "\(address): there is no such database\(own)")
    case .noStore(let schema):
      return say(
        "\(address) 里没有招商看板的数据（模式 \(schema)）：用 zhaoshang init 新建，或请管理员执行 init --sql 的输出",
        "\(address) holds no store (schema \(schema)): zhaoshang init makes one, and init --sql prints "
          + "what a DBA would run")
    case .alreadyThere(let schema):
      return say(
        "\(address) 里已经有模式 \(schema)，没有改动",
        "\(address) has a schema \(schema) already; nothing changed")
    case .noRight:
      return say(
        "账号在 \(address) 没有这项权限\(own)", "The account may not do this on \(address)\(own)")
    case .notAMember(let account): return notAMember(account)
    case .noAccount(let name):
      return say(
        "\(address) 没有账号 \(name)：请数据库管理员先建（CREATE ROLE … LOGIN）",
        "\(address) has no account \(name); have the DBA make it first (CREATE ROLE … LOGIN)")
    case .newerSchema(let version):
      return say(
        "\(address) 的表由更新的版本（第 \(version) 版）建成，请升级程序",
        "The tables of \(address) are of a newer version (\(version)); upgrade this program")
    case .diskFull:
      return say(
        "没有存盘：服务器的磁盘满了；原有数据完好", "Not saved: the server's disk is full; what was saved is whole")
    case .onlyReads:
      return say(
        "没有存盘：\(address) 只读，请连接主服务器",
        "Not saved: \(address) only reads; connect to the primary server")
    case .busy:
      return say("别人正在写入，没有存盘，请稍后再试", "Somebody else is writing; nothing was saved, try again")
    case .lost:
      return say(
        "与 \(address) 的连接断了，没有存盘\(own)",
        "The connection to \(address) broke; nothing was saved\(own)")
    case .silent:
      return say(
        "\(address) 没有答复，没有存盘", "\(address) does not answer; nothing was saved")
    case .other:
      let state = fault.state.isEmpty ? "" : " \(fault.state)"
      return say(
        "\(address) 拒绝了\(state)\(own)，没有存盘", "\(address) refused\(state)\(own); nothing was saved")
    }
  }

  func notAMember(_ account: String) -> String {
    say(
      "账号 \(account) 不是成员，只能看：请管理员 zhaoshang member add \(account)",
      "\(account) is no member and may only look; an administrator can zhaoshang member add \(account)"
    )
  }

  var outcomeUnknown: String {
    say(
      "已送出，但没有收到服务器的答复：存没存上还不知道，请先看这一步在不在，勿重填",
      "Sent, but no answer came: whether it is saved is not known; look whether the change is there "
        + "before making it again")
  }

  /// What is looked at while the server is away.
  func offline(_ fault: ServerFault, since: Int64, at address: String) -> String {
    var seconds = time_t(since / 1000)
    var parts = tm()
    localtime_r(&seconds, &parts)
    let time = Words.twoDigits(parts.tm_hour) + ":" + Words.twoDigits(parts.tm_min)
    let own = fault.message.isEmpty ? "" : say("，\(fault.message)", ", \(fault.message)")
    return say(
      "连不上 \(address)（\(time) 起\(own)）：显示本机副本，只能看",
      "Cannot reach \(address) since \(time)\(own): this machine's copy, read-only")
  }

  private static func twoDigits(_ number: Int32) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension ServerFault {
  /// How the program ends for it.
  var status: ExitStatus {
    switch kind {
    case .noLibrary, .badAddress, .loginRefused, .badCertificate, .noDatabase, .noStore, .noRight,
      .notAMember:
      .badConfiguration
    case .alreadyThere, .noAccount: .refused
    case .full, .busy: .storeBusy
    case .unreachable, .newerSchema, .diskFull, .onlyReads, .lost, .silent, .other: .storeFailed
    }
  }
}

internal import Storage
internal import Wording

// Sentences about where a store is.
extension Words {
  /// Why a text is no address of a store.
  ///
  /// A text that may hold a password is not repeated.
  func address(_ fault: StoreAddress.Fault) -> String {
    switch fault {
    case .unknownKind(let scheme):
      say(
        "没有 \(scheme):// 这种数据：请写目录，或 postgresql://主机/库?schema=模式",
        "There is no kind of store called \(scheme)://; name a folder, or "
          + "postgresql://HOST/DATABASE?schema=NAME")
    case .holdsPassword:
      say(
        "地址里不要写密码，别人列出进程就能看到：请写进 ~/.pgpass 或服务文件，再用 postgresql://用户@主机/库 或 service=名称",
        "No password belongs in the address, where whoever lists the processes reads it: keep it in "
          + "~/.pgpass or in a service file, and write postgresql://USER@HOST/DATABASE or service=NAME"
      )
    case .notASchema(let name):
      say(
        "“\(name)”不能作模式名：只用小写字母、数字和下划线，字母开头，最多 40 个，不以 pg_ 开头",
        "\"\(name)\" cannot be a schema's name: lower-case letters, digits and _, a letter first, at most "
          + "40, not pg_…")
    case .notAService(let text):
      say(
        "“\(text)”不是服务名：请写 service=名称，名称见服务文件 pg_service.conf",
        "\"\(text)\" names no service: write service=NAME, a name of pg_service.conf")
    }
  }

  func madeStore(on address: String) -> String {
    say(
      "已在服务器上新建数据 \(address)，您是第一个成员", "Made a store at \(address); you are its first member")
  }

  func wantsFolder(_ address: String) -> String {
    say(
      "这个命令只用于目录里的数据，\(address) 在服务器上；服务器上的数据用 doctor、upgrade，受损时用 copy 把备份复制到新的模式",
      "This is for a store in a folder, and \(address) is on a server: doctor and upgrade work there, and "
        + "copy brings a backup into a new schema"
    )
  }

  /// What the board says while a change is on its way.
  var waitingForServer: String {
    say("正在送往服务器，等它答复；Esc 不等了", "On its way to the server; Esc gives up waiting")
  }

  func sqlWantsServer(_ path: String) -> String {
    say(
      "--sql 只用于服务器上的数据，\(path) 是目录：请写 postgresql://主机/库",
      "--sql is for a store on a server, and \(path) is a folder; name postgresql://HOST/DATABASE")
  }

  /// A store on a server, for a program that was built without it.
  func serverNotBuiltIn(_ address: String) -> String {
    say(
      "\(address) 在 PostgreSQL 服务器上，这个程序不带这项功能；没有新建、改动任何东西",
      "\(address) is on a PostgreSQL server, which this program was built without; nothing was made or "
        + "changed")
  }
}

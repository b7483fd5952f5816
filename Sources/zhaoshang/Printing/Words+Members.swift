internal import Wording

// Sentences about who writes in a store on a server.
extension Words {
  func memberAdded(_ role: String) -> String {
    say("账号 \(role) 现在是成员", "\(role) is a member now")
  }

  func memberLeft(_ role: String) -> String {
    say("账号 \(role) 不再是成员；写过的仍在", "\(role) is no member any more; what it wrote stays")
  }

  func memberLeft(on day: String) -> String { say("\(day) 离开", "left \(day)") }

  func noSuchMember(_ role: String) -> String { say("账号 \(role) 不是成员", "\(role) is no member") }

  func membersWantServer(_ path: String) -> String {
    say(
      "\(path) 是目录，没有成员名单：谁能写由文件权限决定（init --group）",
      "\(path) is a folder without members: who writes is a matter of file permissions (init --group)"
    )
  }
}

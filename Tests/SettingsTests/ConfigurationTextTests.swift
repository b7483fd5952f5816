import Settings
import Testing

/// Who the person is, written into a file that may hold anything else.
@Suite struct ConfigurationTextTests {
  private func changed(_ text: String, _ name: String?, _ unit: String?) throws -> String {
    try ConfigurationText(text).with(userName: name, unit: unit).text
  }

  @Test func nothingElseIsTouched() throws {
    #expect(try changed("", "王敏", nil) == "[user]\nname = \"王敏\"\n")
    #expect(
      try changed("theme = \"ink\"  # 墨\n\n[keys]\nundo = \"z\"\n", "王敏", "招商一局")
        == "theme = \"ink\"  # 墨\n\n[keys]\nundo = \"z\"\n\n[user]\nname = \"王敏\"\nunit = \"招商一局\"\n"
    )
    #expect(
      try changed("[user] # 我\n# 旧的\nname = \"李娜\"\n\n[stale]\ncontact = 7\n", "王敏", nil)
        == "[user] # 我\nname = \"王敏\"\n# 旧的\n\n[stale]\ncontact = 7\n")
    #expect(try changed("theme = \"ink\"\n", nil, nil) == "theme = \"ink\"\n")
  }

  @Test(arguments: [
    "[user", "user = { name = \"李娜\" }\n", "theme = \"\"\"\n[user]\n\"\"\"\n",
  ])
  func whatCannotBeChangedSafelyIsLeft(_ text: String) {
    #expect(throws: ConfigurationText.CannotChange.self) { try changed(text, "王敏", nil) }
  }

  @Test(arguments: ["王\"敏\\", "a = 1", "[x]", "王敏 #1"])
  func anyNameIsReadBack(_ name: String) throws {
    let text = try changed("[user]\n", name, name)
    let read = Configuration.parse(text, file: "").configuration
    #expect(read.userName == name && read.userUnit == name)
  }
}

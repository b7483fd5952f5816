import TestSupport
import Testing

@Suite struct StoreAddressTests {
  @Test(
    "An address that is none is refused in one sentence, makes nothing, and tells no password",
    arguments: [
      ("mysql://db1/ju", "没有 mysql:// 这种数据"),
      ("postgresql://li:geheim@db1/ju", "地址里不要写密码"),
      ("postgresql://db1/ju?password=geheim", "地址里不要写密码"),
      ("postgresql://db1/ju?schema=邹平", "“邹平”不能作模式名"),
      ("service=", "“service=”不是服务名"),
    ])
  func refused(address: String, sentence: String) async throws {
    let desk = try Desk()
    for arguments in [
      ["init", address], ["list", "--store", address], ["add", "铝箔", "--store", address],
    ] {
      let outcome = try await desk.run(
        "sh", ["-c", "cd \"$HOME\" && zhaoshang \"$@\"", "sh"] + arguments)
      #expect(outcome.status == 78)
      #expect(outcome.stdout == "")
      #expect(outcome.stderr.contains(sentence), "\(outcome)")
      #expect(!outcome.stderr.contains("geheim"))
    }
    #expect(try await desk.run("sh", ["-c", "ls -A \"$HOME\" | grep -c :"]).stdout == "0\n")
  }
}

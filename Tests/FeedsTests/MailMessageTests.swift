import Testing

@testable import Feeds

@Suite("A message (RFC 5322)")
struct MailMessageTests {
  @Test("Subject and name are encoded words of at most 75 characters, in whole characters")
  func words() {
    let subject = String(repeating: "招商提醒", count: 20)
    let words = MailMessage.encodedWords(subject)
    #expect(words.split(separator: "\r\n ").allSatisfy { $0.utf8.count <= 75 })
    #expect(words.utf8.allSatisfy { $0 < 0x80 })
    #expect(MailMessage.encodedWords("a") == "=?UTF-8?B?YQ==?=")
  }

  @Test("A message is lines that end with CRLF, none longer than 76 characters")
  func message() {
    let message = MailMessage(
      from: "zs@ju.example", to: "wang@ju.example", name: "王磊\r\nBcc: all@ju.example",
      subject: "王磊的提醒\r\nX: 二〇二六年十一月三十日十二项逾期", body: "- 送图\n", identifier: "digest-1@ju.example",
      date: "Mon, 30 Nov 2026 09:00:00 +0800"
    ).text
    let lines = message.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 76 })
    #expect(!message.contains("\r\nBcc:") && !message.contains("\r\nX:"))
    #expect(message.hasSuffix("\r\n\r\nLSDpgIHlm74K\r\n"))
    #expect(!message.replacing("\r\n", with: "").utf8.contains { $0 == 10 || $0 == 13 })
  }

  @Test(
    "An address is one address",
    arguments: [
      ("wang@ju.example", true), ("a.b+c@x-y.cn", true), ("", false), ("wang", false),
      ("@x", false),
      ("a@", false), ("a@b@c", false), ("a b@c", false), ("a@b\r\nBcc: c@d", false),
      ("王@ju.cn", false), ("-f@x.cn", false), ("a@x.cn,b@x.cn", false), ("a..b@x.cn", false),
      ("a@b;c", false),
    ])
  func addresses(_ text: String, _ isAddress: Bool) {
    #expect(MailMessage.isAddress(text) == isAddress)
  }
}

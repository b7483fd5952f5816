import Exchange
import Pipeline
import TestSupport
import Testing

@Suite("An exchange file that was taken in before")
struct PresentProjectTests {
  @Test("Its projects are found by name and firm, those out of sight too")
  func twice() throws {
    var ledger = Ledger()
    try ledger.add("铝箔项目", [.investors: .list(["宏桥"])])
    try ledger.add("夜经济", [.investors: .list(["青岛东方"])])
    try ledger.add("光伏", [.investors: .list(["光翼"])])
    let intake = try ExchangeFile(ExchangeFile.bytes(of: ledger.pipeline)).intake
    #expect(intake.present(in: Pipeline()) == [])
    try ledger.commit(.archive(2, reason: "退库", on: "2023-07-01"))
    try ledger.commit(.edit(3, [FieldEdit(.investors, to: .list(["别家"]))]))
    #expect(intake.present(in: ledger.pipeline) == [1, 2])
  }
}

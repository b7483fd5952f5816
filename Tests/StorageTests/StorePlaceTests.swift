import Pipeline
import TestSupport
import Testing

@testable import Storage

@Suite("Where stores lie") struct StorePlaceTests {
  @Test("A store and all below it are a store's, whatever is there; what is beside it is not")
  func around() throws {
    let home = try ScratchFolder()
    let store = home.path("数据")
    var dice = SplitMix64(seed: 1)
    try Journal.create(at: store, random: { dice.next() })
    for inside in ["", "/format", "/journal/0000000000000001.jsonl", "/新", "/没有/更深"] {
      #expect(StorePlace.around(store + inside) == store, "\(inside)")
    }
    for outside in [home.path, home.path("数据.json"), home.path("数据2/x"), "/", ""] {
      #expect(StorePlace.around(outside) == nil, "\(outside)")
    }
    // A store of a newer version, or whose format is damaged, is one all the same.
    try home.write(
      "{\"sum\":\"0\",\"format\":\"zhaoshang-store\",\"version\":\"9.0\"", to: "数据/format")
    #expect(StorePlace.around(store + "/x") == store)
    try home.write("别的程序的", to: "数据/format")
    #expect(StorePlace.around(store + "/x") == nil)
  }
}

import Pipeline
import TestSupport
import Testing

extension String: RecordTableElement {}
extension Int: RecordTableElement {}

struct RecordTableTests {
  @Test("A table agrees with a dictionary, and copies keep what they had", arguments: 0..<100)
  func model(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var table = RecordTable<String>()
    var model: [UInt32: String] = [:]
    var last: UInt32 = 0
    var copies: [(RecordTable<String>, [UInt32: String])] = []
    for step in 0..<150 {
      let number = UInt32.random(in: 0...200, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0:
        table[number] = nil
        model[number] = nil
        last = max(last, number)
      case 1:
        table.update(number) { $0 += "+" }
        if let old = model[number] { model[number] = old + "+" }
      case 2: copies.append((table, model))
      default:
        table[number] = "项目\(step)"
        if number > 0 { model[number] = "项目\(step)" }
        last = max(last, number)
      }
      #expect(table.count == model.count)
      #expect(table.lastNumber == last)
    }
    copies.append((table, model))
    for (table, model) in copies {
      #expect(Array(table) == model.sorted { $0.key < $1.key }.map(\.value))
      for number in 0...260 as ClosedRange<UInt32> { #expect(table[number] == model[number]) }
    }
  }

  @Test("A number out of all proportion is not written")
  func wildNumbers() {
    var table = RecordTable<Int>()
    for number in [UInt32.max, UInt32.max >> 1, 70_000, 0] { table[number] = 1 }
    #expect(table == RecordTable())
    table[65_536] = 2
    #expect(table[65_536] == 2 && table.count == 1)
    #expect(table[65_537] == nil)
  }
}

import Pipeline
import TestSupport
import Testing

extension String: Registered {}
extension Int: Registered {}

struct RegisterTests {
  @Test("A register agrees with a dictionary, and copies keep what they had", arguments: 0..<100)
  func model(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var register = Register<String>()
    var model: [UInt32: String] = [:]
    var last: UInt32 = 0
    var copies: [(Register<String>, [UInt32: String])] = []
    for step in 0..<150 {
      let number = UInt32.random(in: 0...200, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0:
        register[number] = nil
        model[number] = nil
        last = max(last, number)
      case 1:
        register.update(number) { $0 += "+" }
        if let old = model[number] { model[number] = old + "+" }
      case 2: copies.append((register, model))
      default:
        register[number] = "项目\(step)"
        if number > 0 { model[number] = "项目\(step)" }
        last = max(last, number)
      }
      #expect(register.count == model.count)
      #expect(register.lastNumber == last)
    }
    copies.append((register, model))
    for (register, model) in copies {
      #expect(Array(register) == model.sorted { $0.key < $1.key }.map(\.value))
      for number in 0...260 as ClosedRange<UInt32> { #expect(register[number] == model[number]) }
    }
  }

  @Test("A number out of all proportion is not written")
  func wildNumbers() {
    var register = Register<Int>()
    for number in [UInt32.max, UInt32.max >> 1, 70_000, 0] { register[number] = 1 }
    #expect(register == Register())
    register[65_536] = 2
    #expect(register[65_536] == 2 && register.count == 1)
    #expect(register[65_537] == nil)
  }
}

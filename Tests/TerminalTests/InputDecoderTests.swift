import Canvas
import Terminal
import TestSupport
import Testing

/// Everything that `codes` give, with a pause after them.
func decoded(_ codes: [Int32], timingOut: Bool = false) -> [Input] {
  var decoder = InputDecoder()
  var inputs: [Input] = []
  for code in codes { decoder.feed(code, into: &inputs) }
  decoder.idle(into: &inputs)
  if timingOut { decoder.timeOut(into: &inputs) }
  return inputs
}

func decoded(_ text: String, timingOut: Bool = false) -> [Input] {
  decoded(text.utf8.map(Int32.init), timingOut: timingOut)
}

func keys(_ text: String) -> [Input] { text.map { .key(.character($0)) } }

@Suite("Decoding keys")
struct InputDecoderTests {
  @Test("An input method's commit is its characters, one after the other")
  func commit() {
    #expect(decoded("考察👍é") == keys("考察👍é"))
  }

  @Test("A character split over two reads arrives whole")
  func splitCharacter() {
    var decoder = InputDecoder()
    var inputs: [Input] = []
    decoder.feed(0xE4, into: &inputs)
    decoder.idle(into: &inputs)
    #expect(inputs == [] && decoder.isUnfinished)
    decoder.feed(0xB8, into: &inputs)
    decoder.idle(into: &inputs)
    decoder.feed(0xAD, into: &inputs)
    #expect(inputs == keys("中") && !decoder.isUnfinished)
  }

  @Test(
    "Bytes that are no UTF-8 are dropped and the next key is not",
    arguments: [
      [0xFF], [0x80], [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xE4, 0xB8], [0xC2, 0x9B],
    ])
  func invalid(bytes: [Int32]) {
    #expect(decoded(bytes + [0x6A]) == keys("j"))
  }

  @Test(
    "Controls are named keys",
    arguments: [
      ("\r", Key(.enter)), ("\n", Key(.enter)), ("\t", Key(.tab)), ("\u{7F}", Key(.backspace)),
      ("\u{8}", Key(.backspace)), ("\u{1B}", Key(.escape)),
      ("\u{12}", Key(.character("r"), .control)),
      ("\u{0}", Key(.character(" "), .control)), ("\u{1F}", Key(.character("_"), .control)),
      ("\u{1B}x", Key(.character("x"), .alt)), ("\u{1B}\r", Key(.enter, .alt)),
      ("\u{1B}O", Key(.character("O"), .alt)),
      ("\u{1B}[A", Key(.up)), ("\u{1B}OA", Key(.up)), ("\u{1B}[1;2D", Key(.left, .shift)),
      ("\u{1B}[1;5C", Key(.right, .control)), ("\u{1B}[1;4F", Key(.end, [.shift, .alt])),
      ("\u{1B}[Z", Key(.tab, .shift)), ("\u{1B}[3~", Key(.delete)),
      ("\u{1B}[6;5~", Key(.pageDown, .control)),
      ("\u{1B}[15~", Key(.function(5))), ("\u{1B}OP", Key(.function(1))),
      ("\u{1B}[1;2Q", Key(.function(2), .shift)),
      ("\u{1B}[[B", Key(.function(2))),
    ])
  func named(text: String, key: Key) {
    #expect(decoded(text) == [.key(key)])
  }

  @Test("Every sequence taught to curses means by its code what its bytes mean")
  func definitions() {
    for (sequence, code) in KeySequences.definitions {
      guard let key = KeySequences.key(for: code) else { continue }
      #expect(decoded([code]) == [.key(key)])
      #expect(decoded(sequence) == [.key(key)], "\(sequence.debugDescription)")
    }
  }

  @Test("Escape is not lost before another key, a code or an ideograph")
  func escape() {
    #expect(decoded("\u{1B}\u{1B}x") == [.key(Key(.escape)), .key(Key(.character("x"), .alt))])
    #expect(decoded("\u{1B}中") == [.key(Key(.escape))] + keys("中"))
    #expect(decoded([0x1B, 0x103]) == [.key(Key(.escape)), .key(Key(.up))])
  }

  @Test(
    "A terminal's answer and a sequence nobody knows act as no key at all",
    arguments: [
      "\u{1B}[?62;22c", "\u{1B}[1;1R", "\u{1B}[12;40R", "\u{1B}[>41;354;0c", "\u{1B}[99;99~",
      "\u{1B}[I",
      "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{7}", "\u{1B}]52;c;5oub\u{1B}\\", "\u{1B}P1+r544e=78\u{1B}\\",
      "\u{1B}[" + String(repeating: "1;", count: 400) + "m", "\u{1B}[<0;5M", "\u{1B}[<;;M",
      "\u{1B}[0n",
      "\u{1B}[<0;0;0M", "\u{1B}[<66;3;3M", "\u{1B}[<35;3;3M", "\u{1B}[<999999999;1;1M",
    ])
  func swallowed(text: String) {
    #expect(decoded(text + "j", timingOut: true).suffix(1) == keys("j"))
    #expect(decoded(text, timingOut: true) == [])
  }

  @Test("Losing the focus is told, gaining it is not")
  func focus() {
    #expect(decoded("\u{1B}[O") == [.focusLost])
    #expect(decoded([KeySequences.focusOut, KeySequences.focusIn]) == [.focusLost])
  }

  @Test("Nothing traps, and the decoder always comes back", arguments: 0..<200)
  func random(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: UInt64) -> Int32 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int32((state >> 33) % bound)
    }
    let favourites = Array("\u{1B}[<;0123456789Mm~O]P\u{7}\u{1B}[200~201A".utf8).map(Int32.init)
    var decoder = InputDecoder()
    var inputs: [Input] = []
    for _ in 0..<2000 {
      switch next(5) {
      case 0: decoder.feed(next(256), into: &inputs)
      case 1: decoder.feed(next(0x2100) - 2, into: &inputs)
      default: decoder.feed(favourites[Int(next(UInt64(favourites.count)))], into: &inputs)
      }
      if next(20) == 0 { decoder.idle(into: &inputs) }
      if next(200) == 0 { decoder.timeOut(into: &inputs) }
    }
    decoder.timeOut(into: &inputs)
    #expect(!decoder.isUnfinished)
    inputs = []
    decoder.feed(0x6A, into: &inputs)
    #expect(inputs == keys("j"))
  }

  @Test(
    "An answer without an end is swallowed, however large and however slowly it comes",
    arguments: [
      "\u{1B}]", "\u{1B}P", "\u{1B}X", "\u{1B}^", "\u{1B}_",
    ])
  func unendedStrings(opening: String) {
    var decoder = InputDecoder()
    var inputs: [Input] = []
    for byte in opening.utf8 { decoder.feed(Int32(byte), into: &inputs) }
    for _ in 0..<256 {
      for _ in 0..<4096 { decoder.feed(0x71, into: &inputs) }
      decoder.idle(into: &inputs)
    }
    #expect(inputs == [] && decoder.isUnfinished)
    decoder.timeOut(into: &inputs)
    decoder.feed(0x6A, into: &inputs)
    #expect(inputs == keys("j"))
  }

  @Test("Alt and a bracket, with nothing behind, is over at once")
  func altBracket() {
    #expect(decoded("\u{1B}]") + decoded("j") == keys("j"))
    var decoder = InputDecoder()
    var inputs: [Input] = []
    for byte in [0x1B, 0x5D] { decoder.feed(Int32(byte), into: &inputs) }
    decoder.idle(into: &inputs)
    decoder.feed(0x6A, into: &inputs)
    #expect(inputs == keys("j"))
  }
}

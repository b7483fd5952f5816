import Canvas
import Terminal
import TestSupport
import Testing

@Suite("Decoding the mouse")
struct PointerTests {
  private func pointer(
    _ action: Pointer.Action, _ x: Int, _ y: Int, _ modifiers: Key.Modifiers = []
  ) -> Input {
    .pointer(Pointer(action, at: Point(x: x, y: y), modifiers: modifiers))
  }

  @Test("Press, drag, release and wheel, with modifiers and far columns")
  func reports() {
    #expect(decoded("\u{1B}[<0;10;5M") == [pointer(.down(.left), 9, 4)])
    #expect(decoded("\u{1B}[<32;300;5M") == [pointer(.drag(.left), 299, 4)])
    #expect(decoded("\u{1B}[<0;1;1m") == [pointer(.up(.left), 0, 0)])
    #expect(decoded("\u{1B}[<18;2;2M") == [pointer(.down(.right), 1, 1, .control)])
    #expect(
      decoded("\u{1B}[<64;2;3M\u{1B}[<69;2;3M") == [
        pointer(.wheelUp, 1, 2), pointer(.wheelDown, 1, 2, .shift),
      ])
  }

  @Test("A report split anywhere, by its code or its bytes, arrives whole", arguments: 1..<10)
  func split(at index: Int) {
    let bytes = Array("\u{1B}[<0;10;5M".utf8).map(Int32.init)
    var decoder = InputDecoder()
    var inputs: [Input] = []
    for (offset, byte) in bytes.enumerated() {
      if offset == index && index != 1 { decoder.idle(into: &inputs) }
      decoder.feed(byte, into: &inputs)
    }
    #expect(inputs == [pointer(.down(.left), 9, 4)])
    #expect(decoded([KeySequences.mouseStart] + bytes.dropFirst(3)) == inputs)
  }

  @Test("An old terminal's report of three bytes is understood, and never typed")
  func legacy() {
    #expect(decoded("\u{1B}[M *%") == [pointer(.down(.left), 9, 4)])
    #expect(decoded([KeySequences.legacyMouseStart, 35, 42, 37]) == [pointer(.up(.left), 9, 4)])
  }

  @Test("Runs of drags are cut to the last, and nothing else is")
  func coalesced() {
    let inputs = [
      pointer(.down(.left), 0, 0), pointer(.drag(.left), 1, 0), pointer(.drag(.left), 2, 0),
      pointer(.up(.left), 2, 0), pointer(.drag(.left), 3, 0), pointer(.wheelUp, 0, 0),
      pointer(.wheelUp, 0, 0),
    ]
    var expected = inputs
    expected.remove(at: 1)
    #expect(inputs.coalesced == expected)
  }

  @Test(
    "Plain characters that came at once are one piece; a single one and every other key are keys")
  func typedRuns() {
    let text = String(repeating: "招商e\u{301}", count: 4000)
    let inputs = text.unicodeScalars.map { Input.key(.character(Character($0))) }
    #expect(
      (inputs + [.key(Key(.enter))] + keys("jj")).coalesced
        == [.typed(text), .key(Key(.enter)), .typed("jj")])
    #expect(keys("j").coalesced == keys("j"))
    let control = Input.key(Key(.character("z"), .control))
    #expect((keys("j") + [control] + keys("k")).coalesced == keys("j") + [control] + keys("k"))
  }
}

@Suite("Decoding a paste")
struct PasteTests {
  @Test("A paste is one text, by bytes or by codes, without controls")
  func whole() {
    #expect(
      decoded("\u{1B}[200~甲\r\n乙\t\u{7}丙\u{1B}[31m\u{1B}[201~j") == [.paste("甲\n乙 丙")] + keys("j"))
    let codes =
      [KeySequences.pasteStart] + "甲q".utf8.map(Int32.init) + [0x103, KeySequences.pasteEnd]
    #expect(decoded(codes) == [.paste("甲q")])
  }

  @Test("A pause inside a paste does not end it; a long one does, and nothing acts as a key")
  func unfinished() {
    var decoder = InputDecoder()
    var inputs: [Input] = []
    for byte in "\u{1B}[200~删除".utf8 { decoder.feed(Int32(byte), into: &inputs) }
    decoder.idle(into: &inputs)
    #expect(inputs == [] && decoder.isUnfinished)
    decoder.timeOut(into: &inputs)
    #expect(inputs == [.paste("删除")] && !decoder.isUnfinished)
  }

  @Test("A paste over the limit is cut, and its rest does not become keys")
  func capped() {
    let text = String(repeating: "q", count: InputDecoder.pasteLimit + 500)
    #expect(
      decoded("\u{1B}[200~" + text + "\u{1B}[201~j")
        == [.paste(String(repeating: "q", count: InputDecoder.pasteLimit))] + keys("j"))
  }

  @Test("Bytes of a paste that are no UTF-8 become U+FFFD")
  func invalid() {
    #expect(
      decoded([KeySequences.pasteStart, 0x61, 0xFF, KeySequences.pasteEnd]) == [.paste("a\u{FFFD}")]
    )
    #expect(decoded([KeySequences.pasteStart, KeySequences.pasteEnd]) == [])
  }
}

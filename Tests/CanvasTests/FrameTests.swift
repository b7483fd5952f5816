import Canvas
import Testing

@Suite("Frames")
struct FrameTests {
  @Test("Chinese takes two columns, and writing returns the column after it")
  func chinese() {
    var frame = Frame(size: Size(width: 8, height: 1))
    #expect(frame.write("考察a", at: Point(x: 1, y: 0)) == 6)
    #expect(frame.text == " 考察a")
    #expect(frame[2, 0] == Cell(base: 0, marks: 0, role: .text, width: 0))
  }

  @Test("Overwriting either half of a wide character blanks the other half")
  func overwrittenHalves() {
    var first = Frame(size: Size(width: 6, height: 1))
    first.write("考察", at: Point(x: 0, y: 0))
    var second = first
    first.write("x", at: Point(x: 2, y: 0))
    second.write("x", at: Point(x: 1, y: 0))
    #expect([first.text, second.text] == ["考x", " x察"])
  }

  @Test("A wide character that would stick out of the clip leaves a blank on either side")
  func cutByTheClip() {
    var frame = Frame(size: Size(width: 8, height: 1))
    frame.write("........", at: Point(x: 0, y: 0))
    frame.clipped(to: Rect(x: 2, y: 0, width: 3, height: 1)) {
      $0.write("招商引资", at: Point(x: 1, y: 0))
    }
    #expect(frame.text == ".. 商...")
    frame.write("意向", at: Point(x: 5, y: 0), limit: 8)
    #expect(frame.text == ".. 商意")
  }

  @Test("A rectangle is kept of another frame, unless that would tear a character or mix up marks")
  func kept() {
    var old = Frame(size: Size(width: 10, height: 2))
    old.write("旧的一行", at: Point(x: 4, y: 0))
    old.write("x", at: Point(x: 0, y: 1))
    var new = Frame(size: Size(width: 10, height: 2))
    new.write("新", at: Point(x: 0, y: 0))
    let isKept = new.keep(Rect(x: 4, y: 0, width: 6, height: 2), of: old)
    #expect(isKept)
    #expect(new[4, 0] == old[4, 0])
    #expect(new[0, 0].base == 0x65B0)
    #expect(new[0, 1] == .blank)
    let before = new
    for torn in [
      Rect(x: 5, y: 0, width: 5, height: 2), Rect(x: 4, y: 0, width: 7, height: 2),
      Rect(x: 4, y: 0, width: 1, height: 1),
    ] {
      let isKept = new.keep(torn, of: old)
      #expect(!isKept)
    }
    old.write("e\u{301}", at: Point(x: 6, y: 1))
    let isMarked = new.keep(Rect(x: 4, y: 0, width: 6, height: 2), of: old)
    #expect(!isMarked)
    #expect(new == before)
  }

  @Test("A clip larger than the frame, text off every edge and a 1×1 frame stay inside")
  func offTheEdges() {
    var frame = Frame(size: Size(width: 1, height: 1))
    frame.clip = Rect(x: -5, y: -5, width: 50, height: 50)
    for y in -2...2 {
      for x in -3...3 { frame.write("立项签约 e\u{301}", at: Point(x: x, y: y)) }
    }
    frame.fill(Rect(x: -1, y: -1, width: 9, height: 9), with: "░")
    frame.box(Rect(x: 0, y: 0, width: 1, height: 1), glyphs: .line)
    #expect(frame.text == "░")
  }

  @Test("Marks stay with their base, four at most, and a lone mark is left out")
  func marks() {
    var frame = Frame(size: Size(width: 8, height: 1))
    frame.write("\u{301}か\u{3099}e" + String(repeating: "\u{301}", count: 9), at: Point(x: 0, y: 0))
    #expect(frame.scalars(x: 0, y: 0) == [0x304B, 0x3099])
    #expect(frame.scalars(x: 2, y: 0) == [0x65, 0x301, 0x301, 0x301, 0x301])
  }

  @Test(
    "No text drives the terminal, and layout agrees with what is drawn",
    arguments: [
      ("\u{1B}[31m红", 7), ("甲\r\n乙", 6), ("\u{202E}反", 3), ("一\u{200B}\u{FEFF}二", 4),
      ("👨\u{200D}👩\u{200D}👧", 6), ("👍\u{1F3FD}", 2), ("❤\u{FE0F}", 1), ("\u{0}空", 3),
      ("\u{E0041}标", 3), ("\u{2028}行", 3), ("\u{FFFE}", 1), ("\u{31350}", 1), ("\u{9B}2J", 3),
    ])
  func hostile(text: String, columns: Int) {
    var frame = Frame(size: Size(width: 20, height: 1))
    #expect(frame.write(text, at: Point(x: 0, y: 0)) == columns)
    #expect(TextWidth.columns(of: text) == columns)
    let drawn = frame.line(0).unicodeScalars
    #expect(drawn.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
    #expect(!drawn.contains { (0x202A...0x202E).contains($0.value) || $0.value == 0x200D })
  }

  @Test("Filling with a wide character or a mark shows U+FFFD instead of breaking the row")
  func wideFill() {
    var frame = Frame(size: Size(width: 3, height: 1))
    frame.fill(Rect(frame.size), with: "宽")
    #expect(frame.text == "\u{FFFD}\u{FFFD}\u{FFFD}")
  }

  @Test("Random writing never leaves half a wide character", arguments: 0..<50)
  func halves(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var frame = Frame(size: Size(width: 12, height: 3))
    let texts = ["招商", "a", "か\u{3099}b", "e\u{301}", "  ", "意\u{202E}向"]
    for _ in 0..<60 {
      let point = Point(
        x: Int.random(in: -3...13, using: &random), y: Int.random(in: 0...2, using: &random))
      frame.clip = Rect(
        x: Int.random(in: 0...6, using: &random), y: 0,
        width: Int.random(in: 1...12, using: &random),
        height: 3)
      frame.write(texts.randomElement(using: &random) ?? "", at: point)
    }
    for y in 0..<3 {
      for x in 0..<12 {
        let width = frame[x, y].width
        if width == 2 { #expect(x + 1 < 12 && frame[x + 1, y].width == 0) }
        if width == 0 { #expect(x > 0 && frame[x - 1, y].width == 2) }
      }
    }
  }
}

struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

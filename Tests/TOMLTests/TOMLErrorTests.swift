import TOML
import Testing

@Suite("What is no TOML")
struct TOMLErrorTests {
  private func place(_ line: Int, _ column: Int) -> TOMLPlace {
    TOMLPlace(line: line, column: column)
  }

  @Test(
    "Each error tells line, column, what stands there and what should",
    arguments: [
      ("x =", 1, 4, "", .value), ("x = 是", 1, 5, "是", .value), ("x = yes # y", 1, 5, "yes", .value),
      ("甲 = 1", 1, 1, "甲", .key), ("[招商]", 1, 2, "招商", .key), ("[a.]", 1, 4, "]", .key),
      ("x = {a = 1,}", 1, 12, "}", .key), ("\"\"\"a\"\"\" = 1", 1, 3, "\"a\"\"\"", .equals),
      ("x 1", 1, 3, "1", .equals), ("\nx", 2, 2, "", .equals),
      ("x = 1 2", 1, 7, "2", .lineEnd), ("[a] x = 1", 1, 5, "x", .lineEnd),
      ("'甲' = 1 乙", 1, 9, "乙", .lineEnd),
      ("x = \"甲\ny", 1, 7, "", .closing("\"")), ("x = '", 1, 6, "", .closing("'")),
      ("x = '''甲\n\n", 1, 5, "'''甲", .closing("'''")), ("[a", 1, 3, "", .closing("]")),
      ("[[a]", 1, 5, "", .closing("]]")), ("[[a] ]", 1, 5, "", .closing("]]")),
      ("x = [1\n 2]", 2, 2, "2", .comma(or: "]")), ("x = [", 1, 6, "", .value),
      ("x = [,", 1, 6, ",", .value), ("x = {a = 1\n}", 1, 11, "", .comma(or: "}")),
      (#"x = "\x41""#, 1, 6, #"\x41""#, .escape), (#"x = "\u12""#, 1, 6, #"\u12""#, .escape),
      (#"x = "\uD800""#, 1, 6, #"\uD800""#, .scalarValue),
      (#"x = "\U00110000""#, 1, 6, #"\U00110000""#, .scalarValue),
      ("x = \"\u{1B}[2J\"", 1, 6, "U+001B", .noControl), ("# \u{7F}", 1, 3, "U+007F", .noControl),
      ("x = 1 # \u{0}", 1, 9, "U+0000", .noControl), ("x = 1\rz", 1, 6, "", .lineEnd),
      ("x = 012", 1, 5, "012", .number), ("x = 1__0", 1, 5, "1__0", .number),
      ("x = .5", 1, 5, ".5", .number), ("x = 1.e3", 1, 5, "1.e3", .number),
      ("x = +0x1", 1, 5, "+0x1", .number), ("x = 0b12", 1, 5, "0b12", .number),
      ("x = 9223372036854775808", 1, 5, "9223372036854775808", .integerOf64Bits),
      ("x = 2026-02-29", 1, 5, "2026-02-29", .dateOrTime),
      ("x = 2026-11-22 5", 1, 5, "2026-11-22 5", .dateOrTime),
      ("x = 24:00:00", 1, 5, "24:00:00", .dateOrTime), ("x = 09:45", 1, 5, "09:45", .dateOrTime),
      ("x = 2026-11-30T", 1, 5, "2026-11-30T", .dateOrTime),
    ] as [(String, Int, Int, String, TOMLError.Expectation)])
  func errors(
    text: String, line: Int, column: Int, found: String, expected: TOMLError.Expectation
  ) {
    #expect(throws: TOMLError(place: place(line, column), found: found, expected: expected)) {
      try TOMLReader.table(of: text)
    }
  }

  @Test("What was given before is told with its line")
  func twice() {
    func expect(_ text: String, _ line: Int, _ found: String, _ expected: TOMLError.Expectation) {
      #expect {
        try TOMLReader.table(of: text)
      } throws: { error in
        let error = error as? TOMLError
        return error?.place.line == line && error?.found == found && error?.expected == expected
      }
    }
    let first = place(1, 1)
    let header = place(1, 2)
    expect("\"甲\" = 1\n'甲' = 2", 2, "甲", .newKey(first: first))
    expect("[a]\nx = 1\n[a]", 3, "a", .newKey(first: header))
    expect("a = 1\n[a]", 2, "a", .newKey(first: first))
    expect("a = 1\n[a.b]", 2, "a", .openTable(first: first))
    expect("a = {}\na.b = 1", 2, "a", .openTable(first: first))
    expect("a.b = 1\n[a]", 2, "a", .newKey(first: first))
    expect("[a.b]\n[a]\nb.c = 1", 3, "b", .openTable(first: place(1, 4)))
    expect("a = []\n[[a]]", 2, "a", .newKey(first: first))
    expect("[[a]]\n[a]", 2, "a", .newKey(first: place(1, 3)))
    expect("[a]\n[[a]]", 2, "a", .newKey(first: header))
    expect("x = {a = 1, a = 2}", 1, "a", .newKey(first: place(1, 6)))
  }

  @Test(
    "What lies too deep is refused where it does, and nothing is ever followed down",
    arguments: [
      String(repeating: "[", count: 100_000), "x = " + String(repeating: "[", count: 100_000),
      "x = " + String(repeating: "{a = ", count: 100_000),
      String(repeating: "a.", count: 100_000) + "a = 1",
      "[" + String(repeating: "a.", count: 100_000) + "a]",
      "x = [{a.a = [{a.a = [[[]]]}]}]", "[a.b.c.d]\ne.f.g.h = {i = 1}",
    ])
  func depth(text: String) {
    #expect {
      try TOMLReader.table(of: text, depthLimit: 8)
    } throws: { error in
      let expected = (error as? TOMLError)?.expected
      return expected == .depth(atMost: 8) || expected == .key
    }
  }
}

import Exchange
import TestSupport
import Testing

@Suite("Tables for spreadsheets")
struct CSVTests {
  private func rows(_ text: String) throws -> [[String]] {
    try CSVReader.rows(Array(text.utf8))
  }

  @Test("Every cell is quoted, lines end as Windows wants, and a mark says that it is UTF-8")
  func writing() {
    #expect(
      CSVWriter.text([["项目", "甲\"乙\""], [], [""]]) == "\"项目\",\"甲\"\"乙\"\"\"\r\n\r\n\"\"\r\n")
    #expect(CSVWriter.bytes([["甲"]]).prefix(4) == [0xEF, 0xBB, 0xBF, 0x22])
  }

  @Test(
    "A cell that would run as a formula is written as text, and read as it was",
    arguments: [
      "=1+1", "+86", "-5+1", "-", "-1.2.3", "@SUM", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x",
      "'=1", "''=1",
      "=\u{301}1", "'",
    ])
  func formulas(cell: String) throws {
    let text = CSVWriter.text([[cell]])
    if cell != "'" { #expect(text.hasPrefix("\"'")) }
    #expect(try rows(text) == [[cell]])
  }

  @Test("A number below zero is a number", arguments: ["-5", "-0.25", "'-5", "-12000000"])
  func negative(cell: String) throws {
    #expect(CSVWriter.text([[cell]]) == "\"\(cell)\"\r\n")
    #expect(try rows("\"\(cell)\"\r\n") == [[cell]])
  }

  @Test("Any line end ends a row, and a quoted cell holds them all")
  func lineEnds() throws {
    #expect(try rows("a,b\rc\nd\r\n\r\ne") == [["a", "b"], ["c"], ["d"], [], ["e"]])
    #expect(try rows("\"a\r\nb\rc\nd\",\n,") == [["a\r\nb\rc\nd", ""], ["", ""]])
    #expect(try rows("\u{FEFF}a\"b,''") == [["a\"b", "''"]])
    #expect(try rows("") == [])
  }

  @Test("What is wrong is named by row and column")
  func errors() {
    var limits = CSVLimits()
    limits.cellBytes = 4
    limits.rowBytes = 9
    limits.columns = 3
    limits.rows = 3
    for (text, row, column, problem) in [
      ("a\n\nb,\"c", 3, 2, CSVError.Problem.openQuote),
      ("\"a\"b", 1, 1, .textAfterQuote),
      ("a,bcdef", 1, 2, .cellTooLong(limit: 4)),
      ("abcd,abcd,a", 1, 3, .rowTooLong(limit: 9)),
      ("a\n1,2,3,4", 2, 4, .tooManyColumns(limit: 3)),
      ("a\nb\nc\nd", 4, 1, .tooManyRows(limit: 3)),
    ] {
      #expect(throws: CSVError(row: row, column: column, problem: problem), "\(text)") {
        try CSVReader.rows(Array(text.utf8), limits: limits)
      }
    }
  }

  @Test("Whatever a table holds survives a file, in both character sets", arguments: 0..<300)
  func generated(seed: UInt64) throws {
    let table = Self.table(seed: seed)
    #expect(try CSVReader.rows(CSVWriter.bytes(table)) == table)
    for encoding in TextEncoding.allCases {
      let bytes = try encoding.encoded(CSVWriter.text(table))
      let decoded = try DecodedText(bytes, as: encoding)
      #expect(try CSVReader.rows(decoded.utf8) == table)
    }
  }

  @Test("Random bytes are an error, or a table that is the same when it is written")
  func noise() throws {
    var (tables, errors) = (0, 0)
    for seed: UInt64 in 0..<300 {
      var dice = SplitMix64(seed: seed)
      let bytes = (0..<Int.random(in: 1...200, using: &dice)).flatMap { _ in
        dice.isOnce(in: 50)
          ? [UInt8.random(in: 0...255, using: &dice)]
          : Array(
            dice.pick(
              [",", "\"\"", "\r\n", "\n", "'", "=", "光"] + (dice.isOnce(in: 9) ? ["\""] : [])
            ).utf8)
      }
      if let text = try? DecodedText(bytes), let rows = try? CSVReader.rows(text.utf8) {
        #expect(try CSVReader.rows(CSVWriter.bytes(rows)) == rows, "\(seed)")
        tables += 1
      } else {
        errors += 1
      }
    }
    #expect(tables > 10 && errors > 10)
  }

  @Test("Python reads the same cells")
  func python() async throws {
    let tables = (0..<60).map { Self.table(seed: $0 + 1000) }
    let scratch = try ScratchFolder()
    for (number, table) in tables.enumerated() {
      try scratch.write("\u{FEFF}" + CSVWriter.text(table), to: "\(number).csv")
    }
    try scratch.write(
      """
      import csv, sys
      for n in range(60):
          with open(f"{sys.argv[1]}/{n}.csv", encoding="utf-8-sig", newline="") as f:
              for row in csv.reader(f):
                  print(" ".join([str(len(row))] + [c.encode().hex() or "-" for c in row]))
      """, to: "read.py")
    let desk = try Desk()
    guard
      let outcome = try? await desk.run("python3", [scratch.path("read.py"), scratch.path])
    else {
      print("SKIPPED: there is no python3 to compare tables with")
      return
    }
    #expect(outcome.status == 0, "\(outcome.stderr)")
    let expected = tables.joined().map { row in
      (["\(row.count)"] + row.map { Self.hex(Self.guarded($0)) }).joined(separator: " ")
    }
    #expect(outcome.lines == expected)
  }

  /// What stands in the file: the cell, or an apostrophe and the cell.
  private static func guarded(_ cell: String) -> String {
    let bare = cell.drop { $0 == "'" }
    if bare.wholeMatch(of: /-[0-9]+(\.[0-9]+)?/) != nil { return cell }
    let first = cell.unicodeScalars.first { $0 != "'" }
    return first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false ? "'" + cell : cell
  }

  private static func hex(_ text: String) -> String {
    let digits = text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return digits.isEmpty ? "-" : digits
  }

  private static let hostile =
    HostileText.all.map(\.text).filter { $0.utf8.count < 20_000 } + [
      "", "\"", "\"\"", ",", "'", "\r\n", "\u{FEFF}", "=cmd|' /C calc'!A0", "‹U+202E›", "0123",
    ]

  private static func table(seed: UInt64) -> [[String]] {
    var dice = SplitMix64(seed: seed)
    let alphabet = Array("a,\"\r\n'=＝光翼\u{301}\u{0}é👨‍👩‍👧\t \u{FFFD}\u{10FFFD}".unicodeScalars)
    return (0..<Int.random(in: 0...6, using: &dice)).map { _ in
      (0..<Int.random(in: 0...5, using: &dice)).map { _ in
        if dice.isOnce(in: 3) { return dice.pick(hostile) }
        var cell = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...8, using: &dice) { cell.append(dice.pick(alphabet)) }
        return String(cell)
      }
    }
  }
}

import TOML
import TestSupport
import Testing

@Suite("Reading TOML")
struct TOMLReaderTests {
  private func read(_ text: String) throws -> String {
    TOMLValue.table(try TOMLReader.table(of: text)).description
  }

  @Test(
    "Each kind of value is read",
    arguments: [
      ("x = \"招商\\t\\u4E2D\\\\\"", #"{x = "招商\u0009中\\"}"#),
      (#"x = '路径\无转义'"#, #"{x = "路径\\无转义"}"#),
      ("x = \"\"\"\n甲\n乙\"\"\"", #"{x = "甲\u000a乙"}"#),
      ("x = \"\"\"甲\\\n   \n   乙\"\"\"\"\"", #"{x = "甲乙\"\""}"#),
      ("x = '''甲'乙''''", #"{x = "甲'乙'"}"#),
      ("x = -1_000", "{x = -1000}"), ("x = 0xDEAD_beef", "{x = 3735928559}"),
      ("x = 0o17", "{x = 15}"), ("x = 0b101", "{x = 5}"),
      ("x = -9223372036854775808", "{x = -9223372036854775808}"),
      ("x = 3.14e+2", "{x = 314.0}"), ("x = -inf", "{x = -inf}"), ("x = +nan", "{x = nan}"),
      ("x = true", "{x = true}"),
      ("x = 2026-11-30", "{x = 2026-11-30}"), ("x = 09:45:00.5", "{x = 09:45:00.5}"),
      ("x = 2028-02-29 09:45:00+08:00", "{x = 2028-02-29 09:45:00+08:00}"),
      ("x = [1, '二', [], # 三\n\n {\"四\" = 4},\n]", #"{x = [1, "二", [], {"四" = 4}]}"#),
      ("x = { a.b = 1, a.c = 2, \"\" = {} }", #"{x = {a = {b = 1, c = 2}, "" = {}}}"#),
    ])
  func values(text: String, expected: String) throws {
    #expect(try read(text) == expected)
    #expect(try read("# 备注\r\n\(text) # 备注\r\n") == expected)
  }

  @Test("Headers and dotted keys come to the same tables, in any order")
  func tables() throws {
    #expect(try read("\u{FEFF}\"甲乙\" = 1") == #"{"甲乙" = 1}"#)
    let headers = "[a.b]\nx = 1\n[ c . \"丁\" ]\n[a]\ny = 2\n[a.b.d]\nz = 3\n"
    #expect(try read(headers) == #"{a = {b = {x = 1, d = {z = 3}}, y = 2}, c = {"丁" = {}}}"#)
    #expect(
      try read("a.b.x = 1\na.y = 2\n[a.b.d]\nz = 3") == "{a = {b = {x = 1, d = {z = 3}}, y = 2}}")
    let series = "[[f]]\nn = 1\n[[f.v]]\nn = 2\n[[f.v]]\n[f.p]\n[[f]]\n"
    #expect(try read(series) == "{f = [{n = 1, v = [{n = 2}, {}], p = {}}, {}]}")
  }

  @Test("Two keys that only look alike are two keys")
  func alike() throws {
    let table = try TOMLReader.table(of: "\"\u{E9}\" = 1\n\"e\u{301}\" = 2")
    #expect(table.members.map(\.value) == [.integer(1), .integer(2)])
  }

  @Test("Every key and every value has its place, counted in characters")
  func places() throws {
    let table = try TOMLReader.table(of: "[\"招商\"]  # 一\r\n  '甲' . b = \"乙\"\r\n\"丙\"=1")
    func places(_ table: TOMLTable) -> [Int] {
      table.members.flatMap { member in
        let own = [
          member.keyPlace.line, member.keyPlace.column, member.valuePlace.line,
          member.valuePlace.column,
        ]
        if case .table(let inner) = member.value { return own + places(inner) }
        return own
      }
    }
    #expect(places(table) == [1, 2, 1, 2, 2, 3, 2, 3, 2, 9, 2, 13, 3, 1, 3, 5])
  }

  @Test("What the writer writes is read back, whatever stands in it")
  func written() throws {
    for text in HostileText.all.map(\.text) {
      let line = "\(TOMLText.key(text)) = \(TOMLText.quoted(text))"
      let member = try #require(try TOMLReader.table(of: line).members.first)
      #expect(member.key.utf8.elementsEqual(text.utf8))
      #expect(member.value == .string(text))
    }
  }

  @Test("Whatever the bytes, it is a table or an error inside the text")
  func hostile() throws {
    let corpus = [
      "[a.\"乙\"]\nx = [1, 2.5e3, 0x1F, {y = '''z''', w.v = 2026-11-30 09:45:00Z}] # 备注\n",
      "[[f]]\nn = \"\"\"\\\n  甲\\u4E2D\"\"\"\n[f.p]\n'k' = true\n[[f]]\n", "\"\" = 09:45:00\r\n",
    ].map { Array($0.utf8) }
    let tried = try Mutation.play(corpus) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      do throws(TOMLError) {
        let table = try TOMLReader.table(of: text)
        // What was read can be written, on one line, and is the same then.
        let line = "x = \(TOMLValue.table(table))"
        let again = try TOMLReader.table(of: line, depthLimit: 100)
        guard case .table(let read)? = again.members.first?.value else {
          Issue.record("\(line)")
          return
        }
        #expect(TOMLValue.table(read).description == TOMLValue.table(table).description)
      } catch {
        let lines = text.utf8.count { $0 == 0x0A } + 1
        #expect(1...lines ~= error.place.line && error.place.column >= 1)
      }
    }
    #expect(tried > 50)
  }
}

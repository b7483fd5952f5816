import Exchange
import JSON
import Pipeline
import SafeText
import TestSupport
import Testing
import Wording

@Suite("Files that are not taken in")
struct ExchangeErrorTests {
  /// Reads the members of a file of ours; the first of them stands in line 2.
  private func read(_ members: String) throws(ExchangeError) -> ExchangeFile {
    try ExchangeFile(
      Array(("{\"format\":\"zhaoshang-exchange\",\"version\":1,\n" + members + "}").utf8))
  }

  private func fault(_ members: String) -> ExchangeError? {
    do {
      _ = try read(members)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "The fault is named by path, line and column, with the value and what was expected",
    arguments: [
      (
        #""projects":[{"name":"甲","stages":[{"stage":"visit","on":"2023-02-30"}]}]"#,
        "projects[0].stages[0].on", 2,
        "projects[0].stages[0].on（第 2 行第 57 列）：是 \"2023-02-30\"，应为日期：2023-07-19、2023-07、2023-07-01..2023-09-04 或 unknown"
      ),
      (
        "\"projects\":[{\"name\":\"甲\"},\n{\"name\":7}]", "projects[1].name", 3,
        "projects[1].name（第 3 行第 9 列）：是 7，应为文字"
      ),
      (
        #""projects":[{"kind":"fund"}]"#, "projects[0].name", 2,
        "projects[0].name（第 2 行第 13 列）：缺少，应为非空文字"
      ),
      (
        #""projects":[{"key":"P1","name":"甲"},{"key":"P1","name":"乙"}]"#, "projects[1].key", 2,
        "projects[1].key（第 2 行第 44 列）：项目 key “P1”重复，请改成不同的"
      ),
      (
        #""activities":[{"projects":["P9"],"kind":"call","on":"unknown"}]"#,
        "activities[0].projects[0]", 2,
        "activities[0].projects[0]（第 2 行第 28 列）：文件中没有 key 为“P9”的项目"
      ),
      (
        #""activities":[{"kind":"call","on":"2023-09-04","end":"2023-07-01"}]"#,
        "activities[0].end",
        2, "activities[0].end（第 2 行第 54 列）：结束日期 2023-07-01 早于开始日期 2023-09-04"
      ),
      (
        #""activities":[{"kind":"party","on":"unknown"}]"#, "activities[0].kind", 2,
        "activities[0].kind（第 2 行第 23 列）：是 \"party\"，应为下列之一：call、meet、outbound、inbound、return、negotiation、promotion、review、ceremony、resident"
      ),
      (
        #""activities":[{"kind":"call","times":0}]"#, "activities[0].times", 2,
        "activities[0].times（第 2 行第 38 列）：是 0，应为1 到 9999 的整数"
      ),
      (
        #""projects":[{"name":"甲","amount":{"value":"1e9","unit":"元"}}]"#,
        "projects[0].amount.value",
        2, "projects[0].amount.value（第 2 行第 43 列）：是 \"1e9\"，应为金额数字，如 1.6，且不超出范围"
      ),
      (
        #""projects":[{"name":"甲","amount":"1.6亿"}]"#, "projects[0].amount", 2,
        "projects[0].amount（第 2 行第 34 列）：是 \"1.6亿\"，应为金额：含 value、unit、currency 的对象，或 undisclosed"
      ),
      (
        #""projects":{}"#, "projects", 2, "projects（第 2 行第 12 列）：是 {…}，应为列表 […]"
      ),
      (
        #""people":[{"name":"宗新"},"马学福"]"#, "people[1]", 2,
        "people[1]（第 2 行第 25 列）：是 \"马学福\"，应为对象 {…}"
      ),
    ])
  func places(_ members: String, _ path: String, _ line: Int, _ sentence: String) throws {
    let error = try #require(fault(members))
    #expect(error.path.description == path)
    #expect(error.line == line)
    #expect(Words(.zh).exchange(error) == sentence)
    #expect(
      Words(.en).exchange(error).hasPrefix("\(path) (line \(line), column \(error.column)): "))
  }

  @Test(
    "Another format, another version and what is not JSON are told apart",
    arguments: [
      (
        #"{"version":1}"#, "format",
        "format (line 1, column 1): missing, expected the format “zhaoshang-exchange”"
      ),
      (
        #"{"format":"csv","version":1}"#, "format",
        "format (line 1, column 11): found \"csv\", expected the format “zhaoshang-exchange”"
      ),
      (
        #"{"format":"zhaoshang-exchange","version":2}"#, "version",
        "version (line 1, column 42): found 2, expected version 1"
      ),
      (
        #"{"format":"zhaoshang-exchange","version":1,"version":1}"#, "",
        "line 1, column 45: the member “version” is there twice"
      ),
      ("{\n\"format\"", "", "line 2, column 9: the JSON ends here; the file may be cut off"),
      ("[]", "", "line 1, column 1: found […], expected an object {…}"),
      ("", "", "line 1, column 1: the JSON ends here; the file may be cut off"),
    ])
  func formats(_ text: String, _ path: String, _ sentence: String) throws {
    let error = try #require(throws: ExchangeError.self) { try ExchangeFile(Array(text.utf8)) }
    #expect(error.path.description == path)
    #expect(Words(.en).exchange(error) == sentence)
  }

  @Test("What the pipeline refuses is found again in the file")
  func refusals() throws {
    func place(_ members: String) throws -> String? {
      let file = try read(members)
      do {
        _ = try Pipeline(taking: file.intake)
        return nil
      } catch {
        let found = file.error(for: error)
        return "\(found.path) \(found.line):\(found.column)"
      }
    }
    let good = #"{"name":"甲","investors":["甲方"]}"#
    #expect(try place(#""projects":[\#(good)]"#) == nil)
    #expect(
      try place("\"projects\":[\(good),\n{\"name\":\"乙\"}]") == "projects[1].investors 3:1")
    #expect(
      try place(
        "\"projects\":[{\"name\":\"甲\",\"investors\":[\"甲方\"],\n\"stages\":[{\"stage\":\"visit\",\"on\":\"2030-01-01\"}]}]"
      ) == "projects[0].stages[0].on 3:33")
    #expect(
      try place(
        #""projects":[{"name":"甲","investors":["甲方"],"status":{"is":"withdrawn","on":"unknown"}}]"#)
        == "projects[0].status.reason 2:53")
    #expect(
      try place(
        #""projects":[{"name":"甲","investors":["甲方"],"notes":[{"text":"好"},{"text":"\u202e坏"}]}]"#)
        == "projects[0].notes[1].text 2:74")
    #expect(
      try place(#""people":[{"name":"宗新"}],"clusters":[{"name":"铝业"},{"name":"\u0000"}]"#)
        == "clusters[1].name 2:60")
    #expect(
      try place(#""organisations":[{"name":"国电投"}],"people":[{"name":" "}]"#)
        == "people[0].name 2:52")
  }

  @Test("A good file cut at any byte is refused with a place, and never traps")
  func truncation() throws {
    let bytes = ZoupingExample.bytes
    let end = bytes.lastIndex(of: 0x7D) ?? 0
    for length in stride(from: 0, through: end, by: 97) + [end - 1, end] {
      let error = #expect(throws: ExchangeError.self) { try ExchangeFile(Array(bytes[..<length])) }
      #expect(error?.line ?? 0 >= 1)
    }
  }
}

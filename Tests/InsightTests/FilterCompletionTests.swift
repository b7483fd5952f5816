@testable import Insight
import Pipeline
import TestSupport
import Testing
import Vocabulary

@Suite("Completing a filter")
struct FilterCompletionTests {
  private func choices(
    _ text: String, _ tongue: FilterCompletion.Tongue = .chinese, at place: Int? = nil
  ) throws -> [String] {
    let place = place ?? text.unicodeScalars.count
    return FilterCompletion(of: text, at: place, in: ZoupingExample.pipeline, tongue: tongue)?
      .choices
      ?? []
  }

  @Test("Nothing typed offers every key; a beginning, pinyin and initials narrow them")
  func keys() throws {
    #expect(try choices("").count == FilterKey.offered.count)
    #expect(try choices("").allSatisfy { ":><".contains($0.last ?? " ") })
    for typed in ["阶", "jie", "jd", "jieduan"] { #expect(try choices(typed) == ["阶段:"]) }
    #expect(
      try choices("st", .english) == [
        "stage:", "status:", "stale:", "cluster:", "industry:", "investors:",
      ])
    #expect(try choices("光翼 zer") == ["责任人:"])
    #expect(try choices("光翼 -zer") == ["责任人:"])
    #expect(try choices("没有的") == [])
  }

  @Test("A field's values fit by text, pinyin and initials, in either language")
  func values() throws {
    #expect(try choices("阶段:") == ["对接", "考察", "回访", "意向", "立项", "签约"])
    #expect(try choices("阶段：y") == ["意向", "签约"])
    #expect(try choices("stage:vi", .english) == ["visit", "return-visit"])
    #expect(try choices("停滞:") == ["是", "否"])
    #expect(try choices("状态:gq") == ["挂起"])
    #expect(try choices("负责人:b") == ["本人"])
    // The whole name, whatever begins like it.
    #expect(try choices("牵头:国信").allSatisfy { $0.hasPrefix("\"") && $0.hasSuffix("\"") })
    #expect(try choices("金额>1亿") == [])
  }

  @Test("After a comma another value is offered, and none that stands there already")
  func alternatives() throws {
    #expect(try choices("阶段:意向,") == ["对接", "考察", "回访", "立项", "签约"])
    #expect(try choices("阶段:意向、l") == ["立项"])
  }

  @Test("Every choice that is put in can be read as a filter")
  func readable() throws {
    let pipeline = ZoupingExample.pipeline
    for tongue in [FilterCompletion.Tongue.chinese, .english] {
      for key in FilterCompletion.keys(tongue) where key.hasSuffix(":") {
        let completion = FilterCompletion(
          of: key, at: key.unicodeScalars.count, in: pipeline, tongue: tongue)
        for choice in completion?.choices ?? [] {
          let problems = Filter.parse(key + choice, me: "王敏", in: pipeline).problems
          #expect(problems == [], "\(key)\(choice)")
        }
      }
    }
  }

  @Test("Units come by use, and a value with a blank is quoted")
  func ranked() throws {
    let units = try choices("牵头:")
    let uses = units.dropLast().map { unit in
      let word = unit.filter { $0 != "\"" }
      let pipeline = ZoupingExample.pipeline
      return pipeline.projects.filter { $0.lead.contains(word) }.count
        + pipeline.activities.filter { $0.facts.lead.contains(word) }.count
    }
    #expect(uses == uses.sorted(by: >) && uses.count > 1)
    let pipeline = ZoupingExample.pipeline
    let range = FilterCompletion(of: "光翼 阶段:yx 王", at: 8, in: pipeline, tongue: .chinese)?.range
    #expect(range == 6..<8)
  }

  @Test("The place of the caret decides, not the end of the line")
  func caret() throws {
    #expect(try choices("阶段:y 光翼", at: 4) == ["意向", "签约"])
    #expect(try choices("阶段:y 光翼", at: 1) == ["阶段:"])
  }
}

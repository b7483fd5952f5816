import JSON
import Pipeline
import TestSupport
import Testing

@testable import Exchange

/// Texts made to break something, in every place of an exchange file that holds a text.
@Suite struct HostileImportTests {
  /// A file with a text in every member there is.
  private static let everyMember = """
    {"format":"zhaoshang-exchange","version":1,
    "organisations":[{"name":"创新集团","aliases":["创新"],"kind":"民企","credit_code":"91370000",
    "place":"邹平","note":"注"}],
    "people":[{"name":"张三","organisation":"创新集团","title":"总经理","phone":"0543-1","note":"注"}],
    "clusters":[{"name":"铝精深加工","segments":["上游"],"target":"千亿","note":"注"}],
    "projects":[{"key":"P1","name":"甲","kind":"fund","investors":["乙"],"lead":["投促中心"],
    "owner":"王敏","industry":"铝","cluster":"铝精深加工","amount":{"value":"1.6","unit":"亿元"},
    "next":{"text":"回访","due":"2026-12-01","who":"李工"},"tags":["省重点"],FIELDS
    "stages":[{"stage":"contact","on":"2026-11-01"},
    {"stage":"approval","on":"2026-11-02","reason":"已过会"}],
    "earlier_statuses":[{"is":"hold","on":"2026-11-03","review":"2026-12-01","reason":"等指标"},
    {"is":"ongoing","on":"2026-11-04","reason":"指标已下"}],
    "status":{"is":"lost","on":"2026-11-05","reason":"elsewhere","place":"苏州","note":"落户他地"},
    "notes":[{"text":"备注","on":"2026-11-02"}],"unheard_of":"未知"}],
    "activities":[{"projects":["P1"],"kind":"outbound","on":"2026-11-01","place":"昆山",
    "sites":["甲厂"],"lead":["商务局"],"counterparts":["某公司"],
    "leader":{"name":"张三","title":"副市长"},"team":["李四"],"trip":"华东行","line":"12",
    "outcome":"loi","outcome_text":"意向书","note":"备注"}],
    "milestones":[{"projects":["P1"],"kind":"other","on":"2026-11-01","name":"集中开工",
    "subject":"园区","cluster":"铝","document":"鲁发改〔2023〕1号","note":"备注"}]}
    """

  private static func file() throws -> JSONValue {
    let written: Set<Field> = [
      .name, .kind, .investors, .lead, .owner, .industry, .cluster, .amount, .next, .tags,
    ]
    var members = ""
    for field in Field.editable where !written.contains(field) {
      switch field.form {
      case .name, .line, .note: members += "\"\(field.rawValue)\":\"某某\","
      case .list: members += "\"\(field.rawValue)\":[\"某某\"],"
      case .amount, .date, .kind, .json, .next: break
      }
    }
    return try JSONValue.parse(everyMember.replacing("FIELDS", with: members))
  }

  @Test("In whatever place of an import, each is cleaned, kept or refused with its place")
  func everyPlace() throws {
    let whole = try Self.file()
    _ = try Pipeline(taking: ExchangeFile(JSONWriter.bytes(of: whole)).intake)
    let places = Self.strings(in: whole)
    try #require(places > 60)
    let texts = HostileText.all.filter { Effort.isLong || $0.text.utf8.count < 100_000 }
    var outcomes = (taken: 0, refused: 0)
    for (index, hostile) in texts.enumerated() {
      // Every text in an eighth of the places, and all of them for a release.
      for place in 0..<places where Effort.isLong || (place + index) % 8 == 0 {
        var left = place
        let bytes = JSONWriter.bytes(of: Self.replacing(in: whole, &left, with: hostile.text))
        do throws(ExchangeError) {
          let file = try ExchangeFile(bytes)
          do throws(Refusal) {
            let pipeline = try Pipeline(taking: file.intake)
            #expect(Self.forbidden(in: pipeline) == [], "\(hostile) in place \(place)")
            outcomes.taken += 1
          } catch {
            let error = file.error(for: error)
            #expect(error.line >= 1, "\(hostile) in place \(place)")
            outcomes.refused += 1
          }
        } catch {
          #expect(error.line >= 1, "\(hostile) in place \(place)")
          outcomes.refused += 1
        }
      }
    }
    Effort.tell(
      "hostile texts imported",
      ["texts": texts.count, "taken": outcomes.taken, "refused": outcomes.refused])
    #expect(outcomes.taken > 200 && outcomes.refused > 200, "\(outcomes)")
  }

  /// What no text of a pipeline may hold, wherever it stands.
  private static func forbidden(in pipeline: Pipeline) -> [Unicode.Scalar]? {
    var found: [Unicode.Scalar] = []
    func look(_ value: JSONValue) {
      switch value {
      // A note keeps the line ends it came with.
      case .string(let text):
        found += Emissions.forbidden(inText: text.replacing("\r\n", with: "\n"))
      case .array(let items): items.forEach(look)
      case .object(let object):
        // What this version does not know is kept as it came, in escapes, and shown nowhere.
        for member in object where member.key != "unheard_of" { look(member.value) }
      case .null, .bool, .number: break
      }
    }
    guard let whole = try? JSONValue.parse(ExchangeFile.bytes(of: pipeline)) else { return nil }
    look(whole)
    return found
  }

  // MARK: Places

  private static func strings(in value: JSONValue) -> Int {
    switch value {
    case .string: 1
    case .array(let items): items.reduce(0) { $0 + strings(in: $1) }
    case .object(let object): object.reduce(0) { $0 + strings(in: $1.value) }
    case .null, .bool, .number: 0
    }
  }

  /// The value with its `place`-th text replaced.
  private static func replacing(in value: JSONValue, _ place: inout Int, with text: String)
    -> JSONValue
  {
    switch value {
    case .string:
      place -= 1
      return place == -1 ? .string(text) : value
    case .array(let items): return .array(items.map { replacing(in: $0, &place, with: text) })
    case .object(let object):
      var changed = JSONObject()
      for member in object {
        changed[member.key] = replacing(in: member.value, &place, with: text)
      }
      return .object(changed)
    case .null, .bool, .number: return value
    }
  }
}

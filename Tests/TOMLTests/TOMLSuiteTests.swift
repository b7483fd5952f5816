import Glibc
import JSON
import TOML
import TestSupport
import Testing

/// The folder `tests` of github.com/toml-lang/toml-test, whose files are no part of this project.
private let suite = getenv("TOML_TEST_SUITE").map { String(cString: $0) }

@Suite("The public tests of TOML 1.0", .enabled(if: suite != nil, "TOML_TEST_SUITE is not set"))
struct TOMLSuiteTests {
  /// The files of version 1.0 in one of the suite's folders.
  private func files(_ kind: String) throws -> [String] {
    let folder = try #require(suite)
    let list = String(decoding: try Corpus.bytes(of: folder + "/files-toml-1.0.0"), as: UTF8.self)
    return list.split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix(kind + "/") && $0.hasSuffix(".toml") }.map { folder + "/" + $0 }
  }

  @Test("Every valid text is read as its values")
  func valid() throws {
    let files = try files("valid")
    #expect(files.count > 200)
    for file in files {
      let text = String(decoding: try Corpus.bytes(of: file), as: UTF8.self)
      let json = try JSONValue.parse(try Corpus.bytes(of: file.dropLast(5) + ".json"))
      do {
        let table = try TOMLReader.table(of: text)
        #expect(TOMLSuiteTests.same(.table(table), json), "\(file): \(TOMLValue.table(table))")
      } catch {
        Issue.record("\(file): \(error)")
      }
    }
  }

  @Test("Every invalid text is refused")
  func invalid() throws {
    let files = try files("invalid")
    #expect(files.count > 450)
    for file in files {
      guard let text = String(validating: try Corpus.bytes(of: file), as: UTF8.self) else {
        continue
      }
      #expect(throws: TOMLError.self, "\(file)") { try TOMLReader.table(of: text) }
    }
  }

  private static func same(_ value: TOMLValue, _ json: JSONValue) -> Bool {
    switch (value, json) {
    case (.table(let table), .object(let object)):
      let members = object.members
      return table.members.count == members.count
        && table.members.allSatisfy { member in
          members.contains {
            $0.key.utf8.elementsEqual(member.key.utf8) && same(member.value, $0.value)
          }
        }
    case (.array(let values), .array(let elements)):
      return values.count == elements.count && zip(values, elements).allSatisfy(same)
    case (_, .object(let object)):
      guard case .string(let type)? = object["type"], case .string(let text)? = object["value"]
      else { return false }
      return same(value, type, text)
    default: return false
    }
  }

  private static func same(_ value: TOMLValue, _ type: String, _ text: String) -> Bool {
    switch (value, type) {
    case (.string(let string), "string"): return string.utf8.elementsEqual(text.utf8)
    case (.integer(let number), "integer"): return String(number) == text
    case (.boolean(let isTrue), "bool"): return String(isTrue) == text
    case (.float(let number), "float"):
      return number.isNaN ? text.hasSuffix("nan") : number == Double(text)
    case (.moment(let moment), _):
      let types: [TOMLMoment.Kind: String] = [
        .offsetDateTime: "datetime", .localDateTime: "datetime-local", .localDate: "date-local",
        .localTime: "time-local",
      ]
      return types[moment.kind] == type && canonical(moment.text) == canonical(text)
    default: return false
    }
  }

  /// A moment with a T and without zeros at the end of a fraction.
  private static func canonical(_ moment: String) -> String {
    let text = moment.uppercased().replacing(" ", with: "T")
    guard let point = text.firstIndex(of: ".") else { return text }
    let behind = text[text.index(after: point)...]
    let digits = behind.prefix { $0.isNumber }
    var fraction = String(digits)
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return text[..<point] + (fraction.isEmpty ? "" : "." + fraction)
      + behind.dropFirst(digits.count)
  }
}

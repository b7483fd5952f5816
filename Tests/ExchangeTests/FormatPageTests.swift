import Exchange
import JSON
import Pipeline
import TestSupport
import Testing

@Suite("The manual page of the formats")
struct FormatPageTests {
  private static let folder = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

  private static var example: Pipeline {
    get throws { try Pipeline(taking: ExchangeFile(ZoupingExample.bytes).intake) }
  }

  /// Every member's name in a value, however deep.
  private func members(of value: JSONValue, into names: inout Set<String>) {
    if let object = value.object {
      for member in object {
        names.insert(member.key)
        self.members(of: member.value, into: &names)
      }
    }
    for item in value.array ?? [] { members(of: item, into: &names) }
  }

  @Test("Every member that an exchange file has is named in it", arguments: ["", "zh_CN/"])
  func members(folder: String) throws {
    var names = Set(Field.editable.map(\.rawValue))
    for seed in UInt64(0)..<200 {
      var chance = Chance(seed: seed)
      let bytes = ExchangeFile.bytes(of: chance.pipeline())
      members(of: try JSONValue.parse(bytes), into: &names)
    }
    for kind in RegisterKind.allCases {
      var seen = MemberNames()
      var entry = RegisterEntry(blank: kind)
      entry.visit(&seen)
      names.formUnion(seen.names)
    }
    names.formUnion(
      try #require(JSONValue.parse(ExchangeFile.bytes(of: Self.example)).object).map(\.key))
    let page = try #require(Golden.read("\(Self.folder)/docs/man/\(folder)zhaoshang-format.5"))
    let words = Set(
      page.split { !($0.isASCII && ($0.isLetter || $0 == "_")) }.map(String.init))
    // What other versions' files hold, and ours carry along, has no names of its own.
    #expect(names.subtracting(words).filter { $0 != "x" && !$0.hasPrefix("x_") } == [])
  }
}

/// The members of a register's records that an exchange file may hold.
private struct MemberNames: MemberVisitor {
  var names: Set<String> = []

  mutating func member(
    _ name: String, _ value: inout MemberValue?, _ form: MemberForm, isRequired: Bool
  ) {
    switch form {
    case .identity, .references, .unknownMembers: break
    default: names.insert(name)
    }
  }
}

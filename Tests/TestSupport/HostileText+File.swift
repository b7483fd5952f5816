internal import Glibc
internal import JSON
package import SafeText

extension HostileText {
  /// The texts of this list, and those of the file that `ZHAOSHANG_HOSTILE_TEXTS` names.
  package static let all: [HostileText] = own + given

  /// Texts from elsewhere, which then go every way that ours go.
  ///
  /// The file holds `{"strings":[{"id":…,"text":…}]}`; instead of `text` a member `hex` holds bytes,
  /// or `gen` a prefix, a unit, how often it is repeated, and a suffix. What the rules make of them
  /// is what the rules say: that no more comes of them than of ours is what the tests look at.
  private static let given: [HostileText] = {
    guard let path = getenv("ZHAOSHANG_HOSTILE_TEXTS") else { return [] }
    do {
      let file = try JSONValue.parse(Corpus.bytes(of: String(cString: path)))
      return (file.object?["strings"]?.array ?? []).compactMap(HostileText.init(_:))
    } catch {
      fatalError("ZHAOSHANG_HOSTILE_TEXTS: \(error)")
    }
  }()

  private init?(_ entry: JSONValue) {
    guard let entry = entry.object, let id = entry["id"]?.string else { return nil }
    let text: String
    if let plain = entry["text"]?.string {
      text = plain
    } else if let hex = entry["hex"]?.string {
      let bytes = hex.split(separator: " ").compactMap { UInt8($0, radix: 16) }
      text = String(decoding: bytes, as: UTF8.self)
    } else if let parts = entry["gen"]?.object {
      if let count = parts["random"]?.integer {
        var dice = SplitMix64(seed: UInt64(parts["seed"]?.integer ?? 0))
        text = String(
          decoding: (0..<count).map { _ in UInt8(truncatingIfNeeded: dice.next()) }, as: UTF8.self)
      } else {
        let unit = parts["unit"]?.string ?? ""
        text =
          (parts["prefix"]?.string ?? "")
          + String(repeating: unit, count: parts["times"]?.integer ?? 0)
          + (parts["suffix"]?.string ?? "")
      }
    } else {
      return nil
    }
    self.init(
      id, text, Self.verdict(of: .name, on: text), line: Self.verdict(of: .line, on: text),
      note: Self.verdict(of: .note, on: text))
  }

  /// What a rule makes of a text, in the words of the list.
  package static func verdict(of rule: TextRule, on text: String) -> Verdict {
    do {
      let cleaned = try rule.clean(text)
      return cleaned.utf8.elementsEqual(text.utf8) ? .kept : .cleaned(to: cleaned)
    } catch {
      return .refused(error.kind)
    }
  }
}

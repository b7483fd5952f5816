extension LedgerVocabulary {
  /// What came with the program: bureaus' ledgers.
  package static let shipped: LedgerVocabulary = {
    var vocabulary = LedgerVocabulary()
    vocabulary.add(MapText(ShippedMaps.text(of: "ledger") ?? ""))
    return vocabulary
  }()

  /// The names of the maps that came with the program, ours for ledgers among them.
  package static var shippedNames: [String] { ShippedMaps.names }

  /// The text of a map that came with the program.
  package static func shippedText(_ name: String) -> String? { ShippedMaps.text(of: name) }
}

/// A program whose exports are known by their headings.
package struct ProgramMap: Hashable, Sendable {
  package let name: String
  package let map: MapText
  let marks: [String]

  package init(name: String, map: MapText) {
    self.name = name
    self.map = map
    var vocabulary = LedgerVocabulary()
    vocabulary.add(map)
    marks = vocabulary.marks
  }

  /// Those that came with the program.
  package static let shipped: [ProgramMap] = ShippedMaps.names.filter { $0 != "ledger" }.compactMap
  {
    name in ShippedMaps.text(of: name).map { ProgramMap(name: name, map: MapText($0)) }
  }

  /// With more entries, which go before its own.
  package func adding(_ entries: [MapText.Entry]) -> ProgramMap {
    ProgramMap(name: name, map: MapText(entries: map.entries + entries))
  }

  /// Whether a row of headings has all that the program's exports are known by.
  func fits(_ row: [String]) -> Bool {
    guard !marks.isEmpty else { return false }
    let headings = Set(row.map { HeadingText($0).whole })
    return marks.allSatisfy { headings.contains($0) }
  }
}

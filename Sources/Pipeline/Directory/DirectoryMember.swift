/// What an entry of the directory says of itself, beside its name.
package enum DirectoryMember: String, CaseIterable, Hashable, Sendable {
  case aliases, kind
  case creditCode = "credit_code"
  case place, organisation, title, phone, segments, target
  case researchPlace = "rd_place"
  case productionPlace = "production_place"
  case note
  /// Members of an exchange file that this version does not know, as one JSON object.
  case unknownMembers = "unknown_members"
}

extension DirectoryEntry {
  /// A member's value; nil when there is none, or when entries of this kind have no such member.
  package subscript(member: DirectoryMember) -> FieldValue? {
    get {
      switch (self, member) {
      case (.organisation(let entry), .aliases): Self.list(entry.aliases)
      case (.organisation(let entry), .kind): Self.text(entry.kind)
      case (.organisation(let entry), .creditCode): Self.text(entry.creditCode)
      case (.organisation(let entry), .place): Self.text(entry.place)
      case (.organisation(let entry), .note): Self.text(entry.note)
      case (.organisation(let entry), .unknownMembers): Self.text(entry.unknownMembers)
      case (.person(let entry), .organisation): Self.text(entry.organisation)
      case (.person(let entry), .title): Self.text(entry.title)
      case (.person(let entry), .phone): Self.text(entry.phone)
      case (.person(let entry), .note): Self.text(entry.note)
      case (.person(let entry), .unknownMembers): Self.text(entry.unknownMembers)
      case (.cluster(let entry), .segments): Self.list(entry.segments)
      case (.cluster(let entry), .target): Self.text(entry.target)
      case (.cluster(let entry), .researchPlace): Self.text(entry.researchPlace)
      case (.cluster(let entry), .productionPlace): Self.text(entry.productionPlace)
      case (.cluster(let entry), .note): Self.text(entry.note)
      case (.cluster(let entry), .unknownMembers): Self.text(entry.unknownMembers)
      default: nil
      }
    }
    set {
      switch self {
      case .organisation(var entry):
        switch member {
        case .aliases: entry.aliases = Self.items(newValue)
        case .kind: entry.kind = Self.string(newValue)
        case .creditCode: entry.creditCode = Self.string(newValue)
        case .place: entry.place = Self.string(newValue)
        case .note: entry.note = Self.string(newValue)
        case .unknownMembers: entry.unknownMembers = Self.string(newValue)
        default: return
        }
        self = .organisation(entry)
      case .person(var entry):
        switch member {
        case .organisation: entry.organisation = Self.string(newValue)
        case .title: entry.title = Self.string(newValue)
        case .phone: entry.phone = Self.string(newValue)
        case .note: entry.note = Self.string(newValue)
        case .unknownMembers: entry.unknownMembers = Self.string(newValue)
        default: return
        }
        self = .person(entry)
      case .cluster(var entry):
        switch member {
        case .segments: entry.segments = Self.items(newValue)
        case .target: entry.target = Self.string(newValue)
        case .researchPlace: entry.researchPlace = Self.string(newValue)
        case .productionPlace: entry.productionPlace = Self.string(newValue)
        case .note: entry.note = Self.string(newValue)
        case .unknownMembers: entry.unknownMembers = Self.string(newValue)
        default: return
        }
        self = .cluster(entry)
      }
    }
  }

  private static func text(_ text: String?) -> FieldValue? { text.map(FieldValue.text) }
  private static func list(_ items: [String]) -> FieldValue? { items.isEmpty ? nil : .list(items) }

  private static func string(_ value: FieldValue?) -> String? {
    if case .text(let text) = value { text } else { nil }
  }

  private static func items(_ value: FieldValue?) -> [String] {
    if case .list(let items) = value { items } else { [] }
  }
}

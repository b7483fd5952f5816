/// A descriptive field of a project: everything but stage, status and history.
///
/// The raw value is the name in files and on the command line.
package enum Field: String, CaseIterable, Hashable, Sendable {
  case name, kind, investors, lead, owner, industry, cluster, amount, next, tags
  case sponsor, steward, source, origin, landing
  case firstTalkUnit = "first_talk_unit"
  case firstTalkOn = "first_talk_on"
  case researchPlace = "rd_place"
  case productionPlace = "production_place"
  case chainSegment = "chain_segment"
  case phase, grade
  case fixedAssets = "fixed_assets"
  case foreignPart = "foreign_part"
  case land, energy, jobs, output, tax, description, problems, contact
  case contactPhone = "contact_phone"
  case expectedSigning = "expected_signing"
  case route
  case reviewingBody = "reviewing_body"
  case approvalStatus = "approval_status"
  case contractKind = "contract_kind"
  case attachments
  /// What other systems call the project: the system, a colon, its number or key.
  case externalKeys = "external_keys"
  /// Members of an exchange file that this version does not know, as one JSON object.
  case unknownMembers = "unknown_members"

  /// What a field holds.
  package enum Form: Sendable { case name, line, note, list, amount, date, kind, next, json }

  package var form: Form {
    switch self {
    case .name: .name
    case .kind: .kind
    case .investors, .lead, .tags, .attachments, .externalKeys: .list
    case .amount, .fixedAssets, .foreignPart: .amount
    case .firstTalkOn, .expectedSigning: .date
    case .next: .next
    case .description, .problems: .note
    case .unknownMembers: .json
    default: .line
    }
  }

  /// Every case, made once.
  private static let all = allCases

  /// The case's place in ``allCases``, from 0: the number that it is kept as.
  private var place: UInt64 { withUnsafeBytes(of: self) { UInt64($0[0]) } }

  /// The fields that have a value, in the order of ``allCases``.
  ///
  /// Forty times asking a dictionary for the ten that a project has took a seventh of an import.
  package static func ordered(_ fields: [Field: FieldValue]) -> [Field] { ordered(fields.keys) }

  /// Fields in the order of ``allCases``, each once.
  package static func ordered(_ fields: some Sequence<Field>) -> [Field] {
    var places: UInt64 = 0
    for field in fields { places |= 1 << field.place }
    var ordered: [Field] = []
    ordered.reserveCapacity(places.nonzeroBitCount)
    while places != 0 {
      ordered.append(all[places.trailingZeroBitCount])
      places &= places - 1
    }
    return ordered
  }

  /// The fields a person may edit, in the order forms and ledgers show them.
  package static let editable: [Field] = allCases.filter { $0 != .unknownMembers }
}

/// The next step agreed for a project.
package struct NextStep: Hashable, Sendable {
  package var text: String
  package var due: Day?
  package var who: String?

  package init(text: String, due: Day?, who: String? = nil) {
    self.text = text
    self.due = due
    self.who = who
  }
}

/// A field's value; no value is nil.
package enum FieldValue: Hashable, Sendable {
  case text(String)
  case list([String])
  case amount(Amount)
  case date(BusinessDate)
  case kind(ProjectKind)
  // Boxed: it would make every value twice as large, and few projects of a ledger have one.
  indirect case next(NextStep)
}

package import Pipeline
package import Wording

/// Which columns a ledger has, in which order.
package enum LedgerProfile: String, CaseIterable, Hashable, Sendable {
  /// Ours: 22 columns.
  case standard
  /// A county's 13 columns.
  case a
  /// A county's 15 columns.
  case b
  /// Every field there is, so that a table brings back what it was made of.
  case full

  package var columns: [LedgerColumn] {
    switch self {
    case .standard:
      [
        .serial, .field(.name), .field(.investors), .amountInYi, .field(.fixedAssets),
        .field(.description), .field(.industry), .field(.cluster), .field(.origin), .stage,
        .progress, .field(.problems), .nextText, .nextDue, .field(.lead), .field(.sponsor),
        .field(.owner), .field(.firstTalkUnit), .contactedOn, .lastActivity, .daysInStage, .remark,
      ]
    case .a:
      [
        .serial, .field(.name), .field(.investors), .field(.fixedAssets), .investorProfile,
        .field(.description), .field(.land), .field(.contact), .field(.contactPhone),
        .named(.lead, .area), .progressAndRemark, .field(.industry),
        .named(.approvalStatus, .assessment),
      ]
    case .b:
      [
        .serial, .field(.name), .field(.investors), .field(.amount), .field(.fixedAssets),
        .investorProfile, .field(.description), .field(.land), .field(.contact),
        .field(.contactPhone), .named(.lead, .team), .named(.owner, .handler),
        .named(.source, .firstReporter), .field(.industry), .field(.landing),
      ]
    case .full:
      [
        .number, .stage, .entered, .status, .statusDate, .statusReason, .review, .lostTo,
      ]
        + Field.editable.flatMap { field -> [LedgerColumn] in
          field == .next ? [.nextText, .nextDue, .nextWho] : [.field(field)]
        }
    }
  }
}

/// What one column of a ledger holds.
package enum LedgerColumn: Hashable, Sendable {
  case serial, number, amountInYi, investorProfile, progress, progressAndRemark, remark
  case stage, entered, status, statusDate, statusReason, review, lostTo
  case nextText, nextDue, nextWho, contactedOn, lastActivity, daysInStage
  case field(Field)
  /// A field under a county's name for it.
  case named(Field, Label)

  package enum Label: Hashable, Sendable, CaseIterable {
    case area, team, assessment, firstReporter, handler
  }

  package func heading(in words: Words) -> String {
    switch self {
    case .serial: words.ledger(.serial)
    case .number: words.ledger(.number)
    case .amountInYi: words.ledger(.amountInYi)
    case .investorProfile: words.ledger(.investorProfile)
    case .progress: words.ledger(.progress)
    case .progressAndRemark: words.ledger(.progressAndRemark)
    case .remark: words.ledger(.remark)
    case .stage: words.ledger(.stage)
    case .entered: words.ledger(.entered)
    case .status: words.ledger(.status)
    case .statusDate: words.ledger(.statusDate)
    case .statusReason: words.ledger(.statusReason)
    case .review: words.ledger(.review)
    case .lostTo: words.ledger(.lostTo)
    case .nextText: words.field(.next)
    case .nextDue: words.ledger(.nextDue)
    case .nextWho: words.ledger(.nextWho)
    case .contactedOn: words.ledger(.contactedOn)
    case .lastActivity: words.ledger(.lastActivity)
    case .daysInStage: words.ledger(.daysInStage)
    case .field(let field): words.field(field)
    case .named(_, .area): words.ledger(.area)
    case .named(_, .team): words.ledger(.team)
    case .named(_, .assessment): words.ledger(.assessment)
    case .named(_, .firstReporter): words.ledger(.firstReporter)
    case .named(_, .handler): words.ledger(.handler)
    }
  }

  /// Whether it is worked out from records and never read from a file.
  var isComputed: Bool {
    switch self {
    case .serial, .lastActivity, .daysInStage: true
    default: false
    }
  }

  var isNumber: Bool {
    switch self {
    case .serial, .number, .amountInYi, .daysInStage, .field(.amount), .field(.fixedAssets),
      .field(.foreignPart):
      true
    default: false
    }
  }

  /// Whether it holds a date.
  package var isDate: Bool {
    switch self {
    case .entered, .statusDate, .review, .nextDue, .contactedOn, .lastActivity: true
    case .field(let field), .named(let field, _): field.form == .date
    default: false
    }
  }

  /// The field that a cell of it is about; nil when it is none.
  package var field: Field? {
    switch self {
    case .field(let field), .named(let field, _): field
    case .amountInYi: .amount
    case .contactedOn: .firstTalkOn
    case .nextText, .nextDue, .nextWho: .next
    default: nil
    }
  }
}

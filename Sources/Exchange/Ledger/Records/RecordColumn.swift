internal import Pipeline

/// What a column of a table of milestones or requests is; a map writes its code.
package enum RecordColumn: String, CaseIterable, Hashable, Sendable {
  case nodeProject = "node project"
  case nodeFirms = "node investors"
  case nodeKind = "node kind"
  case nodeOn = "node on"
  case nodeAmount = "node amount"
  case nodeDocument = "node document"
  case nodeNote = "node note"
  case requestFirm = "request organisation"
  case requestProject = "request project"
  case requestSubject = "request subject"
  case requestKind = "request kind"
  case requestCategory = "request category"
  case requestReceived = "request received"
  case requestUnit = "request unit"
  case requestDue = "request due"
  case requestStatus = "request status"
  case requestClosed = "request closed"
  case requestResult = "request result"
  case requestChannel = "request channel"
  case requestNote = "request note"
  case targetUnit = "target unit"
  case targetYear = "target year"
  case targetCluster = "target cluster"
  case targetNote = "target note"

  /// The table that has such a column.
  var kind: LedgerKind {
    switch self {
    case .nodeProject, .nodeFirms, .nodeKind, .nodeOn, .nodeAmount, .nodeDocument, .nodeNote:
      .milestones
    case .targetUnit, .targetYear, .targetCluster, .targetNote: .targets
    default: .requests
    }
  }

  /// Whether it says when something happened.
  var isPast: Bool { self == .nodeOn || self == .requestReceived || self == .requestClosed }

  /// Whether several columns may have it: their words are put together.
  var mayRepeat: Bool {
    switch self {
    case .nodeNote, .requestNote, .requestResult, .targetNote: true
    default: false
    }
  }
}

extension LedgerKind {
  /// The tables whose rows are records of a register, or milestones.
  static let ofRecords: [LedgerKind] = [.milestones, .requests, .targets]

  var isOfRecords: Bool { Self.ofRecords.contains(self) }

  /// Whether some columns, read by this kind's headings, make such a table.
  func fits(_ meanings: Set<ColumnMeaning>) -> Bool {
    switch self {
    case .projects, .activities: false
    case .milestones:
      meanings.contains(.record(.nodeProject)) && meanings.contains(.record(.nodeKind))
        && meanings.contains(.record(.nodeOn))
    case .requests:
      meanings.contains(.record(.requestSubject))
        && (meanings.contains(.record(.requestFirm)) || meanings.contains(.record(.requestProject)))
        && meanings.count > 2
    case .targets:
      meanings.contains(.record(.targetUnit))
        && meanings.contains { if case .target = $0 { true } else { false } }
    }
  }
}

extension ColumnMeaning {
  /// Whether there is no such table without it.
  func tells(_ kind: LedgerKind) -> Bool {
    switch (kind, self) {
    case (.milestones, .record(.nodeKind)), (.requests, .record(.requestSubject)),
      (.targets, .target):
      true
    default: false
    }
  }
}

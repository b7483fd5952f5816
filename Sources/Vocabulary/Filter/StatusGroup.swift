package import Pipeline

/// Several statuses under one word, each word with one meaning on every screen and in every report.
package enum StatusGroup: String, Named {
  /// On the board: going on or on hold, signed or not.
  case open
  /// 在谈: on the board, and not in the stage of signing.
  case negotiating
  /// Lost or withdrawn.
  case closed
  case all

  package var term: Term {
    switch self {
    case .open: Term("在办", "Open", "在库")
    case .negotiating: Term("在谈", "Under negotiation", "talks")
    case .closed: Term("已关闭", "Closed", "关闭")
    case .all: Term("全部", "All", "所有")
    }
  }

  package var statuses: [Status.Kind] {
    switch self {
    case .open, .negotiating: [.ongoing, .hold]
    case .closed: [.lost, .withdrawn]
    case .all: Status.Kind.allCases
    }
  }

  /// Whether a project that is in the stage of signing belongs to it.
  package var admitsSigning: Bool { self != .negotiating }
}

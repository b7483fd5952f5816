/// A view that fills the screen.
package enum Screen: String, CaseIterable, Hashable, Sendable {
  case board, list, funnel, timeline, agenda
  case report, requests, targets
  case history

  /// Whether its tab gives way to the counts where the title has little room.
  var isOccasional: Bool { self == .report || self == .requests || self == .targets }

  package var next: Screen {
    let all = Screen.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }

  package var previous: Screen {
    let all = Screen.allCases
    return all[((all.firstIndex(of: self) ?? 0) + all.count - 1) % all.count]
  }
}

/// A view that fills the screen.
package enum Screen: String, CaseIterable, Hashable, Sendable {
  case board, list, funnel, timeline, agenda, report, history

  package var next: Screen {
    let all = Screen.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }

  package var previous: Screen {
    let all = Screen.allCases
    return all[((all.firstIndex(of: self) ?? 0) + all.count - 1) % all.count]
  }
}

internal import Pipeline

/// Everything a person can do that has a name; one row of ``ActionTable`` each.
package enum Action: String, CaseIterable, Hashable, Sendable {
  // Moving about.
  case previousStage, nextStage, previousCard, nextCard, firstCard, lastCard, halfPageUp
  case halfPageDown, stage1, stage2, stage3, stage4, stage5, stage6, open, back
  // Cards.
  case pushBack, pushForward, carry, reorderUp, reorderDown, newProject, logActivity, edit
  case nextStep, note, milestone, hold, resume, lose, withdraw, archive, reopen, copy
  case undo, redo, assign, tag, mark, markRange, markAll, clearMarks, menu
  // Looking.
  case search, clearFilter, showBoard, showList, showFunnel, showTimeline, showAgenda, showMonth,
    showHistory,
    cardHistory, nextView, previousView
  case dayEarlier, dayLater, eventEarlier, eventLater, backToToday, sort, density
  case compare, trend, switchDwell, switchPeriod, switchBasis, switchWeight, mine, finishStep
  case reverseSort, chooseColumns
  case switchMethod, switchDimension, zoomIn, zoomOut
  // Reports.
  case showReports, reportEarlier, reportLater, reportSources, writeReport
  // Requests and targets.
  case showRequests, newRequest, advanceRequest, returnRequest, editRequest, requestScope
  case showTargets, newTarget, editTarget
  // Approval, hand-over and merging of a card.
  case approval, approvalStep, handOver, merge
  // The program.
  case importFile, rename, remind, calendar, publish, output, palette, help, theme, language,
    mouse, redraw, reload, suspend, quit

  /// Those that go to a stage, in the order of the stages.
  static let stages: [Action] = [.stage1, .stage2, .stage3, .stage4, .stage5, .stage6]

  /// The stage it goes to; nil for any other action.
  var stage: Stage? { Action.stages.firstIndex(of: self).map { Stage.allCases[$0] } }

  /// Whether it is done with a card in hand; any other puts the card back first.
  var isForCardInHand: Bool {
    switch self {
    case .carry, .pushBack, .pushForward, .quit, .redraw, .theme, .language, .mouse: true
    default: ActionTable.row(self)?.section == .moving
    }
  }
}

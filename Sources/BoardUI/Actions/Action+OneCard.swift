extension Action {
  /// Whether it changes one card and has no way to change several.
  var isForOneCard: Bool {
    switch self {
    case .logActivity, .edit, .nextStep, .note, .milestone, .resume, .reopen, .approval,
      .approvalStep, .handOver, .merge:
      true
    default: false
    }
  }
}

package import Pipeline

extension Form {
  /// What saving a form of a register does.
  package enum RegisterPurpose: Hashable, Sendable {
    case addRequest
    case editRequest(RequestID)
    /// Takes a request on, seen at the step it was at.
    case advance(RequestID, from: ServiceRequest.Status)
    case addTarget
    case editTarget(RegisterKey)
    /// The route, the reviewing body and the checklist of a project's approval.
    case approval(ProjectID)
    /// A point of the checklist.
    case step(ProjectID)
    case offer(ProjectID)
    case answer(HandOverID, ProjectID)
    /// Takes a project for the same as another.
    case merge(ProjectID)
  }

  /// A line of such a form, beside those that every form has.
  package enum RegisterLine: String, CaseIterable, Hashable, Sendable {
    // Of a service request.
    case firm, requestKind, category, subject, unit, received, fast, channel
    case requestStep, result, trips, mark
    // Of a target.
    case year, measure, value, targetUnit, cluster
    // Of an approval.
    case route, checklist, point, body, done, document
    // Of a hand-over, and of a merger.
    case to, answer, same

    /// Whether it holds one of a closed list.
    var isClosed: Bool {
      switch self {
      case .requestKind, .category, .fast, .requestStep, .mark, .measure, .route, .checklist,
        .answer:
        true
      default: false
      }
    }
  }

  /// Whether Enter in a line only goes to the buttons, where Cancel comes first.
  var asksFirst: Bool {
    if case .register(.merge) = purpose { true } else { false }
  }
}

extension Form.RegisterPurpose {
  /// The action that opens the form.
  var action: Action {
    switch self {
    case .addRequest: .newRequest
    case .editRequest: .editRequest
    case .advance: .advanceRequest
    case .addTarget: .newTarget
    case .editTarget: .editTarget
    case .approval: .approval
    case .step: .approvalStep
    case .offer, .answer: .handOver
    case .merge: .merge
    }
  }

  var project: ProjectID? {
    switch self {
    case .addRequest, .editRequest, .advance, .addTarget, .editTarget: nil
    case .approval(let id), .step(let id), .offer(let id), .answer(_, let id), .merge(let id): id
    }
  }
}

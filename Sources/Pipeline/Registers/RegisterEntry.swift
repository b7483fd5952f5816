/// A record beside the projects: what the bureau keeps in registers of its own.
package enum RegisterEntry: Hashable, Sendable {
  case request(ServiceRequest)
  case matter(Matter)
  case catalogue(MatterCatalogue)
  case target(Target)
  case decision(Decision)
  case phase(Phase)
  case handOver(HandOver)
  case merger(Merger)

  /// A record of a kind with nothing in it, to be read into.
  package init(blank kind: RegisterKind) {
    self =
      switch kind {
      case .request: .request(ServiceRequest())
      case .matter: .matter(Matter())
      case .catalogue: .catalogue(MatterCatalogue())
      case .target: .target(Target())
      case .decision: .decision(Decision())
      case .phase: .phase(Phase())
      case .handOver: .handOver(HandOver())
      case .merger: .merger(Merger())
      }
  }

  /// What it is found by.
  package var key: RegisterKey {
    switch self {
    case .request(let request): RegisterKey(request.id)
    case .matter(let matter): RegisterKey(.matter, matter.code)
    case .catalogue: .catalogue
    case .target(let target):
      RegisterKey(
        .target, "\(target.year)", target.measure.rawValue, target.unit ?? "",
        target.cluster ?? "")
    case .decision(let decision):
      RegisterKey(.decision, "\(decision.project.number)", decision.name)
    case .phase(let phase):
      RegisterKey(
        .phase, phase.project.map { "\($0.number)" } ?? "", phase.subject ?? "", phase.name)
    case .handOver(let handOver): RegisterKey(handOver.id)
    case .merger(let merger): RegisterKey(.merger, "\(merger.project.number)")
    }
  }

  /// The projects it speaks of.
  package var projects: [ProjectID] {
    switch self {
    case .request(let request): [request.project].compactMap { $0 }
    case .decision(let decision): [decision.project]
    case .phase(let phase): [phase.project].compactMap { $0 }
    case .handOver(let handOver): [handOver.project]
    case .merger(let merger): [merger.project, merger.into]
    case .matter, .catalogue, .target: []
    }
  }

  /// Shows each of its members to a visitor, in the order of the files.
  package mutating func visit<Visitor: MemberVisitor>(_ visitor: inout Visitor)
    throws(Visitor.Fault)
  {
    switch self {
    case .request(var request):
      try request.visit(&visitor)
      self = .request(request)
    case .matter(var matter):
      try matter.visit(&visitor)
      self = .matter(matter)
    case .catalogue(var catalogue):
      try catalogue.visit(&visitor)
      self = .catalogue(catalogue)
    case .target(var target):
      try target.visit(&visitor)
      self = .target(target)
    case .decision(var decision):
      try decision.visit(&visitor)
      self = .decision(decision)
    case .phase(var phase):
      try phase.visit(&visitor)
      self = .phase(phase)
    case .handOver(var handOver):
      try handOver.visit(&visitor)
      self = .handOver(handOver)
    case .merger(var merger):
      try merger.visit(&visitor)
      self = .merger(merger)
    }
  }
}

/// Which register.
package enum RegisterKind: String, CaseIterable, Hashable, Sendable {
  case request, matter, catalogue, target, decision, phase
  case handOver = "hand_over"
  case merger
}

/// What a record of a register is found by.
package struct RegisterKey: Hashable, Sendable {
  package let kind: RegisterKind
  /// The parts that tell it from others of its kind.
  package let parts: [String]

  init(_ kind: RegisterKind, _ parts: String...) {
    self.kind = kind
    self.parts = parts
  }

  package init(_ id: RequestID) { self.init(.request, "\(id.number)") }
  package init(_ id: HandOverID) { self.init(.handOver, "\(id.number)") }
  package init(matter code: String) { self.init(.matter, code) }
  package init(decision name: String, of project: ProjectID) {
    self.init(.decision, "\(project.number)", name)
  }

  /// There is one catalogue.
  package static let catalogue = RegisterKey(.catalogue)
}

extension RegisterKey: Comparable {
  /// By register, then part by part; the store's own numbers by their value.
  package static func < (lhs: RegisterKey, rhs: RegisterKey) -> Bool {
    if lhs.kind != rhs.kind {
      let order = RegisterKind.allCases
      return (order.firstIndex(of: lhs.kind) ?? 0) < (order.firstIndex(of: rhs.kind) ?? 0)
    }
    for (place, (left, right)) in zip(lhs.parts, rhs.parts).enumerated() where left != right {
      if place == 0, lhs.kind != .matter, let first = UInt32(left), let second = UInt32(right) {
        return first < second
      }
      return left < right
    }
    return lhs.parts.count < rhs.parts.count
  }
}

/// One record that was added, changed or taken out; at least one of the two is there.
package struct RegisterChange: Hashable, Sendable {
  package let old: RegisterEntry?
  package let new: RegisterEntry?

  /// Nil when there is neither an old nor a new record.
  package init?(old: RegisterEntry?, new: RegisterEntry?) {
    if old == nil && new == nil { return nil }
    self.old = old
    self.new = new
  }

  init(from old: RegisterEntry?, to new: RegisterEntry) {
    self.old = old
    self.new = new
  }

  init(removing old: RegisterEntry) {
    self.old = old
    new = nil
  }

  package var key: RegisterKey { (new ?? old)?.key ?? .catalogue }

  package var projects: [ProjectID] {
    let old = old?.projects ?? []
    return old + (new?.projects ?? []).filter { !old.contains($0) }
  }

  /// The change that takes this one back.
  var inverse: RegisterChange { RegisterChange(swapping: self) }

  private init(swapping other: RegisterChange) {
    old = other.new
    new = other.old
  }
}

/// The registers beside the projects, each record found by its key.
package struct Registers: Hashable, Sendable {
  private var shelves: [RegisterKind: [RegisterKey: RegisterEntry]] = [:]
  /// The highest numbers ever given, also to records that are gone.
  package private(set) var lastRequest: UInt32 = 0
  package private(set) var lastHandOver: UInt32 = 0
  /// The hand-overs that nobody answered yet, by their project.
  private var offered: [ProjectID: Set<RegisterKey>] = [:]

  package init() {}

  package internal(set) subscript(key: RegisterKey) -> RegisterEntry? {
    get { shelves[key.kind]?[key] }
    set {
      if key.kind == .handOver { note(shelves[.handOver]?[key], newValue, under: key) }
      shelves[key.kind, default: [:]][key] = newValue
      switch newValue {
      case .request(let request): extend(request: request.id.number, handOver: 0)
      case .handOver(let handOver): extend(request: 0, handOver: handOver.id.number)
      default: break
      }
    }
  }

  /// All records, in the order of their keys.
  ///
  /// - Complexity: O(n log n).
  package var entries: [RegisterEntry] { RegisterKind.allCases.flatMap(entries(of:)) }

  /// The records of one register, in the order of their keys.
  package func entries(of kind: RegisterKind) -> [RegisterEntry] {
    (shelves[kind] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
  }

  /// The records of one register in no order.
  func unordered(_ kind: RegisterKind) -> some Collection<RegisterEntry> {
    (shelves[kind] ?? [:]).values
  }

  /// The first hand-over of a project that nobody answered yet.
  func openHandOver(of project: ProjectID) -> HandOver? {
    let key = offered[project]?.min()
    if let key, case .handOver(let handOver)? = self[key] { return handOver }
    return nil
  }

  private mutating func note(_ old: RegisterEntry?, _ new: RegisterEntry?, under key: RegisterKey) {
    if case .handOver(let handOver)? = old, handOver.answer == nil {
      offered[handOver.project]?.remove(key)
    }
    if case .handOver(let handOver)? = new, handOver.answer == nil {
      offered[handOver.project, default: []].insert(key)
    }
  }

  mutating func extend(request: UInt32, handOver: UInt32) {
    lastRequest = max(lastRequest, request)
    lastHandOver = max(lastHandOver, handOver)
  }

  package static func == (lhs: Registers, rhs: Registers) -> Bool {
    lhs.lastRequest == rhs.lastRequest && lhs.lastHandOver == rhs.lastHandOver
      && RegisterKind.allCases.allSatisfy {
        (lhs.shelves[$0] ?? [:]) == (rhs.shelves[$0] ?? [:])
      }
  }

  package func hash(into hasher: inout Hasher) {
    for kind in RegisterKind.allCases { hasher.combine(shelves[kind] ?? [:]) }
    hasher.combine(lastRequest)
    hasher.combine(lastHandOver)
  }
}

extension Pipeline {
  /// The service requests, by number.
  package var requests: [ServiceRequest] {
    registers.entries(of: .request).compactMap { entry in
      if case .request(let request) = entry { request } else { nil }
    }
  }

  package func request(_ id: RequestID) -> ServiceRequest? {
    if case .request(let request) = registers[RegisterKey(id)] { request } else { nil }
  }

  /// The delegated powers, by code.
  package var matters: [Matter] {
    registers.entries(of: .matter).compactMap { entry in
      if case .matter(let matter) = entry { matter } else { nil }
    }
  }

  /// What is said of the catalogue as a whole; nil when nothing is.
  package var catalogue: MatterCatalogue? {
    if case .catalogue(let catalogue) = registers[.catalogue] { catalogue } else { nil }
  }

  /// The targets, by year.
  package var targets: [Target] {
    registers.entries(of: .target).compactMap { entry in
      if case .target(let target) = entry { target } else { nil }
    }
  }

  /// A project's checklist, in its order.
  package func decisions(of project: ProjectID) -> [Decision] {
    registers.unordered(.decision).compactMap { entry in
      if case .decision(let decision) = entry, decision.project == project {
        decision
      } else {
        nil
      }
    }.sorted { ($0.place, $0.name) < ($1.place, $1.name) }
  }

  package var phases: [Phase] {
    registers.entries(of: .phase).compactMap { entry in
      if case .phase(let phase) = entry { phase } else { nil }
    }
  }

  package var handOvers: [HandOver] {
    registers.entries(of: .handOver).compactMap { entry in
      if case .handOver(let handOver) = entry { handOver } else { nil }
    }
  }

  package func handOver(_ id: HandOverID) -> HandOver? {
    if case .handOver(let handOver) = registers[RegisterKey(id)] { handOver } else { nil }
  }

  /// What a project was merged into; nil when it stands for itself.
  package func merger(of project: ProjectID) -> Merger? {
    if case .merger(let merger) = registers[RegisterKey(.merger, "\(project.number)")] {
      merger
    } else {
      nil
    }
  }

  /// The project that goes on at the end of a chain of mergers.
  package func survivor(of merger: Merger) -> ProjectID {
    var seen: Set<ProjectID> = [merger.project]
    var last = merger.into
    // A foreign history may go in a circle.
    while seen.insert(last).inserted, let further = self.merger(of: last) { last = further.into }
    return last
  }

  /// The clusters of the directory, by name.
  package var clusters: [Cluster] {
    directory.values.compactMap { entry in
      if case .cluster(let cluster) = entry { cluster } else { nil }
    }.sorted { $0.name < $1.name }
  }

  package var nextRequest: RequestID { RequestID(registers.lastRequest + 1) }
  package var nextHandOver: HandOverID { HandOverID(registers.lastHandOver + 1) }
}

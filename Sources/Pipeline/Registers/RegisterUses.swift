/// Which projects and matters the registers speak of: counted once for a whole commit that is taken
/// back, so that taking an import back costs no more than its events and the registers once.
struct RegisterUses {
  /// Nil until somebody asks.
  private var counts: Counts?

  private struct Counts {
    var projects: [ProjectID: Int] = [:]
    /// Requests, by the code of their matter.
    var matters: [String: Int] = [:]

    mutating func add(_ entry: RegisterEntry?, _ step: Int) {
      guard let entry else { return }
      for project in entry.projects { projects[project, default: 0] += step }
      if case .request(let request) = entry, let code = request.matter {
        matters[code, default: 0] += step
      }
    }
  }

  private mutating func counted(_ registers: Registers) -> Counts {
    if let counts { return counts }
    var made = Counts()
    for kind in RegisterKind.allCases {
      for entry in registers.unordered(kind) { made.add(entry, 1) }
    }
    counts = made
    return made
  }

  /// Whether a register speaks of a project.
  mutating func speak(of id: ProjectID, _ registers: Registers) -> Bool {
    counted(registers).projects[id, default: 0] > 0
  }

  /// Whether a request is about a matter.
  mutating func request(_ matter: String, _ registers: Registers) -> Bool {
    counted(registers).matters[matter, default: 0] > 0
  }

  /// Follows an event that takes another one back, or does it again.
  mutating func follow(_ event: Event) {
    guard counts != nil, case .undone(_, let taken) = event else { return }
    switch taken {
    case .registerChanged(let change): swap(change.new, for: change.old)
    case .undone(_, .registerChanged(let change)): swap(change.old, for: change.new)
    default: break
    }
  }

  private mutating func swap(_ old: RegisterEntry?, for new: RegisterEntry?) {
    counts?.add(old, -1)
    counts?.add(new, 1)
  }
}

package import Pipeline

extension Pipeline {
  /// Today's columns under a filter, and what is late in them, in one pass over the projects.
  ///
  /// By number, because that is how glances and texts lie: the order of the columns jumps about among
  /// them, which took longer than looking at them.
  ///
  /// - Parameter wider: The columns under a filter that everybody passes who passes this one; nil
  ///   looks at all projects.
  /// - Complexity: O(projects, or cards in the wider columns), and what the filter asks of each.
  package func sift(_ filter: Filter, on today: Day, among wider: [[ProjectID]]? = nil)
    -> (snapshot: Snapshot, late: LateCounts)
  {
    let moment = Moment.now(today: today)
    var sieve = Sieve(filter, moment, upTo: projects.lastNumber)
    if let wider {
      sieve.lookOnly(at: wider)
    }
    sieve.look(at: self)
    return (sieve.snapshot(of: wider ?? columns, hasAll: wider != nil), sieve.late)
  }
}

/// A filter being asked of all projects as they stand now.
private struct Sieve {
  private let filter: Filter
  private let moment: Moment
  private var scan: FilterScan?
  /// By number: the number of the stage a project stands in, when it passes; 0 when it does not.
  private var passing: [UInt8]
  /// By number, whether a project is to be looked at; empty for all.
  private var isAsked: [Bool] = []
  /// Closed projects that pass, by number.
  private var closed: [ProjectID] = []
  private var totals = Array(repeating: AmountTotals(), count: Stage.allCases.count)
  private(set) var late = LateCounts()

  init(_ filter: Filter, _ moment: Moment, upTo number: UInt32) {
    self.filter = filter
    self.moment = moment
    scan = FilterScan(filter, at: moment)
    passing = Array(repeating: 0, count: Int(number) + 1)
  }

  mutating func lookOnly(at columns: [[ProjectID]]) {
    isAsked = Array(repeating: false, count: passing.count)
    for column in columns {
      for id in column where isAsked.indices.contains(Int(id.number)) {
        isAsked[Int(id.number)] = true
      }
    }
  }

  mutating func look(at pipeline: Pipeline) {
    for index in passing.indices.dropFirst() where isAsked.isEmpty || isAsked[index] {
      let id = ProjectID(UInt32(index))
      if let passes = scan?.verdict(on: id, in: pipeline) {
        if passes, let glance = pipeline.keptGlance(at: id) { take(id, glance, in: pipeline) }
        continue
      }
      guard let project = pipeline[id], filter.matches(project, in: pipeline, at: moment) else {
        continue
      }
      take(id, pipeline.glance(at: project), in: pipeline)
    }
  }

  private mutating func take(_ id: ProjectID, _ glance: Glance, in pipeline: Pipeline) {
    passing[Int(id.number)] = glance.stage.rawValue
    totals[glance.stage.index].add(glance.amount)
    if !glance.status.isOpen {
      closed.append(id)
    } else if let lateness = pipeline.lateness(
      of: id, glance, at: moment, thresholds: filter.thresholds)
    {
      late.add(lateness)
    }
  }

  /// The columns in the order of others.
  ///
  /// - Parameter hasAll: Whether nobody passes who is not in one of the others; else those closed
  ///   follow by number.
  func snapshot(of columns: [[ProjectID]], hasAll: Bool) -> Snapshot {
    var shown = columns.map { column in column.filter { passing[Int($0.number)] != 0 } }
    if !hasAll {
      for id in closed { shown[Int(passing[Int(id.number)]) - 1].append(id) }
    }
    return Snapshot(columns: shown, totals: totals, moment: moment)
  }
}

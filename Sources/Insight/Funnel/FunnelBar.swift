package import Pipeline

/// What a funnel's bars are as long as.
package enum FunnelWeight: String, CaseIterable, Hashable, Sendable {
  /// Projects.
  case count
  /// The known amounts in yuan; other currencies are in no bar.
  case amount
}

/// A stage's bar in a funnel: how long it is, and what that is made up of.
package struct FunnelBar: Hashable, Sendable {
  /// The pieces of a bar, in the order in which they are drawn.
  package enum Part: Int, CaseIterable, Hashable, Sendable {
    /// Went further; by ``FunnelMethod/through`` and ``FunnelMethod/strict``, in the next stage's set.
    case advanced
    /// Neither went further nor ended; by those two methods, whoever is not in the next set.
    case still
    /// Lost or withdrawn without going further; never by those two methods.
    case dropped
  }

  package let stage: Stage
  /// Projects, entries, or fen.
  package let total: Int64
  /// By `Part.rawValue`; they add up to the total.
  private let parts: [Int64]

  package subscript(part: Part) -> Int64 { parts[part.rawValue] }

  init(_ stage: Stage, advanced: Int64, still: Int64, dropped: Int64 = 0) {
    self.stage = stage
    parts = [advanced, still, dropped]
    total = advanced + still + dropped
  }
}

extension Funnel {
  /// A bar for each stage, by `Stage.index`.
  package func bars(by method: FunnelMethod, weighing weight: FunnelWeight = .count) -> [FunnelBar]
  {
    Stage.allCases.map { stage in
      func weigh(_ set: FunnelSet, _ stage: Stage) -> Int64 {
        switch weight {
        case .count: Int64(self[stage].count(set))
        case .amount: self[stage].amounts(set).sum(.yuan) ?? 0
        }
      }
      switch method {
      case .step, .any:
        return FunnelBar(
          stage, advanced: weigh(.advanced, stage), still: weigh(.still, stage),
          dropped: weigh(.dropped, stage))
      case .through, .strict:
        let all = weigh(method.set, stage)
        let next = stage.next.map { min(all, weigh(method.set, $0)) } ?? 0
        return FunnelBar(stage, advanced: next, still: all - next)
      }
    }
  }

  /// A bar of one part for each stage: the entries in the period.
  package var flowBars: [FunnelBar] {
    Stage.allCases.map { FunnelBar($0, advanced: Int64(self[$0].flow), still: 0) }
  }

  /// Of the stages that lost somebody the one after which the smallest share goes on; the earlier of
  /// equals.
  ///
  /// By ``FunnelMethod/step`` whoever is still there is not lost; by ``FunnelMethod/through`` and
  /// ``FunnelMethod/strict`` whoever is not in the next set is. Nil by ``FunnelMethod/any``, whose
  /// rates are of the whole, and where nothing is lost.
  package func greatestLoss(by method: FunnelMethod) -> Stage? {
    guard method != .any else { return nil }
    let rates = Stage.allCases.compactMap { stage -> (Stage, Double)? in
      let isLossy = method != .step || self[stage].count(.dropped) > 0
      return isLossy && stage.next != nil ? rate(stage, by: method).map { (stage, $0) } : nil
    }
    guard let least = rates.min(by: { $0.1 < $1.1 }), least.1 < 1 else { return nil }
    return least.0
  }
}

internal import Insight
internal import Pipeline
internal import Wording

extension Publication {
  /// The targets of each year with what is reached, and where the year is.
  func targetContent() -> String {
    var html = heading(words.pageTitle(.targets), 1)
    let progress = pipeline.targetProgress(at: moment)
    if filter != nil { html += rule(words.registersUnfiltered) }
    if progress.isEmpty { return html + rule(words.none) }
    let years = Set(progress.map(\.target.year)).sorted(by: >)
    for year in years {
      let pace = YearPace(of: year, on: moment.day)
      html += heading("\(year)") + rule(words.yearPassed(pace.percent))
      html += table(
        [
          (words.heading(.what), false), (words.report(.actual), true),
          (words.report(.targetValue), true), (words.funnelColumn(.rate), true), ("", false),
        ],
        progress.filter { $0.target.year == year }.map { row(of: $0, pace) })
    }
    return html
  }

  private func row(of progress: TargetProgress, _ pace: YearPace) -> [String] {
    let target = progress.target
    let whose = [target.unit, target.cluster].compactMap { $0 }
    let name =
      words.name(target.measure) + (whose.isEmpty ? "" : "  " + whose.joined(separator: " "))
    let actual =
      switch progress.actual {
      case .count(let count): "\(count)"
      case .amounts(let totals): words.totals(totals)
      }
    let isBehind = progress.standing(at: pace) == .behind
    let share = text(words.share(progress.share))
    return [
      text(name), text(actual), text(words.targetValue(target)),
      isBehind ? "<span class=\"bad\">! \(share)</span>" : share,
      bar(progress.share, pace, isBehind),
    ]
  }

  private func bar(_ share: Double?, _ pace: YearPace, _ isBehind: Bool) -> String {
    guard let share else { return "" }
    let percent = Int((min(1, max(0, share)) * 100).rounded())
    let colour = isBehind ? "area4" : share >= 1 ? "area6" : "area1"
    return
      "<div class=\"bar\"><i style=\"width: \(percent)%; background: var(--on-\(colour))\"></i>"
      + "<u style=\"left: \(min(99, pace.percent))%\"></u></div>"
  }
}

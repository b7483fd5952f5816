internal import Insight
internal import Pipeline
internal import Wording

extension Publication {
  /// The funnel as a picture, and its figures under it.
  func funnelContent() -> String {
    let method = FunnelMethod.step
    let funnel = pipeline.funnel(FunnelQuestion(at: moment), passing: filter?.scoped(.everything))
    var headings: [(String, isNumber: Bool)] = [
      (words.heading(of: .stage), false), (words.funnelColumn(.stock), true),
      (words.funnelColumn(.reached), true), (words.funnelColumn(.advanced), true),
      (words.funnelColumn(.still), true), (words.funnelColumn(.dropped), true),
      (words.funnelColumn(.rate), true), (words.funnelColumn(.dwell), true),
    ]
    if !rules.hidesAmounts { headings.append((words.funnelColumn(.amount), true)) }
    let rows = Stage.allCases.map { stage in
      let figures = funnel[stage]
      var row = [
        words.stage(stage), "\(figures.count(.stock))", "\(funnel.count(stage, by: method))",
        "\(figures.count(.advanced))", "\(figures.count(.still))", "\(figures.count(.dropped))",
        words.share(funnel.rate(stage, by: method)), words.medianDays(figures.dwell),
      ]
      if !rules.hidesAmounts { row.append(words.totals(figures.amounts(.stock))) }
      return row.map(text)
    }
    return heading(words.pageTitle(.funnel), 1) + rule(words.methodRule(method))
      + picture(of: funnel, by: method) + table(headings, rows)
      + "<p>\(text(words.funnelTotal(funnel)))</p>\n"
      + funnel.notes.map { rule(words.funnelNote($0)) }.joined()
  }

  /// Centred bars of who went on, who is still there and who was lost, and the rates between them.
  private func picture(of funnel: Funnel, by method: FunnelMethod) -> String {
    let bars = funnel.bars(by: method)
    let most = max(1, bars.map(\.total).max() ?? 1)
    let (middle, widest, step) = (360, 420, 56)
    let loss = funnel.greatestLoss(by: method)
    var svg = ""
    for (index, bar) in bars.enumerated() {
      let y = index * step + 8
      let stage = bar.stage
      svg += label(words.stage(stage), x: 100, y: y + 22, "end")
      let width = Int(bar.total * Int64(widest) / most)
      var x = middle - width / 2
      var rest = width
      for part in FunnelBar.Part.allCases where bar[part] > 0 {
        let isLast = FunnelBar.Part.allCases.allSatisfy {
          $0.rawValue <= part.rawValue || bar[$0] == 0
        }
        let piece = isLast ? rest : Int(bar[part] * Int64(widest) / most)
        let name =
          switch part {
          case .advanced: "area\(stage.number)"
          case .still: "still\(stage.number)"
          case .dropped: "dropped"
          }
        svg +=
          "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(piece)\" height=\"32\" style=\"fill: var(--on-\(name))\">"
          + "<title>\(text(words.barPart(part, by: method))) \(bar[part])</title></rect>\n"
        if piece >= 18 {
          svg +=
            "<text x=\"\(x + piece / 2)\" y=\"\(y + 22)\" text-anchor=\"middle\" "
            + "style=\"fill: var(--\(name))\">\(bar[part])</text>\n"
        }
        x += piece
        rest -= piece
      }
      svg += label("\(bar.total)", x: 590, y: y + 22, "start")
      guard stage.next != nil else { continue }
      let rate = words.share(funnel.rate(stage, by: method))
      let isGreatest = stage == loss
      svg += label(
        "▾ " + rate + (isGreatest ? "  " + words.greatestLoss : ""), x: middle, y: y + 47, "middle",
        isGreatest ? "bad" : "dim")
    }
    let legend = FunnelBar.Part.allCases.map { words.barPart($0, by: method) }
    for (index, name) in legend.enumerated() {
      let x = 120 + index * 130
      let y = bars.count * step
      let colour = ["area1", "still1", "dropped"][index]
      svg +=
        "<rect x=\"\(x)\" y=\"\(y)\" width=\"14\" height=\"14\" style=\"fill: var(--on-\(colour))\"/>\n"
      svg += label(name, x: x + 20, y: y + 12, "start")
    }
    return drawing(words.pageTitle(.funnel), 640, bars.count * step + 24, svg)
  }

  func drawing(_ title: String, _ width: Int, _ height: Int, _ content: String) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" role=\"img\" "
      + "font-size=\"15\">\n<title>\(text(title))</title>\n\(content)</svg>\n"
  }

  func label(_ text: String, x: Int, y: Int, _ anchor: String, _ colour: String = "text") -> String
  {
    "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\" style=\"fill: var(--\(colour))\">"
      + self.text(text) + "</text>\n"
  }
}

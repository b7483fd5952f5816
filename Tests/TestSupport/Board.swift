package import Pipeline

/// A board drawn as text: `对接: 1 2 | 考察: 3!`, where `!` is a card on hold.
///
/// Columns without cards are left out.
package struct Board: Equatable, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ drawing: String) { description = drawing }

  package init(of pipeline: Pipeline) {
    description = Stage.allCases.filter { !pipeline.column($0).isEmpty }.map { stage in
      let cards = pipeline.column(stage).map { id in
        "\(id.number)\(pipeline[id]?.status.kind == .hold ? "!" : "")"
      }
      return "\(Board.names[stage.index]): \(cards.joined(separator: " "))"
    }.joined(separator: " | ")
  }

  private static let names = ["对接", "考察", "回访", "意向", "立项", "签约"]
}

extension Ledger {
  package var board: Board { Board(of: pipeline) }

  /// A ledger whose board looks like the drawing; numbers must count from 1 in reading order.
  package init(drawn drawing: String, today: Day = "2023-11-22") throws(Refusal) {
    self.init(today: today)
    for column in drawing.split(separator: " | ") {
      let parts = column.split(separator: ": ")
      guard let stage = Stage.allCases.first(where: { Board([$0]) == Board(String(parts[0])) })
      else { preconditionFailure("no such column: \(column)") }
      for card in parts[1].split(separator: " ") {
        let id = try add("项目\(card.prefix { $0 != "!" })", in: stage)
        if card.hasSuffix("!") {
          try commit(.hold(id, review: "2024-06-30", reason: "待土地指标", on: "2023-06-02"))
        }
      }
    }
    precondition(board == Board(drawing), "cards must be numbered in reading order: \(drawing)")
  }
}

extension Board {
  fileprivate init(_ stages: [Stage]) {
    description = stages.map { Board.names[$0.index] }.joined()
  }
}

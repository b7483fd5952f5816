internal import Pipeline

// What the rules refuse, with the cell that it is about.
extension LedgerPlanner {
  /// What the rules say, with the place in the sheet.
  func check(_ commands: [Command], _ facts: ProjectFacts, _ row: Int) throws(LedgerError) {
    if commands.isEmpty { return }
    do throws(Refusal) {
      _ = try pipeline.decide(
        commands.count == 1 ? commands[0] : .together(commands), today: today)
    } catch {
      throw self.error(for: error, facts, row)
    }
  }

  /// What a rule refused, with the cell that it is about.
  private func error(for refusal: Refusal, _ facts: ProjectFacts, _ row: Int) -> LedgerError {
    var column: TableColumn?
    let layout = context.layout
    func first(_ meanings: ColumnMeaning...) -> TableColumn? {
      meanings.lazy.compactMap { layout.column($0) }.first
    }
    if case .intake(let site, _) = refusal {
      switch site {
      case .stage: column = first(.ledger(.entered), .reached(.signing), .ledger(.stage))
      case .status, .earlierStatus: column = first(.ledger(.status), .ledger(.stage))
      case .note: column = first(.ledger(.remark), .ledger(.progress), .ledger(.progressAndRemark))
      case .project, .activity, .milestone, .directory, .register: break
      }
    }
    let inner = refusal.inner
    switch inner {
    case .text(.field(let field), _), .tooMany(.field(let field), _), .notAnAmount(let field, _):
      column = layout.columns.first { $0.meaning?.field == field }
    case .missing(_, _, let requirements):
      if requirements.contains(.organisation) { column = first(.ledger(.field(.investors))) }
      if requirements.contains(.signingDate) {
        column = first(.ledger(.entered), .reached(.signing), .ledger(.stage))
      }
    default: break
    }
    let text = column.flatMap { column in
      facts.texts.first { $0.column.place == column.place }?.text
    }
    return LedgerError(
      row: row + 1, column: column.map { $0.place + 1 },
      problem: .refused(heading: column?.heading, value: text ?? "", inner))
  }
}

extension Refusal {
  /// What was refused, without the place in an intake.
  var inner: Refusal { if case .intake(_, let rule) = self { rule } else { self } }
}

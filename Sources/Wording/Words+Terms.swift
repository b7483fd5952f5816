package import Pipeline
package import Vocabulary

extension Words {
  /// The name of a thing of the trade.
  package func name(_ named: some Named) -> String { say(named.term.zh, named.term.en) }

  package func stage(_ stage: Stage) -> String { name(stage) }
  package func status(_ kind: Status.Kind) -> String { name(kind) }
  package func projectKind(_ kind: ProjectKind) -> String { name(kind) }
  package func activityKind(_ kind: ActivityKind) -> String { name(kind) }
  package func direction(_ direction: ActivityKind.Direction) -> String { name(direction) }
  package func outcome(_ outcome: Outcome) -> String { name(outcome) }
  package func milestone(_ kind: MilestoneKind) -> String { name(kind) }
  package func lossReason(_ reason: LossReason) -> String { name(reason) }
  package func field(_ field: Field) -> String { name(field) }
  package func moveKind(_ kind: MoveKind) -> String { name(kind) }
  package func directoryKind(_ kind: DirectoryKey.Kind) -> String { name(kind) }

  /// A language by its own name, whatever this language is.
  package func language(_ language: Language) -> String {
    switch language {
    case .zh: "中文"
    case .en: "English"
    }
  }

  /// A status with its facts: 流失 (落户他地, 苏州).
  package func statusInFull(_ status: Status) -> String {
    let facts: [String?] =
      switch status {
      case .ongoing: []
      case .onHold(let review, let reason):
        [say("\(review) 复核", "review \(review)"), reason]
      case .lost(let reason, let place, let note): [lossReason(reason), place, note]
      case .withdrawn(let reason), .archived(let reason): [reason]
      }
    let known = facts.compactMap { $0 }
    let kind = self.status(status.kind)
    return known.isEmpty ? kind : kind + " (" + known.joined(separator: ", ") + ")"
  }

  /// A field's value as one line; a dash when there is none.
  package func value(_ value: FieldValue?) -> String {
    switch value {
    case .text(let text): text
    case .list(let items): list(items)
    case .amount(let amount): self.amount(amount)
    case .date(let date): self.date(date)
    case .kind(let kind): projectKind(kind)
    case .next(let step):
      ([step.text] + [step.due?.description, step.who].compactMap { $0 }).joined(separator: " ")
    case nil: "-"
    }
  }
}

package import Insight
package import Pipeline
package import Wording

extension ReportQuestion.Kind {
  /// Whether a seal of the journal stands in its foot: in what is handed out and filed.
  package var carriesSeal: Bool {
    switch self {
    case .week, .leader: true
    case .month, .path, .ledger: false
    }
  }
}

extension Report {
  /// Says in the foot that a file of the report has a seal there, which takes all of the journal to
  /// make.
  package mutating func announceSeal(in words: Words) { notes.append(words.sealOnWriting) }

  /// Puts a seal of the journal into the foot, which every format prints.
  package mutating func carry(_ seal: Seal, in words: Words) { notes.append(words.seal(seal)) }
}

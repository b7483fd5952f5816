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
  /// Puts a seal of the journal into the foot, which every format prints.
  package mutating func carry(_ seal: Seal, in words: Words) { notes.append(words.seal(seal)) }
}

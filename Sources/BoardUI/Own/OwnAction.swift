package import Canvas
package import Pipeline

/// A command of the bureau's own, as the board offers it: what it does is done elsewhere.
package struct OwnAction: Hashable, Sendable {
  package let name: String
  package let zh: String
  package let en: String
  package let keys: [Key]
  /// Whether it is about the selected card.
  package let wantsCard: Bool
  /// What is asked before it runs, one after the other.
  package let questions: [String]
  package let purpose: Purpose

  /// What the answers are for.
  package enum Purpose: Hashable, Sendable {
    /// A command of the bureau's.
    case command
    /// Something of the program's own that goes out.
    case outlet(Outlet)
    /// Who the person is, when the board is opened for the first time.
    case introduction
  }

  package init(
    name: String, zh: String, en: String, keys: [Key], wantsCard: Bool, questions: [String],
    purpose: Purpose = .command
  ) {
    self.name = name
    self.zh = zh
    self.en = en
    self.keys = keys
    self.wantsCard = wantsCard
    self.questions = questions
    self.purpose = purpose
  }
}

/// An own command that is to run: about which card, with which answers.
package struct OwnOrder: Hashable, Sendable {
  package let name: String
  package let project: ProjectID?
  package let answers: [String]
}

/// What came of an own command.
package enum OwnNews: Hashable, Sendable {
  /// What it printed, for a window of its own.
  case printed(String, title: String)
  /// One line, or why it failed.
  case said(String, isBad: Bool)
}

/// The window of an own command: a question, or what it printed.
package enum OwnWindow: Hashable, Sendable {
  case asking(Asking)
  case output(Printed)

  package struct Asking: Hashable, Sendable {
    package let action: OwnAction
    package let project: ProjectID?
    package var answers: [String] = []
    package var editor = LineEditor()

    package var question: String { action.questions[answers.count] }
  }

  package struct Printed: Hashable, Sendable {
    package let title: String
    package let lines: [String]
    package var top = 0
  }
}

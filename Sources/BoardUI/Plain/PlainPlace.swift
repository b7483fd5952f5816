internal import Insight
package import Pipeline

/// Where somebody is who works with the board line by line: a prompt, numbered answers, no screen.
///
/// For those to whom a screen is read out. Nothing is said twice unless it is asked for, and a number
/// always means what was said last, whatever colleagues have stored since.
package struct PlainPlace: Hashable, Sendable {
  enum Page: Hashable, Sendable {
    case stages
    /// The cards of a stage, from one on.
    case stage(Stage, from: Int)
    case card(ProjectID)
    /// What was found for a text, or may be done.
    case offered
  }

  var page = Page.stages
  /// What the numbers mean, from 1.
  var choices: [PlainChoice] = []
  /// What is still to be said.
  var sayings: [String] = []
  /// Whether the page has not been said yet.
  var isNew = true
  /// The notice that was said last.
  var notice: Notice?
  /// The form whose title was said.
  var form: Form.Purpose?
  /// Whether the next line is a text to filter by.
  var asksFilter = false
}

/// What a number stands for.
enum PlainChoice: Hashable, Sendable {
  case stage(Stage)
  case card(ProjectID)
  /// The cards of a stage that follow.
  case more(Stage, from: Int)
  case menu(MenuRow.Choice)
  case row(PaletteRow)
}

/// What is said as a subcommand prints it.
package enum PlainView: Hashable, Sendable {
  case list, funnel, trend, timeline, agenda, month, report, requests, targets
  /// Of one project, or of all.
  case history(ProjectID?)
}

/// The question before something is done with several cards.
///
/// Cancel has the focus; `y` says yes, and neither the key that asked nor Enter by habit does.
package struct BulkQuestion: Hashable, Sendable {
  package var plan: BulkPlan
  /// The form it came from, to go back to.
  package var form: Form?
  package var button: Button = .cancel
  /// The first line that is shown when the lines do not fit.
  package var top = 0

  package enum Button: Hashable, Sendable { case go, cancel }

  package init(plan: BulkPlan, form: Form? = nil) {
    self.plan = plan
    self.form = form
  }
}

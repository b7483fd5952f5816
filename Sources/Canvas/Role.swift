/// What a piece of the screen means; a theme says how it looks.
///
/// Views name roles and never colours, so a theme without colour can still tell every state apart.
package enum Role: UInt8, CaseIterable, Sendable {
  case text, dim, accent, border, borderFocus, header, key, status, error, warn, ok
  case selected, marked, drag, drop, dropClosed, input, hit, held
  case stage1, stage2, stage3, stage4, stage5, stage6
  case ageFresh, ageWarn, ageStale
  case bar, tab, tabActive

  /// The name a theme file uses: section and key.
  package var themeKey: String {
    switch self {
    case .borderFocus: "ui.border-focus"
    case .dropClosed: "ui.drop-closed"
    case .tabActive: "ui.tab-active"
    case .stage1: "stage.1"
    case .stage2: "stage.2"
    case .stage3: "stage.3"
    case .stage4: "stage.4"
    case .stage5: "stage.5"
    case .stage6: "stage.6"
    case .ageFresh: "age.fresh"
    case .ageWarn: "age.warn"
    case .ageStale: "age.stale"
    default: "ui.\(self)"
    }
  }
}

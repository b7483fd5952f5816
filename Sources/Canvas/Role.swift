/// What a piece of the screen means; a theme says how it looks.
///
/// Views name roles and never colours, so a theme without colour can still tell every state apart.
package enum Role: UInt8, CaseIterable, Sendable {
  case text, dim, accent, border, borderFocus, header, key, status, error, warn, ok
  case selected, marked, drag, drop, dropClosed, input, hit, held
  case stage1, stage2, stage3, stage4, stage5, stage6
  case ageFresh, ageWarn, ageStale
  case bar, tab, tabActive
  /// Areas of a stage: heads, and the part of a bar that went on.
  case area1, area2, area3, area4, area5, area6
  /// The part of a stage's bar that is still there.
  case still1, still2, still3, still4, still5, still6
  /// The part of a bar that was lost; what of a bar is empty; where in a list one is.
  case dropped, track, thumb
  case card, cardDim, cardLate, cardStale, cardHeld
  case stripeLate, stripeStale, stripeHeld

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
    case .area1: "area.1"
    case .area2: "area.2"
    case .area3: "area.3"
    case .area4: "area.4"
    case .area5: "area.5"
    case .area6: "area.6"
    case .still1: "still.1"
    case .still2: "still.2"
    case .still3: "still.3"
    case .still4: "still.4"
    case .still5: "still.5"
    case .still6: "still.6"
    case .dropped, .track, .thumb: "area.\(self)"
    case .card: "card.text"
    case .cardDim: "card.dim"
    case .cardLate: "card.late"
    case .cardStale: "card.stale"
    case .cardHeld: "card.held"
    case .stripeLate: "card.stripe-late"
    case .stripeStale: "card.stripe-stale"
    case .stripeHeld: "card.stripe-held"
    case .ageFresh: "age.fresh"
    case .ageWarn: "age.warn"
    case .ageStale: "age.stale"
    default: "ui.\(self)"
    }
  }
}

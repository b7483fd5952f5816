internal import Canvas
internal import Insight
internal import Pipeline

/// How a card looks: what it stands on, and what its stripe warns of.
struct CardLook {
  /// Of the block and the name.
  let role: Role
  /// Of the first column; nil where nothing is wrong.
  let stripe: Role?
  private let warning: Warning?
  private let isSelected: Bool
  private let isCarried: Bool
  private let isNews: Bool

  private enum Warning { case overdue, held, stale }

  init(
    _ standing: Standing, _ ageing: Ageing, isSelected: Bool, isCarried: Bool, isMarked: Bool,
    isNews: Bool
  ) {
    let warning: Warning? =
      ageing.isOverdue
      ? .overdue : standing.status.kind == .hold ? .held : ageing.isStale ? .stale : nil
    self.warning = warning
    self.isSelected = isSelected
    self.isCarried = isCarried
    self.isNews = isNews
    role =
      isCarried
      ? .drag
      : isSelected
        ? .selected : isMarked ? .marked : isNews ? .accent : warning == .held ? .cardHeld : .card
    stripe =
      switch warning {
      case _ where isCarried: nil
      case .overdue: .stripeLate
      case .held: .stripeHeld
      case .stale: .stripeStale
      case nil: nil
      }
  }

  /// That it is chosen, the letter of what is wrong, that it is new; of a card on its way, that alone.
  func signs(_ glyphs: Glyphs) -> [Character] {
    if isCarried { return [glyphs.carried] }
    let letter: Character? =
      switch warning {
      case .overdue: glyphs.overdue
      case .held: glyphs.held
      case .stale: glyphs.stale
      case nil: nil
      }
    return [isSelected ? glyphs.select : nil, letter, isNews && !isSelected ? "+" : nil].compactMap
    {
      $0
    }
  }

  /// Of the next step.
  func step(_ ageing: Ageing) -> Role {
    role != .card ? role : ageing.isOverdue ? .cardLate : .cardDim
  }

  /// Of amount, owner and days.
  func facts(_ ageing: Ageing) -> Role {
    role != .card
      ? role : ageing.isOverdue ? .cardLate : ageing.isStale ? .cardStale : .cardDim
  }
}

internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

/// The last line of a card: how much, whose, and how late or how long.
///
/// Nothing of it is ever cut: what does not fit takes a shorter form, and at last is left out whole.
struct CardFacts {
  /// Amount and owner, from the left.
  let left: String
  /// Days, from the right.
  let right: String

  /// - Parameters:
  ///   - amounts: The forms of the amount, the longest first.
  ///   - owner: Empty for nobody.
  ///   - unit: The lead unit, shown where there is much room; empty for none.
  ///   - days: The forms of the days, the longest first.
  init(amounts: [String], owner: String, unit: String, days: [String], width: Int) {
    let (amount, brief) = (amounts.first ?? "", amounts.last ?? "")
    let (long, short) = (days.first ?? "", days.last ?? "")
    let who = owner.isEmpty ? "" : " " + owner
    let whose = unit.isEmpty ? who : who + " " + unit
    let wanted: [(String, gap: Int, String)] = [
      (amount + whose, 2, long), (amount + who, 1, long), (amount + who, 0, long),
      (brief + who, 1, long), (brief + who, 1, short), (brief + who, 0, short),
      (amount, 1, long), (brief, 1, short), (brief, 0, ""), ("", 0, short),
    ]
    let fit = wanted.first { left, gap, right in
      TextWidth.columns(of: left) + gap + TextWidth.columns(of: right) <= width
    }
    (left, right) = fit.map { ($0.0, $0.2) } ?? ("", "")
  }
}

extension CardFacts {
  init(
    _ project: Project, _ standing: Standing, _ ageing: Ageing, _ words: Words, width: Int
  ) {
    let days: [String] =
      if standing.status.kind == .hold {
        [words.cardHeld]
      } else if let late = ageing.overdueDays {
        [words.cardLate(late), "-\(late)"]
      } else if let days = ageing.daysInStage {
        [words.days(days), "\(days)"]
      } else {
        [words.cardNoDays, "?"]
      }
    self.init(
      amounts: words.cardAmounts(project.amount), owner: project.owner ?? "",
      unit: width >= 22 ? project.lead.first ?? "" : "", days: days, width: width)
  }
}

extension Words {
  /// The next step with its day, or until when the card is on hold; nil where none is missed.
  func next(_ project: Project, _ standing: Standing) -> String? {
    if case .onHold(let review, _) = standing.status { return heldUntil(review) }
    guard let next = project.next else { return standing.stage == .signing ? nil : cardNoNext }
    return (next.due.map { shortDate($0) + " " } ?? "") + next.text
  }
}

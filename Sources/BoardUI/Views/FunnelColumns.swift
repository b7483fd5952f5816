internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

/// The figures at the right of a funnel's bars: those that fit, most telling first.
struct FunnelColumns {
  struct Column {
    let kind: Kind
    let x: Int
    let width: Int
  }

  enum Kind: CaseIterable {
    case rate, still, dropped, stock, dwell, age, amount
  }

  let columns: [Column]
  /// What all of them take, with the blank before them.
  let width: Int
  private let words: Words
  private let picture: FunnelPicture

  /// - Parameter room: The columns that there are; bars keep half of them.
  /// - Parameter right: The column after the last one.
  init(_ picture: FunnelPicture, _ words: Words, room: Int, right: Int, ratesStandBetween: Bool) {
    self.picture = picture
    self.words = words
    let isChinese = words.language == .zh
    let sizes: [Kind: Int] = [
      .rate: picture.isFlow ? (isChinese ? 9 : 10) : 6, .still: isChinese ? 6 : 7,
      .dropped: isChinese ? 6 : 9, .stock: 6, .dwell: isChinese ? 10 : 9, .age: isChinese ? 8 : 8,
      .amount: isChinese ? 17 : 19,
    ]
    var wanted: [Kind] = picture.isFlow ? [.still, .dropped] : [.still, .dropped, .stock]
    if !(ratesStandBetween && picture.ratesAreSteps) { wanted.insert(.rate, at: 0) }
    wanted += [.dwell, .age, .amount]
    var shown: [Kind] = []
    var used = 1
    for kind in wanted {
      guard let size = sizes[kind], used + size <= room - max(24, room * 2 / 5) else { break }
      shown.append(kind)
      used += size
    }
    width = shown.isEmpty ? 0 : used
    var x = right - used + 1
    columns = shown.map { kind in
      defer { x += sizes[kind] ?? 0 }
      return Column(kind: kind, x: x, width: sizes[kind] ?? 0)
    }
  }

  func heading(_ kind: Kind) -> String {
    switch kind {
    case .rate: picture.isFlow ? words.periodicRatioShort : words.funnelColumn(.rate)
    case .still: words.funnelColumn(.still)
    case .dropped: words.funnelColumn(.dropped)
    case .stock: words.funnelColumn(.stock)
    case .dwell: words.funnelColumn(.dwell)
    case .age: words.funnelColumn(.age)
    case .amount: words.funnelColumn(.amount)
    }
  }

  func cell(_ kind: Kind, at stage: Stage) -> String {
    let figures = picture.funnel[stage]
    return switch kind {
    case .rate: words.share(picture.rate(stage))
    case .still: "\(figures.count(.still))"
    case .dropped: "\(figures.count(.dropped))"
    case .stock: "\(figures.count(.stock))"
    case .dwell: words.medianDays(figures.dwell)
    case .age: figures.openAges.max.map { words.days($0) } ?? "-"
    case .amount: words.totals(figures.amounts(picture.method.set))
    }
  }
}

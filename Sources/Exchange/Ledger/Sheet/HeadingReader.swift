internal import Pipeline
internal import Vocabulary

/// Says what a column means by what stands over it.
struct HeadingReader {
  let vocabulary: LedgerVocabulary

  /// - Parameter path: What stands over the column, the widest heading first, none empty.
  func column(_ path: [String], at place: Int) -> TableColumn {
    var column = TableColumn(place: place, headings: path)
    let texts = path.map { HeadingText($0) }
    guard let own = texts.last else { return column }
    let (meaning, said) = self.meaning(of: texts)
    column.meaning = meaning
    if meaning?.isAmount ?? false {
      // The lower heading's own unit goes before the upper one's.
      for text in texts.reversed() where column.unit == nil && column.alternatives.isEmpty {
        switch units(of: text) {
        case let units where units.count > 1: column.alternatives = units
        case let units where units.count == 1: column.unit = units[0]
        default: continue
        }
      }
      if let said { column.unit = said.filled(by: column.unit) }
      if column.unit == nil, column.alternatives.isEmpty, let end = unitAtEnd(of: own) {
        column.unit = end
      }
      if column.unit?.currency == nil, let unit = column.unit {
        // A size under a heading that names the currency: 外资（万） under 美元.
        let above = texts.dropLast().compactMap { vocabulary.units.currency($0.name) }.last
        column.unit = AmountScale(unit: unit.unit, currency: above)
      }
      if column.unit != nil { column.unitSource = .heading }
    }
    return column
  }

  /// Words that say nothing without what stands over them.
  private static let dependent: Set<String> = [
    "内容", "名称", "时间", "日期", "金额", "姓名", "职务", "单位", "电话", "总额", "小计", "合计", "数额", "计划",
    "情况", "说明", "其他", "全称", "简介",
  ]

  private func meaning(of texts: [HeadingText]) -> (ColumnMeaning?, AmountScale?) {
    guard let own = texts.last else { return (nil, nil) }
    for upper in texts.dropLast().reversed() {
      if let known = vocabulary.heading(HeadingText(upper.name + own.name)) {
        return (known.meaning, known.unit)
      }
    }
    let isDependent = texts.count > 1 && Self.dependent.contains(own.name)
    let isUnit = own.name.isEmpty || vocabulary.units.unit(own.name) != nil
    if !isDependent, !isUnit, let known = vocabulary.heading(own) {
      return (known.meaning, known.unit)
    }
    if !isDependent, !isUnit, let (_, before) = vocabulary.units.unitAtEnd(of: own.name) {
      let name = String(before.reversed().drop { "/-:".contains($0) }.reversed())
      if let known = vocabulary.heading(HeadingText(name)), known.meaning.isAmount {
        return (known.meaning, known.unit)
      }
    }
    if isDependent || isUnit {
      let above = meaning(of: Array(texts.dropLast()))
      guard above.0 == .contactAndPhone || above.0 == .ledger(.field(.contact)) else {
        return above
      }
      // 姓名 and 电话 below 联系人及联系方式.
      return (.ledger(.field(own.name == "电话" ? .contactPhone : .contact)), nil)
    }
    return (nil, nil)
  }

  /// The units that a heading names in brackets, or is.
  private func units(of text: HeadingText) -> [AmountScale] {
    for aside in text.asides + [text.name] {
      var units: [AmountScale] = []
      for piece in aside.split(whereSeparator: { "/、或;,".contains($0) }) {
        let parts = piece.split(separator: ":")
        let named = parts.last.flatMap { vocabulary.units.unit($0) }
        if let named, !units.contains(named) { units.append(named) }
      }
      if !units.isEmpty { return units }
    }
    return []
  }

  /// The unit of money that an unknown column's headings name; nil for none.
  func names(unitOf column: TableColumn) -> AmountScale? {
    column.headings.reversed().lazy.compactMap { units(of: HeadingText($0)).first }.first
  }

  private func unitAtEnd(of text: HeadingText) -> AmountScale? {
    guard vocabulary.heading(text) == nil else { return nil }
    return vocabulary.units.unitAtEnd(of: text.name)?.0
  }
}

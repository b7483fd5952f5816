internal import Pipeline
internal import SafeText
internal import Vocabulary
internal import Wording

// Sums of money.
extension ProjectReading {
  mutating func takeAmount(_ field: Field, _ column: TableColumn, _ text: String) {
    do throws(TypedFault) {
      let (reading, taken) = try read(column, text)
      facts.amounts[column.place] = reading
      doubt(reading, column, text, isWhole: field == .amount)
      if let taken { facts.taken.append(taken) }
      if reading.isShort, case .known(let money) = reading.value {
        facts.taken.append(
          TakenFrom(
            column: column.place + 1, heading: column.heading, text: text,
            value: Words(.zh).amountInFull(.known(money)), source: .shorthand))
      }
      if let amount = reading.amount {
        amounts[field, default: []].append((column, text, amount))
      }
      if reading.words != nil { keepWords(column, text) }
    } catch {
      if error.problem == .unitMissing, !column.alternatives.isEmpty {
        open.append((column, text))
      } else {
        fail(column, .typed(heading: column.heading, error))
      }
    }
  }

  func read(_ column: TableColumn, _ text: String) throws(TypedFault)
    -> (AmountReading, TakenFrom?)
  {
    if text == context.vocabulary.emptyAmount {
      return (try CellReader.amount("", unit: nil), nil)
    }
    var unit = column.unit
    if let other = context.currency, let said = self.text(other),
      let currency = context.vocabulary.units.currency(said), let counted = unit
    {
      unit = AmountScale(unit: counted.unit, currency: currency)
    }
    if let other = context.unitColumn, let said = self.text(other), column.unitSource != .heading,
      let scale = context.vocabulary.units.unit(said)
    {
      let taken = TakenFrom(
        column: column.place + 1, heading: column.heading, text: text, value: said,
        source: .otherColumn(other.heading))
      return (try CellReader.amount(text, unit: scale), taken)
    }
    if unit == nil, column.alternatives.count > 1, let capital = context.capital,
      let said = self.text(capital)
    {
      unit = column.alternatives.first { unit in
        let isYuan = (unit.currency ?? .yuan) == .yuan
        return said.hasPrefix("内") && isYuan || said.hasPrefix("外") && !isYuan
      }
      if unit != nil {
        let taken = TakenFrom(
          column: column.place + 1, heading: column.heading, text: text, value: said,
          source: .otherColumn(capital.heading))
        return (try CellReader.amount(text, unit: unit), taken)
      }
    }
    return (try CellReader.amount(text, unit: unit), nil)
  }

  mutating func takeFunds(_ column: TableColumn, _ text: String) {
    do throws(TypedFault) {
      let (reading, _) = try read(column, text)
      facts.amounts[column.place] = reading
      doubt(reading, column, text, isWhole: false)
      if case .known(let money) = reading.value, money.minor > 0 {
        var milestone = Milestone.Facts(projects: [], kind: .fundsInPlace, on: .unknown)
        milestone.amount = .known(money)
        facts.milestones.append(milestone)
      }
      if reading.words != nil { keepWords(column, text) }
    } catch {
      fail(column, .typed(heading: column.heading, error))
    }
  }

  /// Asks about an amount that no project has, unless somebody has said what the column counts.
  private mutating func doubt(
    _ reading: AmountReading, _ column: TableColumn, _ text: String, isWhole: Bool
  ) {
    guard let amount = ImplausibleAmount(reading, text, in: column, isWhole: isWhole),
      !context.answers.settlesUnit(of: column, as: amount.scale)
    else { return }
    fail(column, .implausible(amount))
  }

  mutating func keepWords(_ column: TableColumn, _ text: String) {
    let note = column.heading + "：" + text
    self.note(note)
    facts.taken.append(
      TakenFrom(
        column: column.place + 1, heading: column.heading, text: text, value: note,
        source: .words))
  }

  /// Several columns may say one amount, in two currencies or units; they have to agree.
  mutating func settleAmounts() {
    for (column, text) in open {
      let field = column.meaning?.field ?? .amount
      let fits = column.alternatives.lazy.compactMap { unit in
        try? CellReader.amount(text, unit: unit)
      }.first { reading in
        guard let amount = reading.amount else { return false }
        return amounts[field]?.contains { $0.amount.isSame(as: amount) } ?? false
      }
      if let fits {
        facts.amounts[column.place] = fits
        continue
      }
      fail(column, .unitOpen(heading: column.heading, value: text, column.alternatives))
    }
    for (field, said) in amounts {
      guard let first = said.first else { continue }
      let amount = first.amount
      facts.fields[field] = .amount(amount)
      for other in said.dropFirst() where !other.amount.isSame(as: amount) {
        fail(
          other.column,
          .columnsDiffer(
            heading: other.column.heading, value: other.text, other: first.column.heading,
            otherValue: first.text))
      }
    }
  }
}

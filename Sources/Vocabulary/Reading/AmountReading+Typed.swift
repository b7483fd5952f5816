package import Pipeline

extension AmountReading {
  /// Reads an amount as people type it, in forms, on the command line and in files.
  ///
  /// A plain decimal with a unit (亿, 千万, 万, 千, bn, m …), a currency before or behind it (元, 美元,
  /// ￥, $, RMB …) or both; digits of any width, thousands parted by commas or blanks if they stand
  /// right. 约, 近, 左右, 余 and the like leave it known, a range or a bound does not, and both keep the
  /// words. 未披露, 待定, 面议 and the like are undisclosed; 无, a dash and a stroke are blank. Chinese
  /// numerals are not read, and nothing is rounded.
  ///
  /// A unit and a currency are each taken from the text, else the heading, else the table, else what is
  /// usual. A text with neither, where nothing else tells a unit, is refused; so is a sum below 万元 of
  /// a column that counts 万元, which means something else than either says.
  ///
  /// - Complexity: O(length).
  package init(_ text: some StringProtocol, in context: AmountContext) throws(TypedFault) {
    if let plain = AmountReading(plain: text, in: context) {
      self = plain
      return
    }
    let grammar = AmountGrammar(context: context)
    do throws(AmountGrammar.Fault) {
      self = try grammar.read(TypedText.folded(text), as: String(text))
    } catch {
      throw TypedFault(text, error.problem)
    }
  }

  /// A plain number under a heading that tells its unit, as nearly every cell is.
  private init?(plain text: some StringProtocol, in context: AmountContext) {
    guard let unit = context.heading.unit, unit.shift == 0, text.utf8.count <= 18,
      text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E }),
      let money = Money(text, unit: unit.unit, currency: context.currency.currency)
    else { return nil }
    self.init(
      value: .known(money), unitSource: .heading, currencySource: context.currency.source)
  }
}

extension Amount {
  /// Reads a typed amount that is one sum or undisclosed; nil for anything else.
  package init?(spoken: some StringProtocol) {
    guard let reading = try? AmountReading(spoken, in: .typed), let amount = reading.amount else {
      return nil
    }
    self = amount
  }
}

extension AmountContext {
  /// The unit that surrounds an amount, and who told it.
  var unit: (unit: AmountUnit, source: AmountReading.Source)? {
    if let unit = heading.unit { return (unit, .heading) }
    if let unit = table.unit { return (unit, .table) }
    if let unit = usual.unit { return (unit, .usual) }
    return nil
  }

  /// The currency that surrounds an amount; yuan where nobody told one.
  var currency: (currency: Currency, source: AmountReading.Source) {
    if let currency = heading.currency { return (currency, .heading) }
    if let currency = table.currency { return (currency, .table) }
    if let currency = usual.currency { return (currency, .usual) }
    return (.yuan, .nowhere)
  }
}

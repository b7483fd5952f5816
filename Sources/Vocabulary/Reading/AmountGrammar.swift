internal import Pipeline

/// The grammar of amounts.
struct AmountGrammar {
  typealias Text = ArraySlice<Unicode.Scalar>

  let context: AmountContext

  struct Fault: Error {
    let problem: TypedFault.Problem
    init(_ problem: TypedFault.Problem) { self.problem = problem }
  }

  /// - Parameters:
  ///   - folded: The text by ``TypedText/folded(_:)``.
  ///   - words: The text as it was typed.
  func read(_ folded: [Unicode.Scalar], as words: String) throws(Fault) -> AmountReading {
    if TypedText.isBlank(folded) { return AmountReading(value: .blank) }
    if Self.undisclosed.contains(String(folded)) { return AmountReading(value: .undisclosed) }
    if folded.contains(where: { (0x2460...0x2473).contains($0.value) }) {
      throw Fault(.severalAmounts)
    }
    var text = Self.closedUp(folded)[...]
    var isMore = false
    if let bracket = trailingBracket(&text) {
      if text.isEmpty { throw Fault(sum(bracket) == nil ? .notAnAmount : .negative) }
      if AmountScale(spoken: String(bracket)) != nil {
        text.append(contentsOf: bracket)
      } else {
        isMore = true
      }
    }
    var reading: AmountReading
    if let bound = try bound(&text) {
      reading = bound
    } else if let range = try range(text) {
      reading = range
    } else {
      let isAbout = takeApproximation(&text)
      isMore = isMore || isAbout
      reading = try known(text)
    }
    if case .between = reading.value { isMore = true }
    if isMore { reading.words = words }
    return reading
  }

  private static let undisclosed: Set = [
    "未披露", "不披露", "未公开", "不公开", "保密", "待定", "未定", "待商定", "待确定", "待确认", "待议", "面议",
    "另议", "待核定", "待明确", "未明确", "undisclosed", "withheld", "confidential", "tbd",
  ]

  // MARK: One sum

  /// A sum with its unit and currency, and where each was told.
  private func known(_ text: Text) throws(Fault) -> AmountReading {
    if let sum = try inTwoUnits(text) { return sum }
    guard let part = try Part(text, after: nil) else { throw Fault(.notAnAmount) }
    return try reading(part)
  }

  private func reading(_ part: Part) throws(Fault) -> AmountReading {
    let (scale, decimal) = (part.scale, part.decimal)
    let currency = scale.currency.map { ($0, AmountReading.Source.cell) } ?? context.currency
    let around = context.unit
    let unit: (AmountUnit, AmountReading.Source)
    if let own = scale.unit {
      unit = (own, .cell)
    } else if scale.isCounted {
      unit = (AmountUnit(.one), .cell)
    } else if let around {
      let isOther = scale.currency != nil && scale.currency != context.currency.currency
      if isOther { throw Fault(.unitDoubtful(surroundings)) }
      unit = around
    } else if scale.currency != nil {
      unit = (AmountUnit(.one), .nowhere)
    } else {
      throw Fault(.unitMissing)
    }
    let money = try self.money(decimal, unit.0, currency.0)
    if unit.1 == .cell, let around, around.unit.exponent >= 4, unit.0.exponent < 4,
      money.minor > 0, Self.isBelowWan(money)
    {
      throw Fault(.unitDoubtful(surroundings))
    }
    return AmountReading(
      value: .known(money), unitSource: unit.1, currencySource: currency.1, isShort: part.isShort)
  }

  /// 1亿2000万元: one sum in two units, the larger first.
  private func inTwoUnits(_ text: Text) throws(Fault) -> AmountReading? {
    guard let place = text.firstIndex(of: "亿"), place + 1 < text.endIndex,
      TypedText.isDigit(text[place + 1]),
      let rest = try Part(text[(place + 1)...], after: nil), rest.scale.unit?.unit == .wan,
      let whole = try Part(text[...place], after: nil), whole.scale.unit == AmountUnit(.yi)
    else { return nil }
    var first = whole
    first.scale.currency = whole.scale.currency ?? rest.scale.currency
    var second = rest
    second.scale.currency = rest.scale.currency ?? whole.scale.currency
    guard case .known(let large) = try reading(first).value,
      case .known(let small) = try reading(second).value, large.currency == small.currency,
      small.minor < large.minor
    else { throw Fault(.notAnAmount) }
    let (minor, isOver) = large.minor.addingReportingOverflow(small.minor)
    if isOver { throw Fault(.tooLarge) }
    return AmountReading(
      value: .known(Money(minor: minor, currency: large.currency)), unitSource: .cell,
      currencySource: first.scale.currency == nil ? context.currency.source : .cell)
  }

  private var surroundings: AmountScale {
    AmountScale(unit: context.unit?.unit, currency: context.currency.currency)
  }

  private static func isBelowWan(_ money: Money) -> Bool {
    let one = (0..<(4 + money.currency.minorDigits)).reduce(Int64(1)) { power, _ in power * 10 }
    return money.minor < one
  }

  private func money(_ decimal: String, _ unit: AmountUnit, _ currency: Currency) throws(Fault)
    -> Money
  {
    let value = Self.shifted(decimal, by: unit.shift)
    if let money = Money(value, unit: unit.unit, currency: currency) { return money }
    let places = value.drop { $0 != "." }.dropFirst().reversed().drop { $0 == "0" }.count
    throw Fault(places > unit.unit.exponent + currency.minorDigits ? .tooFine : .tooLarge)
  }

  /// A decimal with what is written around it.
  private struct Part {
    var scale: AmountScale
    let decimal: String
    /// Whether its unit is the letter that people type for it: 3000w.
    private(set) var isShort = false

    /// The first letters of 万, 千万 and 亿, which mean nothing away from a number.
    private static let typedShort: [(letters: [Unicode.Scalar], unit: AmountUnit)] = [
      (Array("kw".unicodeScalars), AmountUnit(.wan, shift: 3)),
      (["w"], AmountUnit(.wan)), (["e"], AmountUnit(.yi)),
    ]

    /// - Parameter partner: The other end of a range, which tells what this one leaves out.
    /// - Returns: Nil when no decimal is left.
    init?(_ text: Text, after partner: AmountScale?) throws(Fault) {
      var text = text
      if let last = text.last, last == "整" { text.removeLast() }
      guard let own = AmountScale(takingFrom: &text) else { return nil }
      scale = own
      if let partner {
        if scale.unit == nil, !scale.isCounted {
          scale.unit = partner.unit ?? (partner.isCounted ? AmountUnit(.one) : nil)
        }
        scale.currency = scale.currency ?? partner.currency
      }
      if scale.unit != nil, text.last == "个" { text.removeLast() }
      if scale.unit == nil,
        let (letters, unit) = Self.typedShort.first(where: {
          text.ends(with: $0.letters)
            && AmountGrammar.decimal(text.dropLast($0.letters.count)) != nil
        })
      {
        text.removeLast(letters.count)
        scale.unit = unit
        isShort = true
      }
      if let first = text.first, let last = text.last,
        (TypedText.isDash(first) || "负△▲".unicodeScalars.contains(first))
          && AmountGrammar.decimal(text.dropFirst()) != nil
          || first == "(" && last == ")"
            && AmountGrammar.decimal(text.dropFirst().dropLast()) != nil
      {
        throw Fault(.negative)
      }
      if AmountGrammar.isScientific(text) { throw Fault(.scientific) }
      guard let decimal = AmountGrammar.decimal(text) else { return nil }
      self.decimal = decimal
    }
  }

  /// The decimal in brackets of accounts, with whatever unit.
  private func sum(_ text: Text) -> Part? {
    try? Part(text, after: nil)
  }

  // MARK: Words around a sum

  /// Takes a bracket at the end off a text.
  private func trailingBracket(_ text: inout Text) -> Text? {
    guard text.last == ")" || text.last == "】" || text.last == "]",
      let open = text.lastIndex(where: { $0 == "(" || $0 == "【" || $0 == "[" })
    else { return nil }
    let inner = text[(open + 1)..<(text.endIndex - 1)]
    text = text[..<open]
    return inner
  }

  /// A text without its blanks but those between two digits, which part thousands.
  private static func closedUp(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard text.contains(where: \.properties.isWhitespace) else { return text }
    var closed: [Unicode.Scalar] = []
    var isAfterBlank = false
    for scalar in text {
      if scalar.properties.isWhitespace {
        isAfterBlank = true
        continue
      }
      if isAfterBlank, let last = closed.last, TypedText.isDigit(last), TypedText.isDigit(scalar) {
        closed.append(" ")
      }
      isAfterBlank = false
      closed.append(scalar)
    }
    return closed
  }

  private static let about = [
    "大约为", "大约", "大概", "约为", "约合", "预计", "估计", "计划", "拟", "约", "将近", "接近", "近", "about", "approx.",
    "approx", "circa", "ca.", "~", "≈",
  ].map { Array($0.unicodeScalars) }
  private static let roughly = ["左右", "上下", "余", "多", "许"].map { Array($0.unicodeScalars) }

  /// Takes 约 off the front, 左右 off the end and 余 from before the unit; true when there was one.
  private func takeApproximation(_ text: inout Text) -> Bool {
    var found = false
    if let word = Self.about.first(where: { text.starts(with: $0) }) {
      text.removeFirst(word.count)
      found = true
    }
    if let word = Self.roughly.first(where: { text.ends(with: $0) }) {
      text.removeLast(word.count)
      found = true
    }
    // 10余亿元, 2亿多元.
    if let place = text.indices.dropFirst().first(where: {
      (text[$0] == "余" || text[$0] == "多") && $0 < text.endIndex - 1
    }) {
      text.remove(at: place)
      found = true
    }
    return found
  }

  private static let least = [
    "不低于", "不少于", "不小于", "至少", "超过", "大于", "高于", "超", "逾", ">=", "≥", ">", "atleast", "over",
  ].map { Array($0.unicodeScalars) }
  private static let most = [
    "不超过", "不高于", "不多于", "不大于", "至多", "最多", "小于", "低于", "少于", "<=", "≤", "<", "atmost", "upto",
  ].map { Array($0.unicodeScalars) }
  private static let andMore = ["及以上", "以上", "起", "+"].map { Array($0.unicodeScalars) }
  private static let andLess = ["及以下", "以下", "以内", "之内"].map { Array($0.unicodeScalars) }

  private func bound(_ text: inout Text) throws(Fault) -> AmountReading? {
    func word(_ words: [[Unicode.Scalar]], _ fits: ([Unicode.Scalar]) -> Bool) -> Int? {
      words.first(where: fits)?.count
    }
    let isLeast: Bool
    if let count = word(Self.least, { text.starts(with: $0) }) {
      text.removeFirst(count)
      isLeast = true
    } else if let count = word(Self.most, { text.starts(with: $0) }) {
      text.removeFirst(count)
      isLeast = false
    } else if let count = word(Self.andMore, { text.ends(with: $0) }) {
      text.removeLast(count)
      isLeast = true
    } else if let count = word(Self.andLess, { text.ends(with: $0) }) {
      text.removeLast(count)
      isLeast = false
    } else {
      return nil
    }
    let reading = try known(text)
    guard case .known(let money) = reading.value else { throw Fault(.notAnAmount) }
    return AmountReading(
      value: isLeast ? .between(money, nil) : .between(nil, money),
      unitSource: reading.unitSource, currencySource: reading.currencySource)
  }

  private func range(_ text: Text) throws(Fault) -> AmountReading? {
    for place in text.indices.dropFirst() {
      let joint = text[place]
      guard TypedText.isDash(joint) || joint == "~" || joint == "至" || joint == "到",
        let high = try Part(text[(place + 1)...], after: nil),
        let low = try Part(text[..<place], after: high.scale)
      else { continue }
      let (first, last) = (try reading(low), try reading(high))
      guard case .known(let least) = first.value, case .known(let most) = last.value,
        least.currency == most.currency, least.minor <= most.minor
      else { throw Fault(.notAnAmount) }
      return AmountReading(
        value: .between(least, most), unitSource: last.unitSource,
        currencySource: last.currencySource)
    }
    return nil
  }

  // MARK: Digits

  /// The digits without what parts thousands; nil unless each part but the first has three digits.
  static func decimal(_ text: Text) -> String? {
    guard let first = text.first, TypedText.isDigit(first) else { return nil }
    let point = text.firstIndex(of: ".") ?? text.endIndex
    let fraction = text[point...].dropFirst()
    guard fraction.allSatisfy(TypedText.isDigit), point == text.endIndex || !fraction.isEmpty else {
      return nil
    }
    let groups = text[..<point].split(omittingEmptySubsequences: false) {
      $0 == "," || $0 == " "
    }
    guard groups.allSatisfy({ $0.allSatisfy(TypedText.isDigit) }),
      groups.count == 1
        || (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return String(groups.joined()) + (fraction.isEmpty ? "" : "." + String(fraction))
  }

  /// 1.2E+08, which has lost its last digits.
  static func isScientific(_ text: Text) -> Bool {
    guard let letter = text.firstIndex(of: "e"), letter > text.startIndex,
      decimal(text[..<letter]) != nil
    else { return false }
    let exponent = text[(letter + 1)...].drop { $0 == "+" || $0 == "-" }
    return !exponent.isEmpty && exponent.allSatisfy(TypedText.isDigit)
  }

  /// A decimal times a power of ten, exactly.
  private static func shifted(_ decimal: String, by shift: Int) -> String {
    guard shift > 0 else { return decimal }
    let parts = decimal.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    let padded = fraction + String(repeating: "0", count: max(0, shift - fraction.utf8.count))
    let rest = padded.dropFirst(shift)
    return parts[0] + padded.prefix(shift) + (rest.isEmpty ? "" : "." + rest)
  }
}

internal import Insight
internal import Pipeline
internal import Wording

// Figures as a spreadsheet counts with them: bare numbers, and nothing where there is nothing.

/// A share or a number of days, to four decimals and without needless ones.
func bare(_ figure: Double?) -> String {
  guard let figure else { return "" }
  let scaled = Int((figure * 10_000).rounded())
  let (whole, rest) = abs(scaled).quotientAndRemainder(dividingBy: 10_000)
  var decimals = String(10_000 + rest).dropFirst()
  while decimals.last == "0" { decimals.removeLast() }
  return (scaled < 0 ? "-" : "") + "\(whole)" + (decimals.isEmpty ? "" : "." + decimals)
}

/// A sum in the currency's own unit, exact: 1600000000 分 are 16000000.
func bare(_ minor: Int64, of currency: Currency) -> String {
  let digits = currency.minorDigits
  var text = String(minor.magnitude)
  if digits > 0 {
    text = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    var decimals = text.suffix(digits)
    text = String(text.dropLast(digits))
    while decimals.last == "0" { decimals.removeLast() }
    if !decimals.isEmpty { text += "." + decimals }
  }
  return (minor < 0 ? "-" : "") + text
}

extension Words {
  /// The columns that say what the figures of a row are of.
  var scopeHeadings: [String] {
    [say("截至", "as_of"), say("自", "from"), say("至", "to"), say("筛选", "filter")]
  }

  func scope(_ period: Period, asOf day: Day, _ filter: Filter?) -> [String] {
    [
      day.description, period.from?.description ?? "", period.to?.description ?? "",
      filter?.text ?? "",
    ]
  }

  var funnelSheetHeadings: [String] {
    say(
      "阶段 口径 到过 现存 推进 仍在 流出 比例 已决率 停留中位天 停留平均天 停留次数 在停中位天 在停最久天 在停数 进入次数 当期比率 金额已知 金额应有",
      "stage method count stock advanced still dropped rate decided_rate dwell_median dwell_mean dwell_count open_median open_max open_count entries periodic_ratio amounts_known amounts_of"
    ).split(separator: " ").map(String.init)
  }

  /// The heading of a column of sums in one currency: 金额（元）, amount_CNY.
  func sheetAmount(_ currency: Currency) -> String {
    say("金额（\(self.currency(currency))）", "amount_\(currency.code)")
  }
}

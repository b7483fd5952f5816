internal import Pipeline

/// What the currencies that bureaus meet are called, one table for writing and reading.
package enum CurrencyNames {
  package static let zh = [
    "CNY": "元", "USD": "美元", "HKD": "港元", "EUR": "欧元", "JPY": "日元", "GBP": "英镑",
    "KRW": "韩元", "TWD": "新台币", "SGD": "新加坡元", "AUD": "澳元", "CAD": "加元", "CHF": "瑞士法郎",
    "MOP": "澳门元",
  ]

  /// Other words for them, folded.
  static let synonyms = [
    "人民币": "CNY", "rmb": "CNY", "圆": "CNY", "yuan": "CNY", "¥": "CNY", "￥": "CNY", "港币": "HKD",
    "hk$": "HKD", "台币": "TWD", "nt$": "TWD", "新币": "SGD", "s$": "SGD", "日圆": "JPY", "美金": "USD",
    "us$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "￡": "GBP", "澳门币": "MOP",
  ]

  /// Every way to write a currency, folded, the longest first: 美元 is met before 元.
  static let spoken: [(name: [Unicode.Scalar], currency: Currency)] = {
    var names: [(String, String)] = zh.map { ($1, $0) }
    names += zh.keys.map { ($0.lowercased(), $0) }
    names += synonyms.map { ($0, $1) }
    return names.sorted { ($0.0.count, $0.0) > ($1.0.count, $1.0) }
      .compactMap { name, code in
        Currency(code: code).map { (Array(name.unicodeScalars), $0) }
      }
  }()
}

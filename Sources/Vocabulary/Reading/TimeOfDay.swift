internal import Pipeline

/// A time behind a date, which a business date leaves out, and the zone it was written in.
struct TimeOfDay {
  /// Minutes after midnight.
  let minutes: Int
  /// Minutes ahead of UTC; nil for the bureau's own clock.
  let zone: Int?

  /// The bureau's day of a time on a day.
  func day(on day: Day, zone bureau: Int) -> Day? {
    guard let zone else { return day }
    let shifted = minutes - zone + bureau
    let days = (shifted >= 0 ? shifted : shifted - 1439) / 1440
    let other = day.adding(days)
    return Day(year: other.civil.year, month: other.civil.month, day: other.civil.day)
  }

  /// Takes a time off the end of a text that begins with a date: 0:00, T16:30Z, 下午3点, 9:41 am.
  static func take(_ text: inout ArraySlice<Unicode.Scalar>) -> TimeOfDay? {
    for place in text.indices.dropFirst() {
      let scalar = text[place]
      let isMark =
        scalar == "t" && TypedText.isDigit(text[place - 1]) || scalar.properties.isWhitespace
      guard isMark || halves.contains(where: { text[place...].starts(with: $0.word) }) else {
        continue
      }
      let rest = DateGrammar.trimmed(isMark ? text[(place + 1)...] : text[place...])
      guard let time = TimeOfDay(rest, isCompact: scalar == "t") else { continue }
      text = DateGrammar.trimmed(text[..<place])
      return time
    }
    return nil
  }

  /// The words for the parts of a day, and the hours they add to those before noon.
  private static let halves: [(word: [Unicode.Scalar], hours: Int)] = [
    ("上午", 0), ("早上", 0), ("凌晨", 0), ("中午", 12), ("下午", 12), ("晚上", 12), ("am", 0), ("pm", 12),
  ].map { (Array($0.0.unicodeScalars), $0.1) }

  private init?(_ text: ArraySlice<Unicode.Scalar>, isCompact: Bool) {
    var text = text
    var zone: Int?
    if let last = text.last, last == "z" {
      zone = 0
      text.removeLast()
    } else if let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let digits = text[(sign + 1)...].filter { $0 != ":" }
      guard digits.count == 2 || digits.count == 4, digits.allSatisfy(TypedText.isDigit),
        let number = Int(String(digits))
      else { return nil }
      let minutes = digits.count == 2 ? number * 60 : number / 100 * 60 + number % 100
      guard minutes <= 14 * 60 else { return nil }
      zone = text[sign] == "+" ? minutes : -minutes
      text = DateGrammar.trimmed(text[..<sign])
    }
    var shift: Int?
    for half in Self.halves {
      if text.starts(with: half.word) {
        text = DateGrammar.trimmed(text.dropFirst(half.word.count))
      } else if text.ends(with: half.word) {
        text = DateGrammar.trimmed(text.dropLast(half.word.count))
      } else {
        continue
      }
      shift = half.hours
      break
    }
    if text.isEmpty, shift != nil {
      self.init(minutes: 0, zone: zone)
      return
    }
    guard let (hour, minute) = Self.clock(text, isCompact: isCompact || zone != nil) else {
      return nil
    }
    let hours = shift == nil ? hour : hour % 12 + (shift ?? 0)
    self.init(minutes: hours * 60 + minute, zone: zone)
  }

  private init(minutes: Int, zone: Int?) {
    self.minutes = minutes
    self.zone = zone
  }

  /// 16:30, 16:30:00.000, 3点, 15时30分, and 163000 behind a T.
  private static func clock(_ text: ArraySlice<Unicode.Scalar>, isCompact: Bool) -> (Int, Int)? {
    var parts = text.split(omittingEmptySubsequences: false) { ":点时分".unicodeScalars.contains($0) }
    if parts.count == 1 {
      guard isCompact, text.count == 4 || text.count == 6 else { return nil }
      parts = stride(from: 0, to: text.count, by: 2).map { text.dropFirst($0).prefix(2) }
    }
    // The last may be empty behind 点 and 分, and have 秒 or a fraction.
    if let last = parts.last, last.isEmpty { parts.removeLast() }
    if parts.count == 3 { parts[2] = parts[2].prefix { $0 != "." && $0 != "秒" } }
    let numbers = parts.compactMap { part in
      part.count <= 2 && part.allSatisfy(TypedText.isDigit) ? Int(String(part)) : nil
    }
    guard numbers.count == parts.count, (1...3).contains(numbers.count), numbers[0] < 24,
      numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    return (numbers[0], numbers.count > 1 ? numbers[1] : 0)
  }
}

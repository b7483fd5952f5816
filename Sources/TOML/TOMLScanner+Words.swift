extension TOMLScanner {
  /// Reads a value that has no quotation marks or brackets: a number, a moment, true or false.
  mutating func word() throws(TOMLError) -> TOMLValue {
    let start = position
    skipWord()
    if TOMLMoment.begins(bytes[start..<position]) {
      // The time may stand behind a blank instead of a T.
      if TOMLMoment.isDateAlone(bytes[start..<position]), byte() == UInt8(ascii: " "),
        byte(1) >= UInt8(ascii: "0"), byte(1) <= UInt8(ascii: "9")
      {
        position += 1
        skipWord()
      }
      let word = bytes[start..<position]
      guard let moment = TOMLMoment(word) else {
        throw error(.dateOrTime, at: start, found: String(decoding: word.prefix(60), as: UTF8.self))
      }
      return .moment(moment)
    }
    let word = bytes[start..<position]
    if word.elementsEqual("true".utf8) { return .boolean(true) }
    if word.elementsEqual("false".utf8) { return .boolean(false) }
    do {
      if let number = try TOMLNumber.value(of: word) { return number }
    } catch {
      throw self.error(.integerOf64Bits, at: start)
    }
    let isLikeNumber = word.first.map { $0 < UInt8(ascii: "A") } ?? false
    throw error(isLikeNumber ? .number : .value, at: start)
  }

  private mutating func skipWord() {
    while true {
      switch byte() {
      case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ":"): position += 1
      case let byte where TOMLScanner.isBare(byte): position += 1
      default: return
      }
    }
  }
}

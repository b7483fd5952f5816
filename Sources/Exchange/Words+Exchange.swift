internal import JSON
internal import Pipeline
package import Wording

extension Words {
  /// One sentence: the place in the file, what stands there, and what should.
  ///
  /// The caller puts the file's name before it.
  package func exchange(_ error: ExchangeError) -> String {
    let place = say(
      "第 \(error.line) 行第 \(error.column) 列", "line \(error.line), column \(error.column)")
    let path = error.path.description
    return (path.isEmpty ? place : path + say("（\(place)）", " (\(place))")) + say("：", ": ")
      + problem(error.problem)
  }

  private func problem(_ problem: ExchangeError.Problem) -> String {
    switch problem {
    case .notJSON(let reason): return notJSON(reason)
    case .unexpected(let value, let expected):
      let expected = self.expected(expected)
      return say("是 \(value)，应为\(expected)", "found \(value), expected \(expected)")
    case .missing(let expected):
      let expected = self.expected(expected)
      return say("缺少，应为\(expected)", "missing, expected \(expected)")
    case .duplicateKey(let key):
      return say(
        "项目 key “\(key)”重复，请改成不同的", "two projects have the key “\(key)”; give each its own")
    case .unknownProject(let key):
      return say("文件中没有 key 为“\(key)”的项目", "no project of the file has the key “\(key)”")
    case .endsBeforeStart(let on, let end):
      return say("结束日期 \(end) 早于开始日期 \(on)", "the end \(end) is before the beginning \(on)")
    case .refused(let refusal): return self.refusal(refusal, pipeline: Pipeline())
    }
  }

  private func expected(_ expected: ExchangeError.Expectation) -> String {
    switch expected {
    case .object: say("对象 {…}", "an object {…}")
    case .list: say("列表 […]", "a list […]")
    case .text: say("文字", "a text")
    case .name: say("非空文字", "a text that is not empty")
    case .format(let name): say("格式名“\(name)”", "the format “\(name)”")
    case .version(let version): say("版本 \(version)", "version \(version)")
    case .date:
      say(
        "日期：2023-07-19、2023-07、2023-07-01..2023-09-04 或 unknown",
        "a date: 2023-07-19, 2023-07, 2023-07-01..2023-09-04 or unknown")
    case .day: say("某一天，如 2023-07-19", "a day such as 2023-07-19")
    case .amount:
      say(
        "金额：含 value、unit、currency 的对象，或 undisclosed",
        "an amount: an object of value, unit and currency, or undisclosed")
    case .decimal:
      say("金额数字，如 1.6，且不超出范围", "a plain decimal such as 1.6 that is not out of range")
    case .wholeNumber(let range):
      say(
        "\(range.lowerBound) 到 \(range.upperBound) 的整数",
        "a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .word(let words):
      say(
        "下列之一：" + words.joined(separator: "、"), "one of " + words.joined(separator: ", "))
    }
  }

  private func notJSON(_ reason: JSONError.Reason) -> String {
    switch reason {
    case .unexpectedEnd: say("JSON 到此中断，文件可能不完整", "the JSON ends here; the file may be cut off")
    case .unexpectedByte, .unexpectedValue: say("此处不是合法的 JSON", "this is not JSON")
    case .badNumber, .numberOutOfRange: say("数字写法不合法", "the number is not written as JSON wants it")
    case .badEscape, .loneSurrogate: say("转义写法不合法", "the escape is not one of JSON")
    case .badUTF8: say("不是 UTF-8 编码，请另存为 UTF-8", "not UTF-8; save the file as UTF-8")
    case .controlInString: say("文字中有未转义的控制字符", "a raw control character in a text")
    case .duplicateKey(let key): say("成员“\(key)”重复", "the member “\(key)” is there twice")
    case .trailingBytes: say("JSON 之后还有多余内容", "something follows the JSON")
    case .tooDeep(let limit): say("嵌套超过 \(limit) 层", "nested deeper than \(limit)")
    case .tooLarge(let limit):
      say("文件超过 \(limit >> 20) MiB", "the file is larger than \(limit >> 20) MiB")
    }
  }
}

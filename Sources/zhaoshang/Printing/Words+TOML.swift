internal import TOML
internal import Wording

extension Words {
  /// What TOML would have at a place, as the end of a sentence.
  func toml(_ expectation: TOMLError.Expectation) -> String {
    switch expectation {
    case .value: say("此处应为值", "a value should stand here")
    case .key:
      say(
        "此处应为键名，中文要加引号",
        "a key should stand here, in quotation marks if it is not of A-Z a-z 0-9 - _")
    case .equals: say("键名之后应为 =", "= should follow the key")
    case .lineEnd: say("此行应到此为止", "nothing more should stand on the line")
    case .closing(let sign): say("没有与之成对的 \(sign)", "\(sign) is missing")
    case .comma(let closing):
      say("此处应为逗号或 \(closing)", "a comma or \(closing) should stand here")
    case .newKey(let first): say("第 \(first.line) 行已有", "it was given in line \(first.line)")
    case .openTable(let first):
      say(
        "第 \(first.line) 行已写定，不能再添加",
        "what line \(first.line) has given cannot be added to")
    case .escape:
      say("没有这种转义，反斜杠要写作 \\\\", "there is no such escape; a backslash is written \\\\")
    case .scalarValue: say("没有这个字符", "there is no such character")
    case .noControl: say("控制字符要写作转义", "a control character is written as an escape")
    case .number: say("应为数", "it should be a number")
    case .integerOf64Bits:
      say("应为 64 位以内的整数", "it should be a whole number of 64 bits at most")
    case .dateOrTime: say("没有这个日期或时刻", "there is no such date or time")
    case .depth(let limit): say("嵌套超过 \(limit) 层", "it is nested deeper than \(limit)")
    }
  }
}

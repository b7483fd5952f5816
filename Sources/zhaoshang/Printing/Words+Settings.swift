internal import Canvas
internal import Settings
internal import TOML
internal import Wording

// What is wrong in a file of settings, or bad about a theme.
extension Words {
  /// One sentence: the place, what stands there, what should.
  func settings(_ problem: SettingsProblem) -> String {
    let place =
      problem.place.map { "\(problem.file):\($0.line):\($0.column)" } ?? problem.file
    // Of a key that is not known, the key is what is wrong, whatever its value.
    if problem.expected == .knownKey, !problem.key.isEmpty {
      return "\(place): " + say("没有「\(problem.key)」这个键", "“\(problem.key)” is no key")
    }
    let subject = [place, problem.key].filter { !$0.isEmpty }.joined(separator: ": ")
    // Enough to find it by; a file may hold a value of any length.
    let value = problem.value.count > 80 ? problem.value.prefix(80) + "…" : problem.value
    let found = value.isEmpty ? "" : say("“\(value)”", "“\(value)”")
    return subject + ": " + found + expected(problem.expected)
  }

  private func expected(_ expectation: SettingsProblem.Expectation) -> String {
    switch expectation {
    case .colour: say("不是颜色", " is not a colour")
    case .attributes: say("不是属性（bold dim italic underline reverse none）", " is no attribute")
    case .knownKey: say("没有这个键", " is no key")
    case .glyph: say("应为占一列的一个字符", " should be one character of one column")
    case .text: say("应为文字", " should be a text")
    case .name(let limit):
      say("应为一行，不超过 \(limit) 个字", " should be one line of at most \(limit) characters")
    case .texts: say("应为文字，或方括号里的几个文字", " should be a text, or texts in brackets")
    case .action: say("没有这个动作（见 zhaoshang keys）", " is no action (see zhaoshang keys)")
    case .keyName: say("没有这个键", " is no key")
    case .unreservedKey:
      say("由终端、tmux 或 screen 使用，不能绑定", " belongs to the terminal, tmux or screen")
    case .freeKey(let action): say("已是 \(action) 的键", " is the key of \(action) already")
    case .someKey: say("至少要有一个键", "needs a key at least")
    case .filter: say("不是能读懂的筛选", " is no filter that can be read")
    case .viewName:
      say(
        "不能作视图名：不要空格、引号、点、括号、= # \\",
        " is no name for a view: no blanks, quotes, dots, brackets, = # \\")
    case .boolean: say("应为 true 或 false", " should be true or false")
    case .wholeNumber(let range):
      say(
        "应为 \(range.lowerBound) 到 \(range.upperBound) 的整数",
        " should be a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .oneOf(let words):
      say("应为其中之一：", " should be one of: ") + words.joined(separator: " ")
    case .theme: say("没有这个主题", " is no theme there is")
    case .inheritance: say("主题继承成环或过深", " inherits from itself, or too deeply")
    case .readableFile(let errno): say("读不了：", "cannot be read: ") + system(errno)
    case .size(let limit): say("超过 \(limit) 字节", "is larger than \(limit) bytes")
    case .depth(let limit): say("嵌套超过 \(limit) 层", "is nested deeper than \(limit)")
    case .utf8: say("不是没有 U+0000 的 UTF-8", "is not UTF-8 without U+0000")
    case .toml(let expectation): say("不是 TOML：", " is not TOML: ") + toml(expectation)
    }
  }

  /// One sentence for what a theme does badly.
  func finding(_ finding: ThemeCheck.Finding) -> String {
    switch finding {
    case .lowContrast(let role, let depth, let tenths, let least):
      let (found, wanted) = ("\(tenths / 10).\(tenths % 10)", "\(least / 10).\(least % 10)")
      return say(
        "\(role.themeKey) 在 \(depth) 下对比度 \(found)，应不低于 \(wanted)",
        "\(role.themeKey) has a contrast of \(found) at \(depth); \(wanted) is the least")
    case .stagesAlike(let one, let other, let depth):
      return say(
        "\(one.themeKey) 与 \(other.themeKey) 在 \(depth) 下分不开",
        "\(one.themeKey) and \(other.themeKey) look alike at \(depth)")
    case .partsAlike(let one, let other, let depth):
      return say(
        "\(one.themeKey) 与 \(other.themeKey) 在 \(depth) 下分不开，也没有记号",
        "\(one.themeKey) and \(other.themeKey) look alike at \(depth), and have no sign")
    case .statesAlike(let one, let other):
      return say(
        "没有颜色时 \(one.themeKey) 与 \(other.themeKey) 分不开",
        "\(one.themeKey) and \(other.themeKey) look alike without colour")
    }
  }
}

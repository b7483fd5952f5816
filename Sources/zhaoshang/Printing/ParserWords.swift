internal import Wording

/// What the argument parser says, in the person's language: it knows only English.
enum ParserWords {
  /// A mistake, or a page of help.
  ///
  /// - Parameter arguments: As they were given, to tell a wrong subcommand and a value that looks like an
  ///   option.
  static func said(_ text: String, of arguments: [String], in words: Words) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let usage = lines.first { $0.hasPrefix("Usage: ") }
    return lines.map { line in
      guard line.hasPrefix("Error: ") else {
        return words.language == .zh ? chinese(line) : line
      }
      let mistake = String(line.dropFirst(7))
      return mistakes(mistake, usage ?? "", arguments, words)
        ?? "zhaoshang: " + mistake
    }.joined(separator: "\n")
  }

  private static func mistakes(
    _ text: String, _ usage: String, _ arguments: [String], _ words: Words
  ) -> String? {
    let quoted = text.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
    guard quoted.count >= 3 else { return nil }
    let first = quoted[1]
    func say(_ zh: String, _ en: String) -> String { "zhaoshang: " + words.say(zh, en) }
    if text.hasPrefix("Unknown option ") {
      let other = quoted.count > 4 ? quoted[3] : nil
      return say("没有选项 \(first)", "there is no option \(first)")
        + (other.map { words.say("，是不是 \($0)？", "; did you mean \($0)?") } ?? "")
    }
    if text.hasPrefix("Missing value for ") {
      let option = first.split(separator: " ").first.map(String.init) ?? first
      let place = arguments.firstIndex(of: option).map { $0 + 1 }
      if let place, place < arguments.count, arguments[place].hasPrefix("-") {
        let value = arguments[place]
        return say(
          "\(option) 缺少值；「\(value)」以 - 开头，会当成选项，要作为值请写成 \(option)=\(value)",
          "\(option) lacks a value; '\(value)' begins with a dash: write \(option)=\(value)")
      }
      return say("\(first) 缺少值", "\(first) lacks a value")
    }
    if text.hasPrefix("Missing expected argument ") {
      return say("缺少 \(first)", "\(first) is missing")
    }
    if text.hasPrefix("The value "), quoted.count >= 5 {
      return say("\(quoted[3]) 不能是「\(first)」", "\(quoted[3]) cannot be '\(first)'")
    }
    if text.hasPrefix("Unexpected argument ") || text.contains(" unexpected arguments: ") {
      let called = usage.dropFirst("Usage: zhaoshang ".count).prefix { $0 != "[" && $0 != "<" }
        .split(separator: " ").map(String.init)
      // A group of subcommands has one that is meant when none is named.
      let depth = called.count - 1
      if depth >= 0, depth < arguments.count, arguments[depth] == first, called[depth] != first {
        let group = called[..<depth].joined(separator: " ")
        let help = (["zhaoshang"] + called[..<depth] + ["--help"]).joined(separator: " ")
        return say(
          (group.isEmpty ? "" : group + " ") + "没有子命令「\(first)」，\(help) 列出全部",
          (group.isEmpty ? "" : group + ": ")
            + "there is no subcommand '\(first)'; \(help) lists them")
      }
      let all = quoted.indices.filter { $0 % 2 == 1 }.map { quoted[$0] }
      return say(
        "多出了 \(all.map { "「\($0)」" }.joined())", "too much: \(all.joined(separator: ", "))")
    }
    return nil
  }

  private static let headings = [
    "OVERVIEW: ": "", "USAGE: ": "用法：", "ARGUMENTS:": "参数：", "OPTIONS:": "选项：",
    "SUBCOMMANDS:": "子命令：",
    "Usage: ": "用法：", "Help:  ": "说明：",
  ]

  private static func chinese(_ line: String) -> String {
    for (english, chinese) in headings where line.hasPrefix(english) {
      return chinese + line.dropFirst(english.count)
    }
    if line.hasSuffix(" SUBCOMMANDS:") { return String(line.dropLast(13)) + "：" }
    if line.hasPrefix("  See '"), let end = line.lastIndex(of: "'") {
      return "  详见 " + line[line.index(line.startIndex, offsetBy: 7)..<end]
    }
    return line.replacing("Show help information.", with: "显示帮助")
      .replacing("Show the version.", with: "显示版本")
      .replacing("(default: ", with: "(默认：")
      .replacing("(default)", with: "(默认)")
  }
}

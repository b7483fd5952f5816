internal import SafeText
package import Wording

extension Digest {
  package func title(in words: Words) -> String { words.digestTitle(of: person, on: day, count) }

  /// The digest as plain text: a title, and a list a section.
  package func text(in words: Words) -> String {
    var paragraphs = [title(in: words)]
    for section in sections {
      paragraphs.append(
        ("\(section.title) \(section.lines.count)" + section.lines.map { "\n- " + $0 }.joined()))
    }
    return SafeText(paragraphs.joined(separator: "\n\n")).string + "\n"
  }

  /// The digest in the part of Markdown that the robots of group chats read.
  ///
  /// - Parameter limit: How many bytes the robot takes; what does not fit is counted.
  func markdown(in words: Words, limit: Int, hasTitle: Bool) -> String {
    var text = hasTitle ? "### " + Self.plain(title(in: words)) : ""
    var left = 0
    for section in sections {
      let heading = "\n\n**\(Self.plain(section.title)) \(section.lines.count)**\n"
      let first = "\n- " + Self.plain(section.lines.first ?? "")
      // No heading without anything under it.
      if text.utf8.count + heading.utf8.count + first.utf8.count > limit - 100 {
        left += section.lines.count
        continue
      }
      text += heading
      for line in section.lines {
        let item = "\n- " + Self.plain(line)
        if text.utf8.count + item.utf8.count > limit - 100 { left += 1 } else { text += item }
      }
    }
    if left > 0 { text += "\n\n" + words.say("另有 \(left) 项", "and \(left) more") }
    return text
  }

  /// A text that a robot shows as it is: no link, no mention, no heading of its own.
  private static func plain(_ text: String) -> String {
    var plain = ""
    for scalar in SafeText(text, keepingLines: false).string.unicodeScalars {
      switch scalar {
      case "<": plain += "＜"
      case ">": plain += "＞"
      case "[": plain += "［"
      case "]": plain += "］"
      case "@": plain += "＠"
      case "*": plain += "＊"
      case "`": plain += "'"
      case "_": plain += "＿"
      case "#" where plain.isEmpty: plain += "＃"
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }
}

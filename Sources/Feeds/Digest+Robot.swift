package import JSON
internal import Pipeline
package import Wording

/// Whose group robots are written to.
package enum Robot: String, CaseIterable, Hashable, Sendable { case wecom, dingtalk, feishu }

extension Digest {
  /// The message that a group robot takes as the body of a POST.
  ///
  /// Shapes: WeCom, 群机器人配置说明, `markdown`, at most 4,096 bytes; DingTalk, 自定义机器人, `markdown`, at
  /// most 20,000 bytes; Feishu, 自定义机器人使用指南, an `interactive` card with a `markdown` element, at most
  /// 20 kB.
  package func message(for robot: Robot, in words: Words) -> JSONValue {
    switch robot {
    case .wecom:
      [
        "msgtype": "markdown",
        "markdown": ["content": .string(markdown(in: words, limit: 4096, hasTitle: true))],
      ]
    case .dingtalk:
      [
        "msgtype": "markdown",
        "markdown": [
          "title": .string(title(in: words)),
          "text": .string(markdown(in: words, limit: 19_000, hasTitle: true)),
        ],
      ]
    case .feishu:
      [
        "msg_type": "interactive",
        "card": [
          "header": ["title": ["tag": "plain_text", "content": .string(title(in: words))]],
          "elements": [
            [
              "tag": "markdown",
              "content": .string(markdown(in: words, limit: 19_000, hasTitle: false)),
            ]
          ],
        ],
      ]
    }
  }

  /// The digest for programs.
  package func json(in words: Words) -> JSONValue {
    [
      "person": person.map(JSONValue.string) ?? .null, "day": .string(day.description),
      "title": .string(title(in: words)), "count": .integer(count),
      "items": .array(
        sections.flatMap { section in
          zip(section.duties, section.lines).map { duty, line in
            [
              "kind": .string(duty.kind.rawValue),
              "project": duty.project.map { .integer($0.number) } ?? .null,
              "number": .integer(duty.number),
              "text": .string(duty.text),
              "due": duty.due.map { .string($0.description) } ?? .null,
              "days": .integer(duty.days), "section": .string(section.title),
              "line": .string(line),
            ]
          }
        }),
    ]
  }
}

/// What people are told of by `remind`, and by which way: `[remind]`.
package struct ReminderSettings: Equatable, Sendable {
  /// What a digest is written as.
  package enum Format: String, CaseIterable, Equatable, Sendable {
    case text, mail, wecom, dingtalk, feishu, json
  }

  /// How many days ahead something is named.
  package var days = 3
  /// From how many days on a hand-over is named that waits for an answer.
  package var handOverDays = 1
  /// What is named, in the words of ``allKinds``.
  package var kinds = ReminderSettings.allKinds
  package var format = Format.text
  /// The sender of mail.
  package var from: String?
  /// The program that takes a message on its standard input, and its arguments; none prints only.
  package var command: [String] = []
  /// Mail addresses by the names that projects have for people and units.
  package var addresses: [String: String] = [:]

  package static let allKinds = ["step", "review", "request", "hand-over", "stale"]
}

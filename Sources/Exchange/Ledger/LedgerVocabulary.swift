internal import Pipeline
internal import Vocabulary
internal import Wording

/// What the cells of a table mean that say one of a few words, each looked up once.
///
/// A hundred thousand rows say the same six stages.
final class LedgerVocabulary {
  let stages = SpokenWords<Stage>()
  /// 在谈 is a word for several statuses; of one project in a table it says that it goes on.
  let statuses = SpokenWords<Status.Kind>(["在谈": .ongoing, "open": .ongoing])
  let kinds = SpokenWords<ProjectKind>()
}

/// The words of one closed set, remembered as they were written.
final class SpokenWords<Known: Named> {
  private var words: [String: Known]

  /// - Parameter words: What only tables say.
  init(_ words: [String: Known] = [:]) { self.words = words }

  /// More ways to write a word than a table made by people has.
  private static var limit: Int { 256 }

  /// What a text names; nil when it names nothing.
  func known(_ text: String) -> Known? {
    if let known = words[text] { return known }
    guard let known = Known(spoken: text) else { return nil }
    if words.count < Self.limit { words[text] = known }
    return known
  }
}

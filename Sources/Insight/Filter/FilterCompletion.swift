package import Pipeline
internal import Vocabulary

/// What may stand where a filter is being typed: the beginnings of conditions, or a field's values.
package struct FilterCompletion: Hashable, Sendable {
  /// The part of the text that a choice takes the place of, in scalars.
  package let range: Range<Int>
  /// The best first; each as it would stand in the text.
  package let choices: [String]

  /// Which words a person is offered; both are understood.
  package enum Tongue: Hashable, Sendable { case chinese, english }

  /// The choices for the word before a place in a text; nil when there are none.
  ///
  /// A choice fits by its text, by pinyin and by initials. Values are the pipeline's own, those used
  /// most before the others; one of them is put in quotation marks, so that it is the whole name.
  ///
  /// - Parameter place: In scalars from the start.
  /// - Complexity: O(projects) for a field's values, O(1) otherwise.
  package init?(of text: String, at place: Int, in pipeline: Pipeline, tongue: Tongue) {
    let token = FilterToken.words(of: text).last { token in
      token.position <= place && token.end >= place
    }
    var letters = (token?.letters.filter { $0.position < place } ?? [])[...]
    // What is left out is named as what is asked for.
    if letters.first?.sign == 0x2D { letters.removeFirst() }
    let split = letters.firstIndex { letter in
      letter.sign.map { ":=".unicodeScalars.map(\.value).contains($0) } ?? false
    }
    guard let split, split > letters.startIndex else {
      // A comparison has no values to offer.
      guard !letters.contains(where: { $0.sign == 0x3C || $0.sign == 0x3E }) else { return nil }
      let typed = letters.text
      let start = letters.first?.position ?? place
      let keys = FilterCompletion.keys(tongue)
      let choices = TextQuery.fitting(typed, among: keys)
      guard !choices.isEmpty else { return nil }
      range = start..<place
      self.choices = choices
      return
    }
    guard case .one(let key) = FilterKey.typed(letters[..<split].text) else { return nil }
    let value = letters[(split + 1)...]
    let comma = value.lastIndex { letter in
      letter.sign.map { FilterToken.isBetweenAlternatives($0) } ?? false
    }
    let part = comma.map { value[($0 + 1)...] } ?? value
    let taken = Set(
      value.prefix(upTo: part.startIndex).split { letter in
        letter.sign.map { FilterToken.isBetweenAlternatives($0) } ?? false
      }.map(\.text))
    let (names, words) = FilterCompletion.values(of: key, in: pipeline, tongue)
    let open = Set(names)
    let choices = TextQuery.fitting(part.text, among: words.leading + names + words.trailing)
      .filter { !taken.contains($0) }
      .map { open.contains($0) ? FilterCompletion.quoted($0) : $0 }
    guard !choices.isEmpty else { return nil }
    let separator = comma.map { value[$0].position } ?? letters[split].position
    range = (separator + 1)..<place
    self.choices = choices
  }

  /// The keys with what follows them.
  static func keys(_ tongue: Tongue) -> [String] {
    FilterKey.offered.map { key in
      (tongue == .chinese ? key.term.zh : key.code) + key.usualSign
    }
  }

  /// The names in use, and the words of a closed set that may stand before and behind them.
  private static func values(
    of key: FilterKey, in pipeline: Pipeline, _ tongue: Tongue
  ) -> (names: [String], words: (leading: [String], trailing: [String])) {
    func say(_ word: some Named) -> String { tongue == .chinese ? word.term.zh : word.code }
    func closed(_ words: [String]) -> (
      names: [String], words: (leading: [String], trailing: [String])
    ) { ([], (words, [])) }
    let presence = [say(FilterWord.anything), say(FilterWord.nothing)]
    switch key {
    case .stage: return closed(Stage.allCases.map(say))
    case .status:
      return closed(
        Status.Kind.allCases.map(say)
          + [.negotiating, .open, .closed, .all].map { (group: StatusGroup) in say(group) })
    case .stale, .overdue: return closed([say(FilterWord.yes), say(FilterWord.no)])
    case .number, .days, .idle: return closed([])
    case .due, .entered: return closed(presence)
    case .field(let field):
      switch field.form {
      case .kind: return closed(ProjectKind.allCases.map(say))
      case .amount: return closed([say(FilterWord.undisclosed)] + presence)
      case .date, .next, .note, .json: return closed(presence)
      case .name, .line, .list:
        return (
          KnownValues(pipeline).ranked(field),
          (field == .owner ? [say(FilterWord.me)] : [], [say(FilterWord.nothing)])
        )
      }
    }
  }

  private static func quoted(_ value: String) -> String {
    "\"" + value.filter { $0 != "\"" } + "\""
  }
}

extension FilterKey {
  /// What is nearly always asked of it.
  fileprivate var usualSign: String {
    switch self {
    case .days, .idle: ">"
    case .due: "<"
    case .field(let field): field.form == .amount ? ">" : ":"
    case .number, .stage, .status, .entered, .stale, .overdue: ":"
    }
  }
}

extension FilterToken {
  /// The place after its last letter.
  fileprivate var end: Int { (letters.last?.position ?? position) + 1 }

  static func isBetweenAlternatives(_ sign: UInt32) -> Bool {
    sign == 0x2C || sign == 0x3001
  }
}

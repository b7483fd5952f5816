internal import Insight
internal import Pipeline
internal import Vocabulary

/// Where the words behind a command go in the form that it fills in: `:next 送图 +3d`.
struct SpokenLines: Hashable {
  /// The line of a date, which is the last word or the first.
  var date: Form.Key?
  /// Lines of a word each.
  var words: [Form.Key] = []
  /// The line of all that is left.
  var rest: Form.Key?
  /// Lines that have to be said: what stands in them is a guess, so the form opens where it was not.
  var needed: Set<Form.Key> = []
  /// Whether a date is one only before what is left, where the last word may well be a day to come.
  var hasDateFirst = false
}

extension Action {
  /// Whether its command takes the words of its form.
  var takesWords: Bool {
    switch self {
    case .newProject, .logActivity, .finishStep, .nextStep, .note, .milestone, .hold, .lose,
      .withdraw, .archive, .reopen, .assign, .tag, .handOver, .merge:
      true
    default: false
    }
  }

  /// Whether a text is the beginning of its title, as in `next step`, rather than a command with words.
  func isTitled(_ text: String) -> Bool {
    let text = text.lowercased()
    return ActionTable.row(self).map { row in
      [row.zh, row.en].contains { $0.lowercased().hasPrefix(text) }
    } ?? false
  }

  /// Where the words go in a form of its; nil when it takes none.
  func spokenLines(of form: Form) -> SpokenLines? {
    switch self {
    case .newProject: SpokenLines(words: [.field(.name)], rest: .field(.investors))
    case .logActivity:
      SpokenLines(
        date: .on, words: [.activityKind], rest: .outcomeText, needed: [.activityKind],
        hasDateFirst: true)
    case .finishStep:
      SpokenLines(
        date: .on, words: [.activityKind], rest: .outcomeText, needed: [.activityKind],
        hasDateFirst: true)
    case .nextStep: SpokenLines(date: .due, rest: .field(.next))
    case .note: SpokenLines(rest: .note)
    case .milestone: SpokenLines(date: .on, words: [.milestoneKind], rest: .note)
    case .hold: SpokenLines(date: .review, rest: .reason, needed: [.review])
    case .lose: SpokenLines(words: [.lossReason], rest: .note)
    case .withdraw, .archive, .reopen: SpokenLines(rest: .reason)
    case .assign: SpokenLines(rest: .field(.owner))
    case .tag: SpokenLines(rest: form[.addTags] == nil ? .field(.tags) : .addTags)
    case .handOver:
      form[.line(.to)] == nil
        ? SpokenLines(words: [.line(.answer)], rest: .note)
        : SpokenLines(words: [.line(.to)], rest: .reason)
    case .merge: SpokenLines(rest: .line(.same))
    default: nil
    }
  }
}

extension Form {
  /// What was typed behind a command, by the lines it goes to.
  func lines(of typed: String, for action: Action, today: Day) -> [(key: Key, text: String)] {
    guard let spoken = action.spokenLines(of: self) else { return [] }
    if action == .tag { return tagLines(of: typed) }
    var words = TypedArguments(typed).words[...]
    var lines: [(key: Key, text: String)] = []
    var date: [(key: Key, text: String)] = []
    func takeDate(_ key: Key) {
      guard date.isEmpty else { return }
      if !spoken.hasDateFirst, let last = words.last, isDate(last.text, key, today) {
        date = [(key, words.removeLast().text)]
      } else if let first = words.first, isDate(first.text, key, today) {
        date = [(key, words.removeFirst().text)]
      }
    }
    if let key = spoken.date { takeDate(key) }
    for key in spoken.words {
      guard let word = words.first?.text else { break }
      let value = chosen(word, for: key, today: today)
      // A word that is none of a closed list that has to be said is the beginning of what is left.
      if spoken.needed.contains(key), !isRead(value, key, today) { break }
      words.removeFirst()
      lines.append((key, value))
    }
    // A date may also stand behind the first words: 电话 昨天 谈了用地.
    if let key = spoken.date, !spoken.words.isEmpty { takeDate(key) }
    if let key = spoken.rest, let first = words.first, let last = words.last {
      let text =
        words.count == 1
        ? first.text : String(typed[first.range.lowerBound..<last.range.upperBound])
      lines.append((key, chosen(text, for: key, today: today)))
      // Another step is not due when the one before was.
      if action == .nextStep, date.isEmpty { date = [(.due, "")] }
    }
    return lines + date
  }

  /// Puts what was typed behind a command into its lines.
  mutating func fill(_ typed: String, for action: Action, today: Day) {
    begin(with: action)
    for line in lines(of: typed, for: action, today: today) {
      self[line.key]?.editor.set(line.text)
    }
  }

  /// A command does not mean the column that the cursor happens to stand in.
  mutating func begin(with action: Action) {
    if action == .newProject, let first = self[.stage]?.choices.first {
      self[.stage]?.editor.set(first)
    }
  }

  /// The line that was not said and stands for a guess, or was said and is known to nobody; nil when
  /// all is said that has to be.
  func unsaid(_ typed: String, for action: Action, today: Day) -> Key? {
    let said = lines(of: typed, for: action, today: today)
    if action == .handOver, let unit = said.first(where: { $0.key == .line(.to) }),
      let known = self[.line(.to)]?.choices, !known.contains(unit.text)
    {
      return .line(.to)
    }
    let needed = action.spokenLines(of: self)?.needed ?? []
    return entries.map(\.key).first { key in
      needed.contains(key) && !said.contains { $0.key == key }
    }
  }

  func isDate(_ word: String, _ key: Key, _ today: Day) -> Bool {
    let context = DateContext(today: today, tense: key.tense)
    return (try? DateReading(word, in: context))?.date?.settled != nil
  }

  /// What a word stands for in a line of a closed list, where it may be pinyin; else itself.
  func chosen(_ word: String, for key: Key, today: Day) -> String {
    guard let entry = self[key] else { return word }
    if key == .line(.same), RegisterLine.project(in: word) == nil {
      return TextQuery.fitting(word, among: entry.choices).first ?? word
    }
    guard isClosed(entry) else { return word }
    if isRead(word, key, today) { return word }
    return TextQuery.fitting(word, among: entry.choices).first ?? word
  }

  /// Whether a line takes a word as it stands.
  private func isRead(_ word: String, _ key: Key, _ today: Day) -> Bool {
    var scratch = self
    scratch[key]?.editor.set(word)
    return scratch[key].map { scratch.fault(of: $0, today: today) == nil } ?? false
  }

  /// 重点 or +重点 adds a tag, -重点 takes it off.
  private func tagLines(of typed: String) -> [(key: Key, text: String)] {
    var (added, removed): ([String], [String]) = ([], [])
    for word in TypedArguments(typed).words.map(\.text) where !word.isEmpty {
      let names = NameList.parts(of: String(word.drop { "+-＋－#".contains($0) }), .words)
      if "-－".contains(word.prefix(1)) {
        removed += names
      } else {
        added += names
      }
    }
    if self[.addTags] != nil {
      return [
        (.addTags, added.joined(separator: "、")), (.removeTags, removed.joined(separator: "、")),
      ].filter { !$0.1.isEmpty }
    }
    let before = NameList.parts(of: text(.field(.tags)), .words)
    let kept = before.filter { !removed.contains($0) }
    let tags = kept + added.filter { !kept.contains($0) }
    return [(.field(.tags), tags.joined(separator: "、"))]
  }
}

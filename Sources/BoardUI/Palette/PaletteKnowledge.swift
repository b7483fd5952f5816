internal import Insight
internal import Pipeline
internal import Vocabulary
internal import Wording

/// What was worked out for the text of a palette, so that drawing and keys need not do it again.
struct PaletteKnowledge: Hashable, Sendable {
  var text = ""
  var version: SequenceNumber?
  /// The command word that the values were looked up for.
  var verb = ""
  /// The form that the command fills in.
  var form: Form?
  /// The values of a command with one.
  var values: [String] = []
  /// The cards that what is typed finds.
  var cards: [ProjectID] = []

  static let mostCards = 8
}

extension Palette {
  /// What is typed, without the colon that some put before it; a blank of full width is one.
  var query: String {
    String(editor.text.map { $0 == "　" ? " " : $0 }.drop { $0 == ":" || $0 == "：" || $0 == " " })
  }

  /// The command word and what stands behind it; nil before a blank is typed.
  var typedCommand: (verb: String, rest: String)? {
    let query = query
    guard let blank = query.firstIndex(where: { $0 == " " }) else { return nil }
    return (query[..<blank].lowercased(), String(query[blank...].drop { $0 == " " }))
  }
}

extension UIState {
  /// Keeps what is known of the palette's text up with it, and its row among its lines.
  mutating func settlePalette() {
    guard case .palette(var palette) = overlay else { return }
    let query = palette.query
    if palette.known.text != query || palette.known.version != pipeline.version {
      let verb = palette.typedCommand?.verb ?? ""
      if palette.known.verb != verb || palette.known.version != pipeline.version {
        let action = commandAction(verb)
        palette.known.form = action.flatMap { $0.takesWords ? blankForm(for: $0) : nil }
        palette.known.values = palette.known.form == nil ? values(behind: verb, action) : []
      }
      palette.known.verb = verb
      palette.known.text = query
      palette.known.version = pipeline.version
      palette.known.cards = cards(foundBy: query)
    }
    palette.row = min(palette.row, max(0, paletteRows(palette).count - 1))
    overlay = .palette(palette)
  }

  func commandAction(_ verb: String) -> Action? {
    verb.isEmpty ? nil : ActionTable.rows.first { $0.commands.contains(verb) }?.action
  }

  /// What may stand behind a command that takes one value.
  private func values(behind verb: String, _ action: Action?) -> [String] {
    switch action {
    case .carry: return Stage.allCases.map(words.stage)
    case .mine: return [words.everybody, actor.name] + known(.owner).filter { $0 != actor.name }
    case .theme: return themes
    case .language: return ["中文", "English"]
    case .mouse: return words.language == .zh ? ["开", "关"] : ["on", "off"]
    case .sort: return ProjectColumn.allCases.map(words.heading)
    case .showReports: return ReportQuestion.Kind.allCases.map(words.reportTab)
    case nil: break
    default: return []
    }
    switch verb {
    case "stage", "阶段": return Stage.allCases.map(words.stage)
    case "view", "视图": return savedViews.map(\.name) + Screen.allCases.map(words.screen)
    case "forget", "忘记", "删视图": return savedViews.map(\.name)
    case "asof", "截至": return words.pastDates(at: today)
    default: return []
    }
  }

  /// The cards that a text finds as `/` does, those that it finds by name first.
  ///
  /// - Complexity: O(projects).
  private func cards(foundBy text: String) -> [ProjectID] {
    let isPlain = text.unicodeScalars.allSatisfy { !":=<>\"-".unicodeScalars.contains($0) }
    guard isPlain, let query = TextQuery(text), CommandLine(text, today: today) == nil else {
      return []
    }
    var filter = Filter.parse(text, me: actor.name, in: pipeline).filter.scoped(.everything)
    filter.thresholds = thresholds
    let found = pipeline.ids(passing: filter, at: moment)
    let most = PaletteKnowledge.mostCards
    let named = found.lazy.filter { query.matches(self.pipeline[$0]?.name ?? "") }.prefix(most)
    let first = Array(named)
    return first + found.filter { !first.contains($0) }.prefix(most - first.count)
  }
}

extension Words {
  /// Days to come as they are typed, those that the reader knows.
  func dueDates(at today: Day) -> [String] {
    spokenDates(
      say(
        ["明天", "后天", "周五", "下周一", "下周五", "本月底", "下月底", "今天", "+3d", "+7d", "+30d"],
        ["tomorrow", "today", "+2d", "+3d", "+1w", "+2w", "+30d"]), .due, today)
  }

  /// Days that are over.
  func pastDates(at today: Day) -> [String] {
    spokenDates(
      say(["昨天", "前天", "上周五", "上月底", "去年底", "-7d", "-30d"], ["yesterday", "-2d", "-1w", "-30d"]),
      .happened, today)
  }

  private func spokenDates(_ words: [String], _ tense: DateContext.Tense, _ today: Day) -> [String]
  {
    words.filter { BusinessDate(spoken: $0, today: today, tense: tense)?.settled != nil }
  }

  private func say(_ zh: [String], _ en: [String]) -> [String] { language == .zh ? zh : en }
}

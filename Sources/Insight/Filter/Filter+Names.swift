internal import Pipeline
internal import Vocabulary

extension Filter {
  /// Looks up the names that are asked for among those the projects have.
  ///
  /// One that a project has is the whole name from then on, and with it the other names of the same
  /// firm; one that is nobody's is reported.
  ///
  /// - Complexity: O(projects), O(directory); O(1) when no names are asked for.
  mutating func settleNames(in pipeline: Pipeline) -> [FilterProblem] {
    var census = NameCensus(pipeline: pipeline)
    for (index, condition) in conditions.enumerated() {
      guard case .text(let field, let wanted) = condition.clause else { continue }
      for (place, text) in wanted.texts.enumerated() {
        census.ask(text, in: field, at: (index, place))
      }
    }
    if census.questions.isEmpty { return [] }
    for number in pipeline.projects.numbers where !census.isAnswered {
      pipeline.show(ProjectID(number), to: &census)
    }
    var problems: [FilterProblem] = []
    for question in census.questions {
      let (index, place) = question.place
      guard case .text(let field, var wanted) = conditions[index].clause else { continue }
      let text = wanted.texts[place]
      if text.isLoose, question.isWhole {
        wanted.texts[place].look = .whole(question.names)
        conditions[index].clause = .text(field, wanted)
      } else if case .whole = text.look {
        wanted.texts[place].look = .whole(question.names)
        conditions[index].clause = .text(field, wanted)
      }
      if !question.isWhole, !question.isPart, !text.isKnown,
        !KnownValues(pipeline).isListed(text.text, in: field)
      {
        let known = Array(KnownValues(pipeline).ranked(field).prefix(Filter.toldNames))
        problems.append(
          FilterProblem(
            position: text.position, text: text.text, expected: .somebody(.field(field), known)))
      }
    }
    return problems
  }

  /// How many names are told in place of one that is nobody's.
  private static let toldNames = 6
}

/// Whether names are anybody's, asked of all projects at once.
private struct NameCensus: ProjectVisitor {
  struct Question {
    let place: (condition: Int, text: Int)
    let field: Field
    /// The name, and the others of the same firm.
    let names: [WholeText]
    var whole: ValueFinder
    var part: ValueFinder
    var isWhole = false
    var isPart = false
  }

  let pipeline: Pipeline
  var questions: [Question] = []
  private var isAnyBeyondTexts = false

  init(pipeline: Pipeline) { self.pipeline = pipeline }

  /// Whether nothing is left to look for.
  var isAnswered: Bool { questions.allSatisfy(\.isWhole) }

  mutating func ask(
    _ text: Filter.TextAlternative, in field: Field, at place: (condition: Int, text: Int)
  ) {
    let names = pipeline.namesakes(of: text.text, in: field).map { WholeText($0) }
    var whole = text
    whole.look = .whole(names)
    questions.append(
      Question(
        place: place, field: field, names: names, whole: ValueFinder([whole], remembers: true),
        part: ValueFinder([text], remembers: true)))
    if field.part == nil { isAnyBeyondTexts = true }
  }

  mutating func visit(_ project: some ProjectReading) {
    _ = project.hasText(in: pipeline) { part, text in
      for index in questions.indices
      where !questions[index].isWhole && questions[index].field.part == part {
        if questions[index].whole.matches(text) {
          questions[index].isWhole = true
        } else if !questions[index].isPart, questions[index].part.matches(text) {
          questions[index].isPart = true
        }
      }
      return false
    }
    guard isAnyBeyondTexts, let whole = pipeline[project.id] else { return }
    for index in questions.indices
    where !questions[index].isWhole && questions[index].field.part == nil {
      for text in whole.texts(of: questions[index].field) {
        if questions[index].whole.matches(text) {
          questions[index].isWhole = true
        } else if questions[index].part.matches(text) {
          questions[index].isPart = true
        }
      }
    }
  }
}

extension Field {
  /// Where it stands among the texts a project is found by; nil for a field that is read for itself.
  var part: TextPart? {
    switch self {
    case .name: .name
    case .investors: .investor
    case .lead: .lead
    case .owner: .owner
    case .industry: .industry
    case .cluster: .cluster
    case .tags: .tag
    default: nil
    }
  }
}

extension Project {
  /// The texts that stand in a field.
  func texts(of field: Field) -> [String] {
    switch self[field] {
    case .text(let text): [text]
    case .list(let items): items
    case .next(let step): [step.text]
    case .amount, .date, .kind, nil: []
    }
  }
}

extension Pipeline {
  /// The names of whoever has a name in a field: it alone, or with the others that the directory has
  /// for the same organisation.
  ///
  /// - Complexity: O(directory).
  func namesakes(of name: String, in field: Field) -> [String] {
    guard field.namesOrganisations else { return [name] }
    let wanted = WholeText(name)
    for entry in directory.values {
      guard case .organisation(let organisation) = entry, !organisation.aliases.isEmpty else {
        continue
      }
      let names = [organisation.name] + organisation.aliases
      if names.contains(where: wanted.isIn) { return names.contains(name) ? names : names + [name] }
    }
    return [name]
  }
}

extension Field {
  /// Whether organisations stand in it, which may have several names.
  var namesOrganisations: Bool {
    self == .lead || self == .investors || self == .firstTalkUnit
  }
}

internal import Insight
internal import Pipeline
internal import SafeText
internal import Wording

extension Workplace {
  /// The project that is meant by `27`, `#27`, or a name that fits exactly one.
  ///
  /// A whole name goes before a part of one; a part may be in pinyin or initials.
  func project(_ text: String, in pipeline: Pipeline) throws(Failure) -> ProjectID {
    if let number = Workplace.number(in: text) {
      let id = ProjectID(number)
      guard pipeline[id] != nil else {
        throw Failure(.refused, words.refusal(.unknownProject(id), pipeline: pipeline))
      }
      return id
    }
    let named = pipeline.projects.filter { $0.name == text }
    let fitting = named.isEmpty ? fitting(text, in: pipeline) : named
    if fitting.count == 1 { return fitting[0].id }
    if fitting.isEmpty { throw Failure(.refused, words.noProjectFits(text)) }
    throw Failure(
      .refused,
      words.severalProjectsFit(
        text, fitting.prefix(10).map { words.project($0.id, in: pipeline) },
        more: max(0, fitting.count - 10)))
  }

  /// The number that a text is, `27` or `#27` in digits of any width; nil when it is a name.
  static func number(in text: String) -> UInt32? {
    let folded = FullWidth.folded(text)
    return UInt32(folded.hasPrefix("#") ? folded.dropFirst() : folded[...])
  }

  /// The projects that are meant, each once.
  func projects(_ texts: [String], in pipeline: Pipeline) throws(Failure) -> [ProjectID] {
    var ids: [ProjectID] = []
    for text in texts {
      let id = try project(text, in: pipeline)
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  /// Those whose name fits; where none does, those whose investors do.
  private func fitting(_ text: String, in pipeline: Pipeline) -> [Project] {
    guard let query = TextQuery(text) else { return [] }
    let named = pipeline.projects.filter { query.matches($0.name) }
    if !named.isEmpty { return named }
    return pipeline.projects.filter { $0.investors.contains(where: query.matches) }
  }
}

internal import Insight
internal import Pipeline
internal import Wording

// Projects as a spreadsheet finds them again: the number and the name in columns of their own.
extension Words {
  var projectNumberHeading: String { say("项目编号", "project_number") }

  /// 7, 光翼激光雷达; of several, the numbers with blanks between them.
  func numberAndName(of projects: [ProjectID], in pipeline: Pipeline) -> [String] {
    [
      projects.map { "\($0.number)" }.joined(separator: " "),
      list(projects.compactMap { pipeline[$0]?.name }),
    ]
  }

  func numberAndName(of subject: Alert.Subject, in pipeline: Pipeline) -> [String] {
    switch subject {
    case .project(let id), .handOver(_, let id): numberAndName(of: [id], in: pipeline)
    case .request(let id):
      [
        pipeline.request(id)?.project.map { "\($0.number)" } ?? "",
        alertSubject(subject, in: pipeline),
      ]
    }
  }
}

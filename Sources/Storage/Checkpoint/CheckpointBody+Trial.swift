internal import Pipeline

/// Reads bytes as a checkpoint's body, whose sums are taken on trust, wakes every record in it, and
/// reads them as a whole checkpoint; for those who look for bytes that a reader does not survive.
package func tryReading(checkpoint bytes: [UInt8]) {
  let file = FileBytes(copying: bytes)
  _ = try? CheckpointHeader(file.bytes, id: "00000000-0000-4000-8000-000000000000")
  guard let body = try? CheckpointBody(file, from: 0), let pipeline = try? body.pipeline() else {
    return
  }
  for project in pipeline.projects {
    guard let asleep = pipeline.asleep(project.id) else { continue }
    let history = asleep.history(in: pipeline)
    for entry in history.entries { _ = entry.on }
    for change in history.changes { _ = change.isRemoved }
    asleep.forEachActivityDay(in: pipeline) { _ = $0 }
    _ = asleep.hasText(in: pipeline) { _, _ in false }
    _ = asleep.amountFigure
    _ = body.forEachNamesake(ProjectKey(project.name).sum) { _ = $0 }
  }
  for activity in pipeline.activities {
    guard let asleep = pipeline.asleep(activity.id) else { continue }
    if case .shared(let shared) = asleep.trip { _ = pipeline.text(shared) }
  }
  for milestone in pipeline.milestones { _ = milestone.facts }
}

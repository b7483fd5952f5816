internal import Pipeline

/// Reads bytes as a checkpoint's body, whose sums are taken on trust, wakes every record in it, and
/// reads them as a whole checkpoint; for those who look for bytes that a reader does not survive.
package func tryReading(checkpoint bytes: [UInt8]) {
  let file = FileBytes(copying: bytes)
  _ = try? CheckpointHeader(file.bytes, id: "00000000-0000-4000-8000-000000000000")
  guard let body = try? CheckpointBody(file, from: 0), let pipeline = try? body.pipeline() else {
    return
  }
  var course = Course()
  for project in pipeline.projects {
    _ = pipeline.glance(at: project.id)
    _ = pipeline.follow(project.id, into: &course)
  }
  for activity in pipeline.activities {
    _ = body.activityDate(activity.id.number)
    _ = body.contact(activity.id.number)?.trip.map { body.text(at: $0) }
  }
  for milestone in pipeline.milestones { _ = milestone.facts }
  for number in 1..<max(1, pipeline.nextProject.number) { _ = body.texts(number) { _, _ in true } }
}

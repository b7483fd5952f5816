internal import JSON
internal import Pipeline

/// Tasks of taskwarrior, a row for each project: what is to be done next, and what was done.
struct TaskwarriorTasks {
  private(set) var rows: [[String]] = []

  private static let headings = [
    "Taskwarrior Project", "Taskwarrior Name", "Taskwarrior Amount", "Taskwarrior Next",
    "Taskwarrior Due", "Taskwarrior Tags", "Taskwarrior Notes",
  ]

  private struct Project {
    var amount = ""
    var next: (text: String, due: String)?
    var tags: [String] = []
    var notes: [String] = []
  }

  /// Nil when a value is no list of tasks.
  init?(_ value: JSONValue) {
    guard let tasks = value.array?.compactMap(\.object), !tasks.isEmpty,
      tasks.allSatisfy({ $0["uuid"]?.string != nil && $0["description"]?.string != nil })
    else { return nil }
    var order: [String] = []
    var projects: [String: Project] = [:]
    var skipped: [String] = []
    for task in tasks {
      let status = task.text("status")
      let name = task.text("project")
      let said = task.text("description").onOneLine
      if name.isEmpty || status == "recurring" || status == "deleted" {
        skipped.append("注：" + [status, said].joined(separator: " "))
        continue
      }
      if projects[name] == nil { order.append(name) }
      Self.add(task, said, status, to: &projects[name, default: Project()])
    }
    rows = [Self.headings]
    for name in order {
      let project = projects[name] ?? Project()
      rows.append([
        name, name.split(separator: ".").last.map(String.init) ?? name, project.amount,
        project.next?.text ?? "", project.next?.due ?? "", project.tags.joined(separator: "、"),
        project.notes.joined(separator: "\n"),
      ])
    }
    rows += skipped.map { [$0] }
  }

  private static func add(
    _ task: JSONObject, _ said: String, _ status: String, to project: inout Project
  ) {
    for note in task.objects("annotations") {
      let day = Day(zoned: note.text("entry"))?.description ?? ""
      project.notes.append((day + " " + note.text("description").onOneLine).trimmingBlanks)
    }
    for tag in task.list("tags").compactMap(\.string) where !project.tags.contains(tag) {
      project.tags.append(tag)
    }
    let amount = task["amount"]?.string ?? task["amount"]?.literal ?? ""
    if project.amount.isEmpty { project.amount = amount }
    if status == "completed" {
      let day = Day(zoned: task.text("end"))?.description ?? ""
      project.notes.append((day + " " + said + " (done)").trimmingBlanks)
      return
    }
    let due = Day(zoned: task.text("due"))?.description ?? ""
    let wait = Day(zoned: task.text("wait"))?.description
    if let wait { project.notes.append(said + "：" + wait) }
    // The next step is the one that is due first; the others are remarks.
    guard let next = project.next else {
      project.next = (said, due)
      return
    }
    let isSooner = !due.isEmpty && (next.due.isEmpty || due < next.due)
    let other = isSooner ? next : (said, due)
    if isSooner { project.next = (said, due) }
    project.notes.append(other.0 + (other.1.isEmpty ? "" : "：" + other.1))
  }
}

internal import Insight
package import Pipeline
package import Wording

// A plan's rows, in sentences.
extension Words {
  /// One line for each row: what becomes of it and why.
  package func ledger(_ line: LedgerPlan.Line, in pipeline: Pipeline) -> String {
    let text: String
    switch line.verdict {
    case .noRecord(let first):
      switch line.kind {
      case .title, .heading, .repeatedHeading, .note, .blank: text = rowSkippedAsTitle(first)
      default: text = rowSkipped(line.kind, first)
      }
    case .continues(let row): text = say("接第 \(row) 行", "goes on with row \(row)")
    case .repeats(let row, let name): text = rowRepeats(row, name)
    case .creates(let name, let stage, let like, let rows):
      text = ([rowCreates(name, stage)] + resemblances(like, rows, in: pipeline)).joined(
        separator: say("；", "; "))
    case .changes(let id, let changes, let leftAlone):
      let who = project(id, in: pipeline)
      let parts =
        changes.map { cellChange($0.heading, from: $0.old, to: $0.new) }
        + leftAlone.map(leftAloneText)
      text =
        changes.isEmpty
        ? ([rowUnchanged(who)] + parts).joined(separator: say("；", "; "))
        : rowChanges(who, parts)
    case .leaves(let id, let changes):
      text = rowLeaves(
        project(id, in: pipeline), whereabouts(of: id, in: pipeline) ?? "",
        changes.map { cellNotTaken($0.heading, $0.new) })
    case .createsActivity(let label): text = say("新增活动：\(label)", "new activity: \(label)")
    case .createsRecord(let kind, let label):
      text = say("新增\(record(kind))：\(label)", "new \(record(kind)): \(label)")
    case .changesRecord(let kind, let label, let changes):
      text = rowChanges(
        record(kind) + " " + label, changes.map { cellChange($0.heading, from: $0.old, to: $0.new) }
      )
    case .keepsRecord(let kind, let label):
      text = say("不变：\(record(kind)) \(label)", "unchanged: \(record(kind)) \(label)")
    case .keepsActivity(let label): text = say("不变：活动 \(label)", "unchanged: activity \(label)")
    case .asks(let name, let error): text = say("待答：", "open: ") + named(name, error)
    case .wrong(let name, let error): text = rowBad(named(name, error))
    case .leftOut(let name, let error):
      text =
        say("不导入：「\(name)」", "left out: “\(name)”")
        + (error.map { say("，", ", ") + self.problem($0.problem) } ?? "")
    }
    let taken = line.taken.map { say("；", "; ") + self.taken($0) }.joined()
    return rowLine(line.row, (text + taken).onOneLine)
  }

  /// What the rows of such a table are called.
  private func record(_ kind: LedgerKind) -> String {
    switch kind {
    case .projects: say("项目", "project")
    case .activities: say("活动", "activity")
    case .milestones: say("节点", "milestone")
    case .requests: say("诉求", "request")
    case .targets: say("目标", "target")
    }
  }

  func named(_ name: String, _ error: LedgerError) -> String {
    let place = error.column.map { say("第 \($0) 列", "column \($0): ") } ?? ""
    return name.isEmpty
      ? place + problem(error.problem)
      : say(
        "「\(name)」\(place)\(problem(error.problem))", "“\(name)”: \(place)\(problem(error.problem))"
      )
  }

  private func leftAloneText(_ change: LedgerPlan.CellChange) -> String {
    switch change.reason {
    case .scientific:
      say(
        "\(change.heading)「\(change.new)」是科学计数，没有取用，仍为「\(change.old)」",
        "\(change.heading) “\(change.new)” has lost digits in Excel; “\(change.old)” stays")
    case .lostZero:
      say(
        "\(change.heading)「\(change.new)」少了开头的 0，没有取用，仍为「\(change.old)」",
        "\(change.heading) “\(change.new)” has lost its first zeros; “\(change.old)” stays")
    case nil: cellLeftAlone(change.heading, change.new, now: change.old)
    }
  }

  /// Whom a new project resembles, with the first talk.
  private func resemblances(_ like: [Likeness], _ rows: [Int], in pipeline: Pipeline) -> [String] {
    like.map { likeness in
      let talk = [likeness.firstTalkUnit, likeness.firstTalkOn.map { date($0) }].compactMap(\.self)
      let first =
        talk.isEmpty
        ? ""
        : say("（首谈 \(talk.joined(separator: " "))）", " (first talk \(talk.joined(separator: " ")))")
      let who = project(likeness.project, in: pipeline)
      return say("与 \(who)\(first) 相似", "resembles \(who)\(first)")
    } + rows.prefix(3).map { say("与第 \($0) 行相似", "resembles row \($0)") }
  }

  /// What a row was taken for, when it holds no record.
  private func rowSkipped(_ kind: RowKind, _ first: String) -> String {
    switch kind {
    case .section(let name): say("分段「\(name)」", "section “\(name)”")
    case .sum: say("合计行「\(first)」", "a sum “\(first)”")
    case .nothingDone: say("未外出「\(first)」", "no journey “\(first)”")
    default: rowSkippedAsTitle(first)
    }
  }
}

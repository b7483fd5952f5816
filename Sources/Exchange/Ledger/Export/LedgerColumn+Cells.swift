internal import Insight
internal import Pipeline
internal import Wording

/// A project as one row of a ledger.
struct LedgerRow {
  let project: Project
  let standing: Standing
  let pipeline: Pipeline
  let moment: Moment
  let words: Words
  /// From 1.
  var serial = 0
  /// Whether lists are written so that they can be told apart again.
  var isLossless = false

  init?(_ project: Project, in pipeline: Pipeline, at moment: Moment, words: Words) {
    guard let standing = project.standing(asOf: moment.cutoff) else { return nil }
    self.project = project
    self.standing = standing
    self.pipeline = pipeline
    self.moment = moment
    self.words = words
  }

  /// What stands in a column; an import compares with this before it changes anything.
  func cell(_ column: LedgerColumn) -> String {
    switch column {
    case .serial: return "\(serial)"
    case .number: return project.id.description
    case .amountInYi: return inYi(project.amount)
    case .investorProfile: return profiles.joined(separator: "；")
    case .progress, .progressAndRemark: return progress
    case .remark: return lastNote ?? ""
    case .stage: return words.stage(standing.stage)
    case .entered: return words.date(standing.entered)
    case .status: return words.status(standing.status.kind)
    case .statusDate: return standing.statusDate.map(words.date) ?? ""
    case .statusReason: return statusReason
    case .review:
      if case .onHold(let review, _) = standing.status { return review.description }
      return ""
    case .lostTo:
      if case .lost(_, let place, _) = standing.status { return place ?? "" }
      return ""
    case .nextText: return project.next?.text ?? ""
    case .nextDue: return project.next?.due?.description ?? ""
    case .nextWho: return project.next?.who ?? ""
    case .contactedOn:
      if case .date(let date) = project[.firstTalkOn] { return words.date(date) }
      guard let first = project.entries.first, first.stage == .contact else { return "" }
      return first.on == .unknown ? "" : words.date(first.on)
    case .lastActivity: return lastActivity.map { words.date($0.on) } ?? ""
    case .daysInStage:
      return pipeline.ageing(of: project, standing, at: moment).daysInStage.map(String.init) ?? ""
    case .field(let field), .named(let field, _): return text(project[field])
    }
  }

  private func text(_ value: FieldValue?) -> String {
    switch value {
    case nil: ""
    case .text(let text): text
    case .list(let items): isLossless ? words.joined(items) : items.joined(separator: "、")
    case .amount(let amount): words.amountInFull(amount)
    case .date(let date): words.date(date)
    case .kind(let kind): words.projectKind(kind)
    case .next(let step): step.text
    }
  }

  /// An amount under a heading that says 亿元; another currency keeps its name.
  private func inYi(_ amount: Amount?) -> String {
    guard case .known(let money) = amount, money.currency == .yuan else {
      return amount == nil ? "" : words.amountInFull(amount)
    }
    let digits = String(money.minor)
    let padded = String(repeating: "0", count: max(0, 11 - digits.utf8.count)) + digits
    let fraction = String(padded.suffix(10).reversed().drop { $0 == "0" }.reversed())
    return padded.dropLast(10) + (fraction.isEmpty ? "" : "." + fraction)
  }

  private var profiles: [String] {
    project.investors.compactMap { name in
      guard
        case .organisation(let organisation) =
          pipeline.directory[DirectoryKey(.organisation, name)]
      else { return nil }
      return organisation.note
    }
  }

  private var lastActivity: Activity.Facts? {
    var last: (day: Day, facts: Activity.Facts)?
    for id in project.activities {
      guard let facts = pipeline.activity(id)?.facts, let day = facts.on.settled,
        moment.counts(facts.on)
      else { continue }
      if last.map({ day >= $0.day }) ?? true { last = (day, facts) }
    }
    return last?.facts
  }

  private var lastNote: String? {
    project.notes.last { moment.counts($0.on) }?.text
  }

  private var progress: String {
    if let lastActivity {
      return words.date(lastActivity.on) + " " + words.activityLine(lastActivity)
    }
    return lastNote ?? ""
  }

  private var statusReason: String {
    switch standing.status {
    case .ongoing: ""
    case .onHold(_, let reason), .withdrawn(let reason), .archived(let reason): reason
    case .lost(let reason, _, let note): words.lossReason(reason) + (note.map { "：" + $0 } ?? "")
    }
  }
}

extension Words {
  /// Several items in one cell, so that they can be told apart again: 青岛、内江, or a line each when
  /// one of them holds what would part them.
  func joined(_ items: [String]) -> String {
    let isPlain = items.allSatisfy { item in
      !item.contains { "、,，;；\n\r".contains($0) } && item.first != " "
    }
    if isPlain { return items.joined(separator: "、") }
    return items.count == 1 ? items[0] + "\n" : items.joined(separator: "\n")
  }
}

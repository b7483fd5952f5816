internal import Wording

/// A page of the handbook; in the order of its sections.
enum HandbookTask: String, CaseIterable {
  case firstDay = "first-day"
  case visit
  case carrying
  case weekly
  case leader
  case colleague
  case readOut = "read-out"
  case mistake
  case ledger
  case printing

  /// Reads a task by its name, its heading, or a part of the heading that no other has.
  init?(spoken: String) {
    let spoken = spoken.lowercased()
    if let named = HandbookTask(rawValue: spoken) {
      self = named
      return
    }
    let fitting = HandbookTask.allCases.filter { task in
      [Words(.zh), Words(.en)].contains { $0.handbook(task).title.lowercased().contains(spoken) }
    }
    guard fitting.count == 1, !spoken.isEmpty else { return nil }
    self = fitting[0]
  }
}

extension Words {
  /// The page of a task, in the person's language.
  func handbook(_ task: HandbookTask) -> HandbookPage {
    let text = say(HandbookText.chinese, HandbookText.english)
    let sections = text.split(separator: "\n## ", omittingEmptySubsequences: false).dropFirst()
    let index = HandbookTask.allCases.firstIndex(of: task) ?? 0
    return HandbookPage(sections.dropFirst(index).first ?? "")
  }

  /// What may be asked for, a line each.
  var handbookTasks: String {
    let width = HandbookTask.allCases.map(\.rawValue.count).max() ?? 0
    return HandbookTask.allCases.map { task in
      let name = task.rawValue
      return "  " + name + String(repeating: " ", count: width - name.count + 2)
        + handbook(task).title
    }.joined(separator: "\n")
  }

  func noSuchTask(_ text: String) -> String {
    say(
      "没有「\(text)」这一页；有：\n\(handbookTasks)",
      "there is no page '\(text)'; there are:\n\(handbookTasks)")
  }
}

extension ExitStatus {
  /// The page that helps whoever meets it; nil where the sentence says all.
  var task: HandbookTask? {
    switch self {
    case .badInputFile: .ledger
    case .storeFailed: .mistake
    case .storeBusy: .colleague
    default: nil
    }
  }
}

extension Words {
  func helpingPage(_ task: HandbookTask) -> String {
    say(
      "怎么办，见使用手册：zhaoshang help \(task.rawValue)（\(handbook(task).title)）",
      "What helps is in the handbook: zhaoshang help \(task.rawValue) (\(handbook(task).title))")
  }
}

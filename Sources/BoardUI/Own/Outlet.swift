package import Pipeline
package import Wording

/// What goes out from the board by a subcommand of the program's own, which runs beside the board.
package enum Outlet: String, Hashable, Sendable {
  case remind, calendar, publish
}

/// Something that is to go out: of which projects, as of which day, and where to.
package struct OutletOrder: Hashable, Sendable {
  package let outlet: Outlet
  /// A file, a folder; nil for reminders, which are shown or sent.
  package let target: String?
  /// Whether reminders are sent and not only shown.
  package var isSent = false
  package let filter: String
  package let asOf: Day?
}

extension UIState {
  /// Lets something out, after asking where to when that is not known.
  mutating func letOut(_ outlet: Outlet, to target: String?) -> [Effect] {
    let action = OwnAction(
      name: outlet.rawValue, zh: Words(.zh).outlet(outlet), en: Words(.en).outlet(outlet), keys: [],
      wantsCard: false,
      questions: outlet == .remind ? [] : [words.outletTarget(outlet)], purpose: .outlet(outlet))
    if outlet != .remind, target == nil { return run(action) }
    overlay = .none
    say(words.ownRuns(action))
    var order = OutletOrder(
      outlet: outlet, target: outlet == .remind ? nil : target, filter: filterText, asOf: asOf)
    order.isSent = outlet == .remind && target != nil
    return [.store(.letOut(order))]
  }
}

extension Words {
  package func outlet(_ outlet: Outlet) -> String {
    switch outlet {
    case .remind: say("提醒", "Reminders")
    case .calendar: say("日历文件", "Calendar file")
    case .publish: say("发布网页", "Pages")
    }
  }

  func outletTarget(_ outlet: Outlet) -> String {
    switch outlet {
    case .calendar: say("写到哪个文件（.ics）", "To which file (.ics)")
    case .publish: say("写到哪个目录", "To which folder")
    case .remind: ""
    }
  }
}

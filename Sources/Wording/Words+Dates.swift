package import Pipeline

extension Words {
  /// 2023-07-19, 2023-07, 2023-07-01..2023-09-04, 日期不详.
  package func date(_ date: BusinessDate) -> String {
    date == .unknown ? say("日期不详", "no date") : date.description
  }

  /// 07-19, for lists whose year is clear.
  package func shortDate(_ day: Day) -> String { String(day.description.dropFirst(5)) }

  /// 07-19, 2023-07, 07-01..09-04 or 不详, for lists whose year is clear.
  package func shortDate(_ date: BusinessDate) -> String {
    switch date {
    case .day(let day): shortDate(day)
    case .month: date.description
    case .range(let first, let last): shortDate(first) + ".." + shortDate(last)
    case .unknown: say("不详", "no date")
    }
  }

  /// 周三, Wed.
  package func weekday(_ day: Day) -> String {
    switch day.weekday {
    case 1: say("周一", "Mon")
    case 2: say("周二", "Tue")
    case 3: say("周三", "Wed")
    case 4: say("周四", "Thu")
    case 5: say("周五", "Fri")
    case 6: say("周六", "Sat")
    default: say("周日", "Sun")
    }
  }

  /// 3天, 3d.
  package func days(_ count: Int) -> String { say("\(count)天", "\(count)d") }

  /// How far a due day is, given the days until it: 还剩3天, 今天, 逾期2天.
  package func dueIn(_ days: Int) -> String {
    switch days {
    case 0: say("今天", "today")
    case 1...: say("还剩\(days)天", "\(days)d left")
    default: say("逾期\(days.magnitude)天", "\(days.magnitude)d overdue")
    }
  }
}

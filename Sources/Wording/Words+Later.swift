package import Pipeline

// What is dated after today: it is kept, and counts from its day on.
extension Words {
  /// The mark beside the date in the title of the board.
  package func laterMark(_ count: Int) -> String { say("另\(count)个在后", "+\(count) later") }

  /// The line under a picture of today.
  package func laterDates(_ count: Int) -> String {
    say(
      "另有 \(count) 个日期在今天之后，到那天才计入。",
      count == 1
        ? "1 more date is after today and counts from its day on."
        : "\(count) more dates are after today and count from their days on.")
  }

  /// Why what was just saved is not to be seen yet.
  package func countsLater(_ date: BusinessDate) -> String {
    say(
      "\(self.date(date)) 在今天之后，到那天才计入看板和各项数字",
      "\(self.date(date)) is after today: the board and all figures count it from then on")
  }
}

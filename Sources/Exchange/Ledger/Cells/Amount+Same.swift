internal import Pipeline

extension Amount {
  /// Whether two say the same, whatever the unit: 2000万元 and 0.2亿元.
  func isSame(as other: Amount) -> Bool {
    switch (self, other) {
    case (.known(let mine), .known(let theirs)):
      mine.minor == theirs.minor && mine.currency == theirs.currency
    case (.undisclosed, .undisclosed): true
    case (.known, .undisclosed), (.undisclosed, .known): false
    }
  }
}

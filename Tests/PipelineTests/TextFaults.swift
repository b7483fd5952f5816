import SafeText

/// Faults that several tests expect.
enum TextFaults {
  static let null = TextFault(.null, at: 0)
  static let nothingVisible = TextFault(.nothingVisible, at: 0)
}

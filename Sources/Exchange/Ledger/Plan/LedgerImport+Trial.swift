package import Pipeline

/// Reads bytes as a table and plans its import; for those who look for bytes that a reader does not
/// survive.
package func tryReading(table bytes: [UInt8], today: Day = Day(number: 20_779)) {
  guard let text = try? DecodedText(bytes), let source = try? LedgerSource(text),
    let plan = try? LedgerImport(source).plan(for: Pipeline(), today: today),
    let command = plan.command
  else { return }
  _ = try? Pipeline().decide(command, today: today)
}

internal import ArgumentParser
internal import Feeds
internal import Files
internal import Glibc
internal import Insight
internal import Pipeline
internal import Storage
internal import Wording

/// The subcommand `zhaoshang calendar [FILTER …] [-o FILE]`.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration("calendar", .calendar)

  @Argument(help: .of(.filter)) var filter: [String] = []
  @Option(name: .customLong("for"), help: .of(.addressee, "name")) var person: String?
  @Flag(help: .of(.withoutAlarms)) var silent = false
  @Option(name: .shortAndLong, help: .of(.output), completion: .file()) var output: String?
  @Flag(help: .of(.force)) var force = false
  @Option(help: .of(.asOf, "date")) var asOf: String?
  @OptionGroup var saved: ViewOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace(asOf: asOf)
    let words = workplace.words
    let typed = try saved.chosen(workplace).narrowed(by: filter)
    let store = try workplace.openForReading()
    let pipeline = store.pipeline
    let filter = try workplace.filter(typed, scope: .open, in: pipeline)
    if let person { try workplace.checkAddressees([person], in: pipeline) }
    let entries = pipeline.calendar(
      at: workplace.moment(of: pipeline), passing: typed.isEmpty ? nil : filter, of: person,
      store: store.storeID, in: words)
    var calendar = CalendarFile(
      name: words.calendarName(of: person, passing: typed.joined(separator: " ")), entries: entries,
      hasAlarms: !silent)
    guard let output, output != "-" else {
      return try Output.document(calendar.text(written: Surroundings.utcStamp))
    }
    // A feed is replaced again and again; only a calendar of ours gives way without being asked.
    // One of something else, or of a past day, would tell all its entries as cancelled.
    let earlier =
      asOf == nil
      ? CalendarCommand.earlier(at: output, of: store.storeID, saying: calendar.name) : nil
    calendar.entries = entries.following(earlier, on: workplace.day)
    let destination = try Destination(output, earlier == nil && !force ? .asked : .given, words)
    let isNew = !Surroundings.exists(output)
    try destination.write(calendar.text(written: Surroundings.utcStamp))
    // It is there to be subscribed to: as open as the person makes files.
    if isNew { chmod(output, 0o666 & ~Surroundings.personsMask) }
    Output.say(words.calendarWritten(output, entries.count))
  }

  /// The entries of the file that is there; nil when there is none, or it is no calendar of this store
  /// and of the same.
  private static func earlier(at path: String, of store: String, saying name: String)
    -> [CalendarEntry]?
  {
    guard Surroundings.exists(path),
      let bytes = try? WholeFile.bytes(ofFile: path, limit: 512 << 20, waitsForPipes: false)
    else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    guard CalendarFile.isOurs(text) else { return nil }
    guard CalendarFile.name(of: text) == name else { return nil }
    let entries = CalendarFile.entries(in: text)
    return entries.allSatisfy { $0.uid.hasSuffix("@" + store) } ? entries : nil
  }
}

internal import BoardUI
internal import Exchange
internal import Pipeline
internal import Vocabulary
internal import Wording

/// A file that the board previews: what is in it, what was answered, and what that comes to.
struct ImportFile: Sendable {
  let path: String
  private let content: Content
  private let reading: String
  var answers = ImportAnswers()
  /// Whether projects of an exchange file that are there already are to come once more.
  var isAgain = false
  /// What a ledger would do; nil for an exchange file.
  private(set) var plan: LedgerPlan?
  private(set) var preview = ImportPreview(path: "", reading: "")

  private enum Content: Sendable {
    case ledger(LedgerImport)
    case exchange(ExchangeFile)
  }

  /// - Parameters:
  ///   - path: Where it is.
  ///   - typed: What a person calls it.
  init(
    at path: String, named typed: String, _ workplace: Workplace, _ words: Words,
    _ course: BackgroundWork<some Sendable>.Course
  ) throws(Failure) {
    self.path = typed
    let bytes = try Documents.read(path, words)
    var reader = LedgerFileReader(typed, workplace, words)
    switch LedgerFileReader.kind(of: bytes) {
    case .xlsx: content = .ledger(try reader.ledger(try reader.workbook(bytes)))
    case .json:
      if let program = reader.program(bytes) {
        content = .ledger(try reader.ledger(program))
      } else {
        content = .exchange(
          try workplace.exchangeFile(bytes, named: typed) {
            course.goOn(to: $0, of: bytes.count)
          })
      }
    case .csv, nil: content = .ledger(try reader.ledger(try reader.text(bytes)))
    }
    reading = reader.findings.joined(separator: words.say("；", "; "))
  }

  var ledger: LedgerImport? { if case .ledger(let ledger) = content { ledger } else { nil } }

  /// Whether everything is settled.
  var isReady: Bool { preview.isReady }

  /// The step that it is; nil when it brings nothing.
  var command: Command? {
    switch content {
    case .ledger: plan?.command
    case .exchange(let file): .take(file.intake)
    }
  }

  /// Works out what it would do to a pipeline by what was answered, and how that is shown.
  mutating func plan(
    for pipeline: Pipeline, today: Day, _ words: Words,
    _ course: BackgroundWork<some Sendable>.Course
  ) throws(Failure) {
    switch content {
    case .ledger(let ledger):
      do throws(LedgerError) {
        let plan = try ledger.plan(
          for: pipeline, answers: answers, today: today,
          progress: { course.goOn(to: $0, of: $1) }, isForgotten: { course.isForgotten })
        self.plan = plan
        preview = ImportPreview(
          plan, of: ledger, named: path, reading: reading, in: words, pipeline)
      } catch {
        throw Failure(.badInputFile, "\(path): " + words.ledger(error))
      }
    case .exchange(let file):
      preview = ImportPreview(
        file, named: path, isAgain: isAgain, in: words, pipeline, today: today)
    }
  }
}

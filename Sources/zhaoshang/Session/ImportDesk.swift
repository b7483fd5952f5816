internal import BoardUI
internal import Exchange
internal import Pipeline
internal import Vocabulary
internal import Wording

/// Keeps the file that the board previews and the answers given so far; reads and plans it anew with
/// each, while keys go on being answered.
struct ImportDesk {
  let workplace: Workplace
  /// What `~` stands for.
  let home: String?
  private var open: ImportFile?
  private var work: BackgroundWork<Outcome>?
  /// Whether the plan that is being made is to be written when it is there.
  private var isTaking = false

  private enum Outcome: Sendable {
    case shown(ImportFile, ImportPreview)
    case failed(String)
  }

  /// How long a key waits for a small file, so that the board need not show that it reads.
  private static let patience = 30

  init(_ workplace: Workplace, home: String?) {
    self.workplace = workplace
    self.home = home
  }

  /// Whether a file is being read or planned.
  var isBusy: Bool { work != nil }

  /// Does what a person wants short of writing, and tells what the board shows then.
  mutating func obey(_ act: ImportAct, _ ui: UIState) -> ImportNews? {
    if isBusy, act != .close { return nil }
    switch act {
    case .open(let typed):
      let path = TypedPath(typed, home: home).full
      let (workplace, words, pipeline, today) = (workplace, ui.words, ui.pipeline, ui.today)
      start { course throws(Failure) in
        var file = try ImportFile(at: path, named: typed, workplace, words, course)
        try file.plan(for: pipeline, today: today, words, course)
        return file
      }
    case .choose(let question, let choice):
      guard let asked = self.question(question), asked.shown.indices.contains(choice) else {
        return openExchange(choice, ui)
      }
      answer(ui) { $0.take(asked.shown[choice]) }
    case .type(let question, let text):
      guard let asked = self.question(question), let ledger = open?.ledger else { return nil }
      guard let answer = asked.answer(text, ledger.vocabulary, today: ui.today) else {
        return .failed(ui.words.answerUnreadable(text))
      }
      self.answer(ui) { $0.take(answer) }
    case .column(let place, let meaning):
      guard let column = column(place), let kind = open?.plan?.layouts.first?.kind else {
        return nil
      }
      let choices = ColumnMeaning.choices(for: kind)
      guard choices.indices.contains(meaning) else { return nil }
      answer(ui) { $0.columns[column.place] = choices[meaning].code }
    case .unit(let place, let unit):
      guard let column = column(place), AmountScale.choices.indices.contains(unit) else {
        return nil
      }
      answer(ui) { $0.units[column.place] = AmountScale.choices[unit] }
    case .leaveOut(let row):
      if open?.plan == nil { return .failed(ui.words.exchangeComesWhole) }
      answer(ui) { if $0.leftOut.remove(row) == nil { $0.leftOut.insert(row) } }
    case .close:
      (open, work, isTaking) = (nil, nil, false)
      return nil
    case .take:
      isTaking = true
      answer(ui) { _ in }
    }
    return look(within: Self.patience)
  }

  /// What has come of what is being read; nil when nothing is.
  ///
  /// - Parameter milliseconds: How long to wait for it.
  mutating func look(within milliseconds: Int = 1) -> ImportNews? {
    guard let work else { return nil }
    guard let outcome = work.result(within: milliseconds) else {
      return .reading(done: work.step.done, of: work.step.of)
    }
    self.work = nil
    switch outcome {
    case .shown(let file, let preview):
      open = file
      return .shown(preview)
    case .failed(let sentence):
      isTaking = false
      return .failed(sentence)
    }
  }

  /// The step to be written now, made on the newest state; nil while something is open.
  ///
  /// - Returns: Nil where nobody wants to write, or it is not planned yet.
  mutating func takeOrder() -> Order? {
    guard isTaking, work == nil, let open else { return nil }
    isTaking = false
    guard open.isReady else { return nil }
    return open.command.map { .write($0, rows: open.preview.rows.count) } ?? .nothing
  }

  enum Order {
    case write(Command, rows: Int)
    /// Everything in the file is there already.
    case nothing
  }

  private mutating func start(
    _ make: @escaping @Sendable (BackgroundWork<Outcome>.Course) throws(Failure) -> ImportFile
  ) {
    work = BackgroundWork { course in
      do throws(Failure) {
        let file = try make(course)
        return .shown(file, file.preview)
      } catch {
        return .failed(error.message)
      }
    }
  }

  /// Plans with a further answer; one that the table cannot be read by changes nothing.
  private mutating func answer(_ ui: UIState, _ change: (inout ImportAnswers) -> Void) {
    guard var file = open else { return }
    change(&file.answers)
    let (changed, words, pipeline, today) = (file, ui.words, ui.pipeline, ui.today)
    start { course throws(Failure) in
      var file = changed
      try file.plan(for: pipeline, today: today, words, course)
      return file
    }
  }

  /// The one question of an exchange file: whether what is there already is to come once more.
  private mutating func openExchange(_ choice: Int, _ ui: UIState) -> ImportNews? {
    guard open != nil, open?.plan == nil, choice == 0 else { return nil }
    open?.isAgain = true
    answer(ui) { _ in }
    return look(within: Self.patience)
  }

  private func question(_ place: Int) -> ImportQuestion? {
    guard let questions = open?.plan?.questions, questions.indices.contains(place) else {
      return nil
    }
    return questions[place]
  }

  private func column(_ place: Int) -> TableColumn? {
    guard let columns = open?.plan?.layouts.first?.columns, columns.indices.contains(place) else {
      return nil
    }
    return columns[place]
  }
}

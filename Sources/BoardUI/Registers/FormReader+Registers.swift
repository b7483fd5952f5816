internal import Insight
internal import Pipeline
internal import SafeText
internal import Vocabulary
internal import Wording

extension FormReader {
  /// What is wrong with a line of a register that is not empty.
  func fault(of line: Form.RegisterLine, _ text: String) -> Form.Fault? {
    switch line {
    case .requestKind: ServiceRequest.Kind(spoken: text) == nil ? .notAChoice : nil
    case .category: ServiceRequest.Category(spoken: text) == nil ? .notAChoice : nil
    case .requestStep: ServiceRequest.Status(spoken: text) == nil ? .notAChoice : nil
    case .measure: Target.Measure(spoken: text) == nil ? .notAChoice : nil
    case .route: ApprovalRoute(spoken: text) == nil ? .notAChoice : nil
    case .answer: HandOver.Answer(spoken: text) == nil ? .notAChoice : nil
    case .fast, .checklist: Form.RegisterLine.answer(of: text) == nil ? .notAChoice : nil
    case .received, .done: dateFault(line, text)
    case .trips: outside(0...99, text)
    case .mark: outside(1...5, text)
    case .year: outside(1900...2999, text)
    case .value: valueFault(text)
    case .same: Form.RegisterLine.project(in: text) == nil ? .notAChoice : nil
    case .firm, .subject, .unit, .channel, .result, .targetUnit, .cluster, .point, .body,
      .document, .to:
      nil
    }
  }

  private func outside(_ range: ClosedRange<Int>, _ text: String) -> Form.Fault? {
    number(text).map(range.contains) ?? false ? nil : .notWithin(range)
  }

  private func dateFault(_ line: Form.RegisterLine, _ text: String) -> Form.Fault? {
    do throws(TypedFault) {
      let date = try DateReading(text, in: context(.line(line))).date
      return date == nil ? .typed(TypedFault(text, .notADate)) : nil
    } catch {
      return .typed(error)
    }
  }

  /// A target of money wants an amount, another one a number.
  private func valueFault(_ text: String) -> Form.Fault? {
    if Target.Measure(spoken: form.text(.line(.measure)))?.isAmount ?? false {
      do throws(TypedFault) {
        return try FieldReader(today: today).read(text, as: .amount).value == nil ? .empty : nil
      } catch {
        return .typed(error)
      }
    }
    return outside(0...9_999_999, text)
  }

  private func number(_ text: String) -> Int? { Int(FullWidth.folded(text)) }

  private func line(_ line: Form.RegisterLine) -> String? { optional(.line(line)) }

  private func isChanged(_ key: Form.Key) -> Bool {
    form[key].map { $0.editor.text != $0.initial } ?? false
  }

  // MARK: Commands

  /// What saving a form of a register does; nil when what it speaks of is gone.
  func command(_ purpose: Form.RegisterPurpose, in pipeline: Pipeline) -> Command? {
    let on = date(.on) ?? .day(today)
    switch purpose {
    case .addRequest:
      let request = ServiceRequest(
        organisation: form.text(.line(.firm)), kind: .need, subject: form.text(.line(.subject)),
        received: .day(today))
      return .register(.save(.request(filled(request, isNew: true))))
    case .editRequest(let id):
      guard let old = pipeline.request(id) else { return nil }
      return .register(.save(.request(filled(old, isNew: false)), seen: .request(old)))
    case .advance(let id, let origin):
      let step = line(.requestStep).flatMap { ServiceRequest.Status(spoken: $0) }
      guard let step = step ?? origin.next else { return nil }
      let answer = RequestAnswer(
        result: line(.result), trips: line(.trips).flatMap(number),
        satisfaction: line(.mark).flatMap(number))
      return .register(.advance(id, to: step, on: on, answer))
    case .addTarget: return target.map { .register(.save(.target($0))) }
    case .editTarget(let key): return changing(key, in: pipeline)
    case .approval(let id): return approval(of: id, in: pipeline)
    case .step(let id): return step(of: id, in: pipeline)
    case .offer(let id):
      var handOver = HandOver(
        id, from: pipeline[id]?.lead.first, to: form.text(.line(.to)), on: on)
      handOver.reason = optional(.reason)
      return .register(.save(.handOver(handOver)))
    case .answer(let id, _):
      guard let answer = line(.answer).flatMap({ HandOver.Answer(spoken: $0) }) else { return nil }
      return .register(.answer(id, answer, on: on, note: optional(.note)))
    case .merge(let id):
      guard let other = line(.same).flatMap(Form.RegisterLine.project) else { return nil }
      return .register(.merge(id, into: other, on: on))
    }
  }

  /// A request with what was typed: of an old one the lines that were touched.
  private func filled(_ old: ServiceRequest, isNew: Bool) -> ServiceRequest {
    var request = old
    func takes(_ key: Form.Key) -> Bool { isNew || isChanged(key) }
    if takes(.line(.firm)) { request.organisation = form.text(.line(.firm)) }
    if takes(.line(.requestKind)), let text = line(.requestKind) {
      request.kind = ServiceRequest.Kind(spoken: text) ?? old.kind
    }
    if takes(.line(.category)) {
      request.category = line(.category).flatMap { ServiceRequest.Category(spoken: $0) }
    }
    if takes(.line(.subject)) { request.subject = form.text(.line(.subject)) }
    if takes(.line(.unit)) { request.unit = line(.unit) }
    if takes(.line(.received)) { request.received = date(.line(.received)) ?? old.received }
    if takes(.line(.channel)) { request.channel = line(.channel) }
    if takes(.note) { request.note = optional(.note) }
    if takes(.line(.fast)) {
      let isFast = line(.fast).flatMap(Form.RegisterLine.answer) ?? false
      // Called to the fast lane or off it, it is due by that lane's rule unless a day is given.
      if isFast != old.isFast { request.due = nil }
      request.isFast = isFast
    }
    if takes(.due) { request.due = date(.due)?.settled }
    return request
  }

  private var target: Target? {
    guard let year = line(.year).flatMap(number),
      let measure = line(.measure).flatMap({ Target.Measure(spoken: $0) })
    else { return nil }
    var target = Target(year: year, measure: measure)
    target.unit = line(.targetUnit)
    target.cluster = line(.cluster)
    target.note = optional(.note)
    if measure.isAmount {
      target.amount = line(.value).flatMap { Amount(spoken: $0) }
    } else {
      target.count = line(.value).flatMap(number)
    }
    return target
  }

  /// A target whose year, measure, unit or cluster was changed is another one in the old one's place.
  private func changing(_ key: RegisterKey, in pipeline: Pipeline) -> Command? {
    guard var target else { return nil }
    if case .target(let old) = pipeline.registers[key] {
      target.unknownMembers = old.unknownMembers
    }
    let save = Command.register(.save(.target(target)))
    if RegisterEntry.target(target).key == key { return save }
    return .together([.register(.remove(key)), save])
  }

  private func approval(of id: ProjectID, in pipeline: Pipeline) -> Command? {
    var edits = edits()
    let route = line(.route).flatMap { ApprovalRoute(spoken: $0) }
    if isChanged(.line(.route)) {
      // As ledgers print it, and as it is read back from any of its names.
      edits.append(
        FieldEdit(
          .route, to: route.map { .text($0.term.zh) },
          expected: form[.line(.route)]?.seen ?? .anything
        ))
    }
    var commands = edits.isEmpty ? [] : [Command.edit(id, edits)]
    if let route, line(.checklist).flatMap(Form.RegisterLine.answer) ?? false {
      let there = pipeline.decisions(of: id)
      let last = there.map(\.place).max() ?? 0
      let new = route.usualSteps.filter { name in !there.contains { $0.name == name } }
      commands += new.enumerated().map { index, name in
        .register(.save(.decision(Decision(project: id, name: name, place: last + index + 1))))
      }
    }
    return .together(commands)
  }

  private func step(of id: ProjectID, in pipeline: Pipeline) -> Command {
    let name = form.text(.line(.point))
    let there = pipeline.decisions(of: id)
    let old = there.first { $0.name == name }
    var decision =
      old ?? Decision(project: id, name: name, place: (there.map(\.place).max() ?? 0) + 1)
    decision.done = date(.line(.done)) ?? decision.done
    // What stands there untouched was said of the point that was offered, not of another one.
    if isChanged(.line(.body)) { decision.body = line(.body) }
    if isChanged(.due) { decision.due = date(.due)?.settled }
    if isChanged(.line(.document)) { decision.document = line(.document) }
    return .register(.save(.decision(decision), seen: old.map(RegisterEntry.decision)))
  }
}

extension Form.RegisterLine {
  /// Yes or no as people write it; nil when it is neither.
  static func answer(of text: String) -> Bool? {
    switch text.lowercased() {
    case "是", "yes", "y", "对", "快", "快办": true
    case "否", "no", "n", "不", "不是": false
    default: nil
    }
  }

  /// The project that a line begins with, `#5 …`.
  static func project(in text: String) -> ProjectID? {
    let digits = FullWidth.folded(text).drop { $0 == "#" }.prefix { $0.isASCII && $0.isNumber }
    return UInt32(digits).map { ProjectID($0) }
  }
}

internal import Insight
internal import Pipeline
internal import Vocabulary

extension UIState {
  /// Looks for projects that may be the one being typed, when its name or its investors changed.
  ///
  /// - Complexity: O(projects and organisations) when they did, O(1) otherwise.
  mutating func settleFirstTalk() {
    guard case .form(var form) = overlay, form.purpose == .add else { return }
    let typed = [Form.Key.field(.name), .field(.investors)].map(form.text)
    guard typed != form.compared else { return }
    form.compared = typed
    form.warned = []
    var fields: [Field: FieldValue] = [:]
    if typed[0].count > 1 { fields[.name] = .text(typed[0]) }
    let investors = NameList.parts(of: typed[1], .firms).filter { $0.count > 1 }
    if !investors.isEmpty { fields[.investors] = .list(investors) }
    form.likenesses = fields.isEmpty ? [] : Array(pipeline.likenesses(to: fields).prefix(3))
    overlay = .form(form)
  }
}

extension Form {
  /// Whether saving has to wait because the project resembles others that nobody was warned of.
  ///
  /// The warning is in the form then, and saving again saves.
  mutating func isHeldUp() -> Bool {
    let alike = likenesses.map(\.project)
    guard purpose == .add, !alike.allSatisfy(warned.contains) else { return false }
    warned = alike
    return true
  }

  /// The project that a line is alike to; nil for other lines.
  func likeness(at key: Key) -> Likeness? {
    switch key {
    case .field(.name): likenesses.first { $0.reason == .name }
    case .field(.investors): likenesses.first { $0.reason != .name }
    default: nil
    }
  }
}

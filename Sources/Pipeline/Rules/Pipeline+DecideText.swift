internal import SafeText

extension Pipeline {
  /// A cleaned text; nil when nothing is left of it.
  func text(_ raw: String, _ site: Refusal.TextSite, rule: TextRule = .line) throws(Refusal)
    -> String?
  {
    do {
      let cleaned = try rule.clean(raw)
      return cleaned.isEmpty ? nil : cleaned
    } catch {
      throw .text(site, error)
    }
  }

  func requiredText(_ raw: String, _ site: Refusal.TextSite) throws(Refusal) -> String {
    var rule = TextRule.note
    rule.mustBeVisible = true
    guard let cleaned = try text(raw, site, rule: rule) else {
      throw .text(site, TextFault(.nothingVisible, at: 0))
    }
    return cleaned
  }

  func reasonText(_ raw: String, _ id: ProjectID, _ kind: Status.Kind) throws(Refusal) -> String {
    guard let reason = try text(raw, .reason) else { throw .reasonMissing(id, kind) }
    return reason
  }

  func texts(_ raw: [String], _ site: Refusal.TextSite, limit: Int = 64) throws(Refusal)
    -> [String]
  {
    if raw.count > limit { throw .tooMany(site, limit: limit) }
    // Most have one item, which is clean.
    if raw.count == 1, TextRule.line.isClean(raw[0]) { return raw }
    var cleaned: [String] = []
    for item in raw {
      if let item = try text(item, site), !cleaned.contains(item) { cleaned.append(item) }
    }
    return cleaned
  }

  /// A cleaned field value; nil when nothing is left of it.
  ///
  /// - Throws: A text's fault, or that the value is not of the form the field holds.
  func value(_ raw: FieldValue?, of field: Field) throws(Refusal) -> FieldValue? {
    if let raw, !raw.fits(field.form) { throw .notAnAmount(field, raw.plainText) }
    switch raw {
    case .text(let raw):
      switch field.form {
      case .name: return try text(raw, .field(field), rule: .name).map(FieldValue.text)
      case .note: return try text(raw, .field(field), rule: .note).map(FieldValue.text)
      case .json: return .text(raw)
      default: return try text(raw, .field(field)).map(FieldValue.text)
      }
    case .list(let items):
      let cleaned = try texts(items, .field(field))
      return cleaned.isEmpty ? nil : .list(cleaned)
    case .next(let step):
      guard let cleaned = try text(step.text, .field(field)) else { return nil }
      return .next(
        NextStep(
          text: cleaned, due: step.due,
          who: try step.who.flatMap { who throws(Refusal) in try text(who, .field(field)) }))
    case .amount, .date, .kind, nil: return raw
    }
  }
}

extension FieldValue {
  fileprivate func fits(_ form: Field.Form) -> Bool {
    switch (self, form) {
    case (.text, .name), (.text, .line), (.text, .note), (.text, .json), (.list, .list),
      (.amount, .amount), (.date, .date), (.kind, .kind), (.next, .next):
      true
    case (.text, _), (.list, _), (.amount, _), (.date, _), (.kind, _), (.next, _): false
    }
  }

  /// What was given, for the refusal.
  fileprivate var plainText: String {
    switch self {
    case .text(let text): text
    case .list(let items): items.joined(separator: ";")
    case .amount(.known(let money)): money.value + money.unit.rawValue
    case .amount(.undisclosed): ""
    case .date(let date): date.description
    case .kind(let kind): kind.rawValue
    case .next(let step): step.text
    }
  }
}

extension Project {
  /// A field's value; nil when it has none.
  ///
  /// - Complexity: O(1) for the common fields, O(fields with a value) for the rest.
  package subscript(field: Field) -> FieldValue? {
    get {
      switch field {
      case .name: .text(name)
      case .kind: .kind(kind)
      case .investors: investors.isEmpty ? nil : .list(investors)
      case .lead: lead.isEmpty ? nil : .list(lead)
      case .owner: owner.map(FieldValue.text)
      case .industry: industry.map(FieldValue.text)
      case .cluster: cluster.map(FieldValue.text)
      case .amount: amount.map(FieldValue.amount)
      case .next: next.map(FieldValue.next)
      case .tags: tags.isEmpty ? nil : .list(tags)
      default: details.first { $0.field == field }?.value
      }
    }
    set {
      switch (field, newValue) {
      case (.name, .text(let text)): name = text
      case (.kind, .kind(let value)): kind = value
      case (.investors, .list(let names)): investors = names
      case (.investors, nil): investors = []
      case (.lead, .list(let names)): lead = names
      case (.lead, nil): lead = []
      case (.owner, .text(let text)): owner = text
      case (.owner, nil): owner = nil
      case (.industry, .text(let text)): industry = text
      case (.industry, nil): industry = nil
      case (.cluster, .text(let text)): cluster = text
      case (.cluster, nil): cluster = nil
      case (.amount, .amount(let value)): amount = value
      case (.amount, nil): amount = nil
      case (.next, .next(let step)): next = step
      case (.next, nil): next = nil
      case (.tags, .list(let names)): tags = names
      case (.tags, nil): tags = []
      // A common field never holds a value of another form: decide and the codec see to it.
      case (
        .name, _
      ), (.kind, _), (.investors, _), (.lead, _), (.owner, _), (.industry, _), (.cluster, _),
        (.amount, _), (.next, _), (.tags, _):
        break
      default: setDetail(field, newValue)
      }
    }
  }

  /// The text of a one-line field; nil when empty or of another form.
  package func text(_ field: Field) -> String? {
    if case .text(let text) = self[field] { text } else { nil }
  }

  private mutating func setDetail(_ field: Field, _ value: FieldValue?) {
    details.removeAll { $0.field == field }
    guard let value else { return }
    let order = Field.order
    let place =
      details.firstIndex { (order[$0.field] ?? 0) > (order[field] ?? 0) } ?? details.count
    details.insert(Detail(field: field, value: value), at: place)
  }
}

extension Field {
  static let order: [Field: Int] = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}

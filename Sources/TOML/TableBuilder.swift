/// A table while its text is read, with the rules of who may still add to it.
///
/// A class, because a header may come back to a table from anywhere in the text.
final class TableBuilder {
  /// How a table came to be.
  enum Origin {
    /// On the way to a header's table: `a` of `[a.b]`. A later header may still define it.
    case passed
    /// By a header, or as a whole text or the braces of an inline table.
    case defined
    /// By a dotted key: `a` of `a.b = 1`. Only further dotted keys add to it.
    case dotted
  }

  /// The tables of one `[[name]]`.
  final class Series {
    var tables: [TableBuilder] = []
  }

  enum Node {
    case value(TOMLValue)
    case table(TableBuilder)
    case series(Series)
  }

  struct Member {
    let key: String
    let keyPlace: TOMLPlace
    let valuePlace: TOMLPlace
    let node: Node
  }

  private var origin: Origin
  private var members: [Member] = []
  private var indices: [ExactKey: Int] = [:]

  init(_ origin: Origin) { self.origin = origin }

  /// The table as a value.
  func finished() -> TOMLTable {
    TOMLTable(
      members: members.map { member in
        let value: TOMLValue =
          switch member.node {
          case .value(let value): value
          case .table(let table): .table(table.finished())
          case .series(let series): .array(series.tables.map { .table($0.finished()) })
          }
        return TOMLTable.Member(
          key: member.key, value: value, keyPlace: member.keyPlace, valuePlace: member.valuePlace)
      })
  }

  // MARK: Headers

  /// The table that `[key]` begins, seen from the table of the whole text.
  func table(atHeader key: [TOMLScanner.KeyPart]) throws(TOMLError) -> TableBuilder {
    let (parent, last) = try parent(ofHeader: key)
    guard let old = parent.member(last.name) else {
      let table = TableBuilder(.defined)
      parent.add(last, .table(table), valueAt: last.place)
      return table
    }
    guard case .table(let table) = old.node, table.origin == .passed else {
      throw TOMLError(place: last.place, found: last.name, expected: .newKey(first: old.keyPlace))
    }
    table.origin = .defined
    return table
  }

  /// The new table that `[[key]]` begins.
  func table(atSeries key: [TOMLScanner.KeyPart]) throws(TOMLError) -> TableBuilder {
    let (parent, last) = try parent(ofHeader: key)
    let table = TableBuilder(.defined)
    guard let old = parent.member(last.name) else {
      let series = Series()
      series.tables.append(table)
      parent.add(last, .series(series), valueAt: last.place)
      return table
    }
    guard case .series(let series) = old.node else {
      throw TOMLError(place: last.place, found: last.name, expected: .newKey(first: old.keyPlace))
    }
    series.tables.append(table)
    return table
  }

  private func parent(
    ofHeader key: [TOMLScanner.KeyPart]
  ) throws(TOMLError) -> (TableBuilder, last: TOMLScanner.KeyPart) {
    var table = self
    for part in key.dropLast() {
      guard let old = table.member(part.name) else {
        let new = TableBuilder(.passed)
        table.add(part, .table(new), valueAt: part.place)
        table = new
        continue
      }
      switch old.node {
      case .table(let inner): table = inner
      // The last one that was begun, and a series is never empty.
      case .series(let series): table = series.tables[series.tables.count - 1]
      case .value:
        throw TOMLError(
          place: part.place, found: part.name, expected: .openTable(first: old.keyPlace))
      }
    }
    return (table, key[key.count - 1])
  }

  // MARK: Assignments

  /// Sets `key = value`, making the tables of a dotted key.
  func set(
    _ key: [TOMLScanner.KeyPart], to value: TOMLValue, valueAt place: TOMLPlace
  ) throws(TOMLError) {
    var table = self
    for part in key.dropLast() {
      guard let old = table.member(part.name) else {
        let new = TableBuilder(.dotted)
        table.add(part, .table(new), valueAt: part.place)
        table = new
        continue
      }
      guard case .table(let inner) = old.node, inner.origin == .dotted else {
        throw TOMLError(
          place: part.place, found: part.name, expected: .openTable(first: old.keyPlace))
      }
      table = inner
    }
    let last = key[key.count - 1]
    if let old = table.member(last.name) {
      throw TOMLError(place: last.place, found: last.name, expected: .newKey(first: old.keyPlace))
    }
    table.add(last, .value(value), valueAt: place)
  }

  private func member(_ name: String) -> Member? { indices[ExactKey(name)].map { members[$0] } }

  private func add(_ part: TOMLScanner.KeyPart, _ node: Node, valueAt place: TOMLPlace) {
    indices[ExactKey(part.name)] = members.count
    members.append(
      Member(key: part.name, keyPlace: part.place, valuePlace: place, node: node))
  }
}

/// A key by its bytes: `é` as one character and as two are two keys, as TOML has it.
private struct ExactKey: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (one: ExactKey, other: ExactKey) -> Bool {
    one.text.utf8.elementsEqual(other.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

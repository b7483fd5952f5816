package import Pipeline

/// The cards set apart for something to be done with all of them.
package struct Marks: Hashable, Sendable {
  package private(set) var ids: Set<ProjectID> = []
  /// A range being drawn; nil when cards are marked one by one.
  package private(set) var range: Range?

  package struct Range: Hashable, Sendable {
    package let anchor: ProjectID
    /// What was marked before it began.
    let before: Set<ProjectID>
  }

  package var count: Int { ids.count }
  package var isEmpty: Bool { ids.isEmpty }
  /// By number, the order they are named in.
  package var sorted: [ProjectID] { ids.sorted() }

  package func contains(_ id: ProjectID) -> Bool { ids.contains(id) }

  mutating func toggle(_ id: ProjectID) {
    range = nil
    if ids.remove(id) == nil { ids.insert(id) }
  }

  /// Marks all of a column, or none of it when all are marked already.
  mutating func toggle(all column: [ProjectID]) {
    range = nil
    if column.allSatisfy(ids.contains) {
      ids.subtract(column)
    } else {
      ids.formUnion(column)
    }
  }

  /// Begins a range at a card, or keeps the one that is being drawn.
  mutating func toggleRange(at id: ProjectID) {
    if range == nil {
      range = Range(anchor: id, before: ids)
      ids.insert(id)
    } else {
      range = nil
    }
  }

  /// Marks from where the range began to a card of the same column; elsewhere the range has ended.
  mutating func extend(to id: ProjectID?, in column: [ProjectID]) {
    guard let range else { return }
    guard let id, let here = column.firstIndex(of: id),
      let start = column.firstIndex(of: range.anchor)
    else {
      self.range = nil
      return
    }
    ids = range.before.union(column[min(here, start)...max(here, start)])
  }

  /// Gives up the range that is being drawn, else everything.
  mutating func clear() {
    ids = range?.before ?? []
    range = nil
  }

  mutating func remove(_ gone: some Sequence<ProjectID>) { ids.subtract(gone) }

  /// Lets go of cards that are no longer there.
  mutating func keep(where isThere: (ProjectID) -> Bool) {
    if !ids.isEmpty { ids = ids.filter(isThere) }
  }
}

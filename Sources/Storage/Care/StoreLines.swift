package import Pipeline

/// The records of a store in a folder, for whoever copies them to a store of another kind: each checked,
/// up to the last whole commit.
package struct StoreLines {
  package let id: String
  package let format: FormatVersion
  /// The last event of the last whole commit when the reading began.
  package let last: SequenceNumber
  private var lines: JournalLines

  /// - Throws: `damaged` when the journal is; `unfit` with `hasGap` where something was given up, for
  ///   which only a journal has a place.
  /// - Complexity: O(bytes of the journal), and once more for reading the lines.
  package init(of path: String, disk: any Disk = LocalDisk()) throws(StoreError) {
    let folders = try StoreFolders.open(path, isReadOnly: true, on: disk)
    let files = SegmentFiles(folders.journal, on: disk)
    let whole = try WholeJournal(files, of: folders, path: path)
    if !whole.gaps.isEmpty { throw StoreError(.unfit(.hasGap), place: path) }
    id = folders.format.id
    format = folders.format.version
    last = whole.end.chain.last
    lines = JournalLines(files, of: folders.format, path: path)
  }

  /// The next line without its line feed, good until the next call; nil behind the last commit.
  package mutating func next() throws(StoreError) -> UnsafeRawBufferPointer? {
    guard lines.chain.last < last, case .record(let line)? = try lines.next() else { return nil }
    return line
  }
}

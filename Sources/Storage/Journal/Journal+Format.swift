internal import Pipeline

extension FormatVersion {
  /// What every store begins as.
  static let first = FormatVersion(major: 1, minor: 0)
  /// The newest kinds of event that this program writes and reads.
  package static let current = FormatVersion(major: 1, minor: 3)
}

extension Event {
  /// The minor version of the format that its kind came with.
  ///
  /// A kind, a version of one, or a record of a register that older programs take for unknown is a
  /// minor version of its own.
  var formatMinor: Int {
    switch self {
    case .projectAdded(let added): added.fields[.externalKeys] == nil ? 0 : 2
    case .fieldsChanged(_, let changes): changes.contains { $0.field == .externalKeys } ? 2 : 0
    case .moved, .statusChanged, .placed, .noted, .activityLogged,
      .milestoneReached, .directoryChanged, .storeRecovered, .unknown:
      0
    case .registerChanged: 1
    case .reminded: 3
    case .undone(_, let event): event.formatMinor
    }
  }
}

extension Journal {
  /// Has the file `format` say of which minor version the events are, before the first is written.
  ///
  /// The lock is held. The file is replaced whole: cut short at any point, it says what it said or what
  /// it is to say, and programs of the same major version read both.
  func raiseFormat(for events: [Event]) throws(StoreError) {
    var minor = 0
    for event in events { minor = max(minor, event.formatMinor) }
    try raiseFormat(toMinor: minor)
  }

  func raiseFormat(toMinor minor: Int) throws(StoreError) {
    guard minor > folders.format.version.minor else { return }
    do throws(DiskError) {
      try folders.raiseFormat(to: minor, suffix: authorship.random())
    } catch {
      throw self.error(.notSaved(error))
    }
  }
}

extension StoreFolders {
  fileprivate func raiseFormat(to minor: Int, suffix: UInt64) throws(DiskError) {
    // Somebody may have done it since we opened the store.
    let old = try disk.open("format", in: root, .read)
    defer { disk.close(old) }
    if let found = StoreFormat(try disk.readAll(old, limit: 4096)), found.version.minor >= minor {
      return take(found)
    }
    var raised = format
    raised.version = FormatVersion(major: format.version.major, minor: minor)
    let bytes = raised.bytes
    try disk.replace("format", in: root, suffix: suffix) { (temporary) throws(DiskError) in
      try sharing.makeFile(temporary, in: root, mode: try disk.status(old).mode, on: disk)
    } fill: { (file) throws(DiskError) in
      try disk.writeAll(file, bytes, at: 0)
    }
    take(raised)
  }
}

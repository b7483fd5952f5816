/// What was done to the record itself: facts, no change to any project.
package struct StoreRecovery: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// What an interrupted writer had left was put aside.
    case putAside = "put_aside"
    /// A whole record lacked only its line feed.
    case completed
    /// A backup made up for damage.
    case mended
    /// The store was brought back from a backup, and goes on from there.
    case restored
    /// What could not be read was given up with consent.
    case gap
  }

  package var kind: Kind
  /// The files it was about, and where what was taken out of them is kept.
  package var files: [String]
  package var kept: [String]
  package var bytes: Int64
  /// The first and the last event it was about; none when nothing saved was touched.
  package var first: SequenceNumber?
  package var last: SequenceNumber?

  package init(
    _ kind: Kind, files: [String] = [], kept: [String] = [], bytes: Int64 = 0,
    first: SequenceNumber? = nil, last: SequenceNumber? = nil
  ) {
    self.kind = kind
    self.files = files
    self.kept = kept
    self.bytes = bytes
    self.first = first
    self.last = last
  }
}

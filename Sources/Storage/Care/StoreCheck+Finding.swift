package import Pipeline

extension StoreCheck {
  package enum Finding: Hashable, Sendable {
    case damage(Damage)
    /// Given up with consent, after damage; the journal goes on behind it.
    case gap(Gap)
    /// A commit that was never acknowledged; the next commit puts it aside.
    case unfinished(file: String, line: Int, bytes: Int64)
    /// A file put aside earlier.
    case putAside(file: String, bytes: Int64)
    /// A file or folder that others may read or write.
    case openToOthers(file: String, mode: UInt32)
    /// A list beside the permissions says who may use it: perhaps others than they say.
    case accessList(file: String)
    /// What is made in a folder of a shared store is not its group's by itself.
    case noGroupInheritance(folder: String)
    /// It belongs to somebody else than the store's owner, or than the group that shares the store,
    /// and locks them out.
    case foreign(file: String, owner: UInt32, group: UInt32, storeOwner: UInt32, sharedBy: UInt32?)
    /// It has another name somewhere: what is written to it is written there too.
    case linked(file: String)
    /// A file that is none of the store's.
    case strange(file: String)
    /// The journal's last record is not the one that was flushed last, whole though it is.
    case otherEnd(SequenceNumber)
    /// A checkpoint that is of no use; the journal holds all it could.
    case checkpoint(file: String, Checkpoint.Fault)

    /// Whether somebody has to do something about it, though every record is there.
    ///
    /// What was given up or put aside is history, and a checkpoint is made anew by itself.
    package var wantsCare: Bool {
      switch self {
      case .damage, .openToOthers, .accessList, .noGroupInheritance, .foreign, .linked, .strange,
        .otherEnd:
        true
      case .gap, .unfinished, .putAside, .checkpoint: false
      }
    }
  }
}

/// Why a server did not do what it was asked: facts, no sentence.
package struct ServerFault: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The server's client library is not on this machine.
    case noLibrary
    /// The address is none, or a service is not described anywhere.
    case badAddress
    /// Nobody answers there, or nobody is called so.
    case unreachable
    /// The account or its password is not accepted.
    case loginRefused
    /// The certificate is not that of the host, or nobody we trust has signed it.
    case badCertificate
    /// No further connection is granted.
    case full
    case noDatabase
    /// The database has no store under that name.
    case noStore(schema: String)
    case alreadyThere(schema: String)
    /// The account may not do this.
    case noRight
    /// The account is no member of the store, or has left.
    case notAMember(account: String)
    /// No account is called so.
    case noAccount(String)
    /// Its tables are of a later version than this program knows.
    case newerSchema(Int)
    case diskFull
    /// It only repeats what another server does, or was told to take no changes.
    case onlyReads
    /// Somebody else has been writing for too long.
    case busy
    /// The connection broke, or the server is being stopped.
    case lost
    /// It has not answered within the time given.
    case silent
    case other
  }

  package let kind: Kind
  /// What the server calls it (SQLSTATE); empty when it has not said anything.
  package let state: String
  /// What it says in its own words; no password is in it, and nothing that drives a terminal.
  package let message: String

  package init(_ kind: Kind, state: String = "", message: String = "") {
    self.kind = kind
    self.state = state
    self.message = message
  }
}

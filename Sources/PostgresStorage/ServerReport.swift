package import Pipeline
package import Storage

/// What a look at a server and at the store on it has found, as facts.
package struct ServerReport: Hashable, Sendable {
  package internal(set) var storeID = ""
  package internal(set) var format = FormatVersion.current
  /// The version of the tables.
  package internal(set) var schema = 0
  /// The server's version as it says it, such as `15.20`.
  package internal(set) var version = ""
  package internal(set) var account = ""
  /// What the account signs with; nil when it is no member.
  package internal(set) var member: UInt32?
  package internal(set) var access = StoreAccess.readWrite
  /// Rows of the history, the number of the last, and what the table takes on the server's disk.
  package internal(set) var events = 0
  package internal(set) var last = SequenceNumber.origin
  package internal(set) var bytes: Int64 = 0
  package internal(set) var promise = Promise()
  package internal(set) var standbys: [Standby] = []
  /// How many connections there are, and how many there may be beside those kept for administrators.
  package internal(set) var connections = 0
  package internal(set) var connectionLimit = 0
  package internal(set) var findings: [Finding] = []

  /// What the server's settings make of a commit that it has answered.
  package struct Promise: Hashable, Sendable {
    package internal(set) var fsync = true
    package internal(set) var fullPageWrites = true
    package internal(set) var synchronousCommit = "on"
    package internal(set) var standbyNames = ""
    /// How long a commit may lie in memory where it is not waited for, in milliseconds.
    package internal(set) var delay = 600
  }

  /// A server that repeats what this one does.
  package struct Standby: Hashable, Sendable {
    package let name: String
    /// Whether commits wait for it; nil when the account may not see that.
    package let isSynchronous: Bool?
  }

  /// What a commit that was answered survives.
  package enum Worth: Hashable, Sendable {
    /// A killed process, and nothing more.
    case nothing
    /// A crash of the server, but for the last moment, in milliseconds.
    case later(Int)
    /// A crash of the server and a power cut, as long as its disk is there.
    case thisServer
    /// The same, and the loss of the server as well, unless the standbys fail in the same moment.
    case standbysMemory
    /// The same, and the loss of the server.
    case standbys
  }

  package var worth: Worth {
    if !promise.fsync { return .nothing }
    switch promise.synchronousCommit {
    case "off": return .later(promise.delay)
    case "local": return .thisServer
    case "remote_write": return promise.standbyNames.isEmpty ? .thisServer : .standbysMemory
    default: return promise.standbyNames.isEmpty ? .thisServer : .standbys
    }
  }

  /// Something to be put right, or to be known.
  package enum Finding: Hashable, Sendable {
    case damage(Damage)
    /// The server has fewer events than were read before; what it lost is in this folder.
    case rewound(to: SequenceNumber, from: SequenceNumber, kept: String)
    case fsyncOff
    case fullPageWritesOff
    case commitNotWaitedFor
    /// Standbys are named, and this account's commits do not wait for them.
    case standbysNotWaitedFor
    /// Standbys are named, and none of them is there: commits wait until one comes.
    case standbysMissing(names: String)
    /// There are standbys, and commits wait for none.
    case standbysBehind(Int)
    case oldServer(version: String)
    case encoding(String)
    /// What keeps history is not there, or is switched off.
    case noTrigger(String)
    /// A function that is missing, or is not as it was made.
    case strangeFunction(String)
    case noIndex(String)
    /// Somebody but the owner may change rows.
    case grant(table: String, role: String, right: String)
    case foreignOwner(table: String, role: String, owner: String)
    case ownerMayLogIn(String)
    /// A member whose account is gone from the server.
    case memberWithoutAccount(String)
    /// A member whose account may not write.
    case memberWithoutRight(String)
    /// An account that may take turns, and is no member.
    case writerWithoutMembership(role: String, writer: String)
    case nearlyFull(used: Int, limit: Int)
    /// Over the network, for anybody to read.
    case unencrypted
    /// A pooler stands between: notices do not come through, and the server is asked every two seconds.
    case pooled

    /// Whether somebody has to do something about it.
    package var wantsCare: Bool {
      switch self {
      case .pooled: false
      default: true
      }
    }

    /// A word for programs.
    package var code: String {
      switch self {
      case .damage: "damage"
      case .rewound: "rewound"
      case .fsyncOff: "fsync_off"
      case .fullPageWritesOff: "full_page_writes_off"
      case .commitNotWaitedFor: "synchronous_commit_off"
      case .standbysNotWaitedFor: "standbys_not_waited_for"
      case .standbysMissing: "standbys_missing"
      case .standbysBehind: "standbys_behind"
      case .oldServer: "old_server"
      case .encoding: "encoding"
      case .noTrigger: "no_trigger"
      case .strangeFunction: "strange_function"
      case .noIndex: "no_index"
      case .grant: "grant"
      case .foreignOwner: "foreign_owner"
      case .ownerMayLogIn: "owner_may_log_in"
      case .memberWithoutAccount: "member_without_account"
      case .memberWithoutRight: "member_without_right"
      case .writerWithoutMembership: "writer_without_membership"
      case .nearlyFull: "nearly_full"
      case .unencrypted: "unencrypted"
      case .pooled: "pooled"
      }
    }

    /// What puts it right: statements for whoever runs the server, or a call of this program; nil where
    /// neither does.
    package var remedy: String? {
      func alter(_ setting: String, _ value: String) -> String {
        "ALTER SYSTEM SET \(setting) = \(value); SELECT pg_reload_conf();"
      }
      return switch self {
      case .damage, .oldServer, .encoding, .pooled, .standbysMissing, .nearlyFull: nil
      case .rewound(_, _, let kept): "zhaoshang history --store \(kept)"
      case .fsyncOff: alter("fsync", "on")
      case .fullPageWritesOff: alter("full_page_writes", "on")
      case .commitNotWaitedFor, .standbysNotWaitedFor: alter("synchronous_commit", "on")
      case .standbysBehind: alter("synchronous_standby_names", "'ANY 1 (*)'")
      case .noTrigger, .strangeFunction, .noIndex, .grant: "zhaoshang upgrade"
      case .foreignOwner(let table, _, let owner):
        "ALTER TABLE \(table) OWNER TO \(ServerSchema.identifier(owner));"
      case .ownerMayLogIn(let role): "ALTER ROLE \(ServerSchema.identifier(role)) NOLOGIN;"
      case .memberWithoutAccount(let role): "zhaoshang member leave \(role)"
      case .memberWithoutRight(let role): "zhaoshang member add \(role)"
      case .writerWithoutMembership(let role, let writer):
        "REVOKE \(ServerSchema.identifier(writer)) FROM \(ServerSchema.identifier(role));"
      case .unencrypted: "sslmode=verify-full"
      }
    }
  }

  /// Whether every event is there as it was sealed.
  package var isSound: Bool {
    !findings.contains { if case .damage = $0 { true } else { false } }
  }
}

#if PostgreSQL
  import Pipeline
  import StoreSupport
  import Storage
  import Synchronization
  import TestSupport
  import Testing

  @testable import PostgresStorage

  /// A store on the tests' server, under a name of its own, and a folder for copies.
  final class ServerScratch {
    let server: DatabaseServer
    let schema: String
    private let home: ScratchFolder
    private static let count = Atomic<Int>(0)

    init() throws {
      server = try DatabaseServer.shared.get()
      schema = ServerScratch.name()
      home = try ScratchFolder()
      try ServerCare(address()).create(id: Authorship.identifier { .random(in: .min ... .max) })
    }

    /// A name that no other store of the tests has.
    static func name() -> String { "t\(count.add(1, ordering: .relaxed).newValue)" }

    func address(as account: String = "postgres", by port: Int? = nil) throws -> ServerAddress {
      guard
        case .server(let address) = try StoreAddress(server.address(schema, as: account, by: port))
      else { throw DatabaseServer.Fault.notInstalled }
      return address
    }

    /// Another program's view of the store, on the same machine or on another.
    func store(
      as account: String = "postgres", machine: String = "a", isReadOnly: Bool = false,
      by port: Int? = nil
    ) throws -> ServerStore {
      try ServerStore(
        address(as: account, by: port), authorship: .sample, mirrors: mirrors(of: machine),
        isReadOnly: isReadOnly)
    }

    func mirrors(of machine: String) -> String { home.path(machine) }

    /// An account that may write.
    func member(_ name: String) throws -> String {
      let account = "\(schema)_\(name)"
      try server.run("CREATE ROLE \(account) LOGIN;")
      try ServerCare(address()).add(account, name: name)
      return account
    }

    func rows(_ columns: String = "seq") throws -> [String] {
      try server.run("SELECT \(columns) FROM \(schema).event ORDER BY seq;")
        .split(separator: "\n").map(String.init)
    }
  }
#endif

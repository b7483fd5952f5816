internal import ArgumentParser
internal import Glibc
internal import Pipeline
internal import PostgresStorage
internal import Storage
internal import Wording

/// The subcommand `zhaoshang init [PATH] [--group NAME]`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration("init", .initialise)

  @Argument(help: .of(.path), completion: .directory) var path: String?
  @Option(help: .of(.group)) var group: String?
  @Flag(help: .of(.sql)) var sql = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    let named = try Workplace.address(path, workplace.words)
    let address = if let named { named } else { try workplace.address() }
    switch address {
    case .folder(let path):
      if sql { throw Failure(.wrongCommandLine, workplace.words.sqlWantsServer(path)) }
      let group = try self.group.map { name throws(Failure) in try workplace.group(name) }
      if group == nil, workplace.isEmptyStore(at: path) {
        return try Output.result(workplace.words.storeIsThere(path))
      }
      try workplace.create(at: path, group: group)
      try Output.outcome(workplace.words.madeStore(path), workplace.words)
    case .server(let server):
      if group != nil {
        throw Failure(.wrongCommandLine, workplace.words.conflictingOptions("--group", server.text))
      }
      if sql {
        let schema = ServerSchema(server.schema)
        return try Output.document(schema.creation(id: Dice().identifier(), member: nil))
      }
      try workplace.create(on: server)
      try Output.outcome(workplace.words.madeStore(on: server.text), workplace.words)
    }
  }
}

extension Words {
  fileprivate func storeIsThere(_ path: String) -> String {
    say("数据目录已经在了，还是空的：\(path)", "The store is there already, and empty: \(path)")
  }
}

extension Workplace {
  /// Whether a store is there in which nothing has been recorded, as the board's first run leaves it.
  fileprivate func isEmptyStore(at path: String) -> Bool {
    guard Surroundings.exists(path),
      let store = try? openJournal(at: path, isReadOnly: true, isTold: false)
    else { return false }
    return store.pipeline.version == .origin
  }

  /// The number of a group that is to share a store.
  func group(_ name: String) throws(Failure) -> UInt32 {
    guard let entry = getgrnam(name) else { throw Failure(.refused, words.noSuchGroup(name)) }
    return entry.pointee.gr_gid
  }
}

internal import ArgumentParser
internal import JSON
internal import PostgresStorage
internal import Settings
internal import Storage
internal import Wording

/// The subcommand `zhaoshang upgrade`.
struct UpgradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration("upgrade", .upgrade)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    let words = workplace.words
    switch try workplace.address() {
    case .folder(let path):
      // A folder is read in whichever version it is; what is written raises it by itself.
      _ = try workplace.openForReading()
      try Output.outcome(words.nothingToUpgrade(path), words)
    case .server(let server):
      #if PostgreSQL
        let mended: [ServerReport.Finding]
        do throws(StoreError) { mended = try ServerCare(server).upgrade() } catch {
          throw workplace.failure(error)
        }
        if mended.isEmpty {
          return try Output.outcome(
            words.nothingToUpgrade(server.text, tables: ServerSchema.version), words)
        }
        let lines = mended.map { "- " + words.finding($0) }
        try Output.outcome(
          words.upgraded(server.text) + "\n" + lines.joined(separator: "\n"), words)
      #else
        throw workplace.unserved(server)
      #endif
    }
  }
}

/// The subcommand `zhaoshang cache list|clear`.
struct CacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache", abstract: Help.words.about(.cache),
    subcommands: [CacheListCommand.self, CacheClearCommand.self],
    defaultSubcommand: CacheListCommand.self)
}

/// The subcommand `zhaoshang cache list`.
struct CacheListCommand: ParsableCommand {
  static let configuration = CommandConfiguration("list", .cacheList)

  @Flag(help: .of(.json)) var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    #if PostgreSQL
      let copies = workplace.paths.map { ServerCache(path: $0.cacheFolder).copies } ?? []
      if json {
        let rows = copies.map { copy -> JSONValue in
          [
            "path": .string(copy.path), "id": .string(copy.storeID),
            "kept_as": copy.keptAs.map { .string($0) } ?? .null,
            "bytes": .integer(JournalReading.size(of: copy.path + "/journal")),
          ]
        }
        return try Output.document(JSONText(.array(rows)).text)
      }
      let lines = copies.map { copy in
        workplace.words.copy(
          at: copy.path, bytes: JournalReading.size(of: copy.path + "/journal"),
          isKept: copy.keptAs != nil)
      }
      try Output.result(lines.joined(separator: "\n"))
    #else
      if json { try Output.document("[]") }
    #endif
  }
}

/// The subcommand `zhaoshang cache clear [--all]`.
struct CacheClearCommand: ParsableCommand {
  static let configuration = CommandConfiguration("clear", .cacheClear)

  @Flag(help: .of(.keptCopies)) var all = false
  @OptionGroup var global: GlobalOptions

  /// Removes the copy of a server that answers and has all of it; one that went back is noticed before,
  /// and what it lost is kept.
  func run() throws {
    let workplace = try global.workplace()
    let words = workplace.words
    switch try workplace.address() {
    case .folder(let path): throw Failure(.refused, words.cacheWantsServer(path))
    case .server(let server):
      #if PostgreSQL
        let id = try workplace.mirror(of: server).split(separator: "/").last.map(String.init) ?? ""
        guard let paths = workplace.paths else { return }
        let cache = ServerCache(path: paths.cacheFolder)
        let gone = cache.copies(of: id, all: all)
        for copy in gone { FolderTree.remove(copy.path) }
        try Output.outcome(words.cacheCleared(gone.map(\.path)), words)
        let kept = cache.copies(of: id, all: true)
        for copy in kept { Output.say(words.copyKept(copy.path)) }
      #else
        throw workplace.unserved(server)
      #endif
    }
  }
}

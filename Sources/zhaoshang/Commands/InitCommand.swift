internal import ArgumentParser
internal import Glibc
internal import Wording

/// The subcommand `zhaoshang init [PATH] [--group NAME]`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration("init", .initialise)

  @Argument(help: .of(.path), completion: .directory) var path: String?
  @Option(help: .of(.group)) var group: String?
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    guard let path = path ?? workplace.storePath else {
      throw Failure(
        .badConfiguration, workplace.words.noPlaceForStore(Workplace.storeVariable))
    }
    let group = try self.group.map { name throws(Failure) in try workplace.group(name) }
    try workplace.create(at: path, group: group)
    try Output.outcome(workplace.words.madeStore(path), workplace.words)
  }
}

extension Workplace {
  /// The number of a group that is to share a store.
  func group(_ name: String) throws(Failure) -> UInt32 {
    guard let entry = getgrnam(name) else { throw Failure(.refused, words.noSuchGroup(name)) }
    return entry.pointee.gr_gid
  }
}

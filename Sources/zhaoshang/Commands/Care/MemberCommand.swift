internal import ArgumentParser
internal import JSON
internal import PostgresStorage
internal import Storage
internal import Wording

/// The subcommand `zhaoshang member`: who writes in a store on a server.
struct MemberCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: Help.words.about(.member),
    subcommands: [MemberAdd.self, MemberLeave.self, MemberList.self],
    defaultSubcommand: MemberList.self)
}

/// The subcommand `zhaoshang member add ROLE [--name NAME]`.
struct MemberAdd: ParsableCommand {
  static let configuration = CommandConfiguration("add", .memberAdd)

  @Argument(help: .of(.role)) var role: String
  @Option(help: .of(.memberName, "name")) var name: String?
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    #if PostgreSQL
      try workplace.caring { care throws(StoreError) in try care.add(role, name: name) }
      try Output.outcome(workplace.words.memberAdded(role), workplace.words)
    #else
      _ = try workplace.server()
    #endif
  }
}

/// The subcommand `zhaoshang member leave ROLE`.
struct MemberLeave: ParsableCommand {
  static let configuration = CommandConfiguration("leave", .memberLeave)

  @Argument(help: .of(.role)) var role: String
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    #if PostgreSQL
      let wasMember = try workplace.caring { care throws(StoreError) in try care.remove(role) }
      guard wasMember else { throw Failure(.refused, workplace.words.noSuchMember(role)) }
      try Output.outcome(workplace.words.memberLeft(role), workplace.words)
    #else
      _ = try workplace.server()
    #endif
  }
}

/// The subcommand `zhaoshang member list`.
struct MemberList: ParsableCommand {
  static let configuration = CommandConfiguration("list", .memberList)

  @Flag(help: .of(.json)) var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    #if PostgreSQL
      let members = try workplace.caring { care throws(StoreError) in try care.members() }
      if json {
        let rows = members.map { member -> JSONValue in
          [
            "number": .integer(member.number), "role": .string(member.role),
            "name": .string(member.name), "left": member.left.map { .string($0) } ?? .null,
          ]
        }
        return try Output.document(JSONText(.array(rows)).text)
      }
      let lines = members.map { member in
        "\(member.number)  \(member.role)  \(member.name)"
          + (member.left.map { "  " + workplace.words.memberLeft(on: $0) } ?? "")
      }
      try Output.result(lines.joined(separator: "\n"))
    #else
      _ = try workplace.server()
    #endif
  }
}

extension Workplace {
  /// The server that the store is on; refused where it is a folder, or where this program was built
  /// without servers.
  fileprivate func server() throws(Failure) -> ServerAddress {
    switch try address() {
    case .folder(let path): throw Failure(.refused, words.membersWantServer(path))
    case .server(let server):
      #if PostgreSQL
        return server
      #else
        throw unserved(server)
      #endif
    }
  }

  #if PostgreSQL
    fileprivate func caring<Value>(_ body: (ServerCare) throws(StoreError) -> Value)
      throws(Failure) -> Value
    {
      let server = try server()
      do throws(StoreError) { return try body(try ServerCare(server)) } catch {
        throw failure(error)
      }
    }
  #endif
}

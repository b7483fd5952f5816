/// Options before the subcommand, as in `zhaoshang --store DIR list`.
///
/// Every subcommand takes them after its name; people and wrappers put them first as well.
enum LeadingOptions {
  private static let names = ["--store", "--lang", "--today"]

  /// The arguments with leading options put behind the subcommand they are meant for.
  static func moved(_ arguments: [String]) -> [String] {
    var rest = arguments[...]
    var leading: [String] = []
    while let first = rest.first, let name = names.first(where: { first.hasPrefix($0) }) {
      if first == name {
        guard rest.count >= 2 else { return arguments }
        leading += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if first.hasPrefix(name + "=") {
        leading.append(first)
        rest = rest.dropFirst()
      } else {
        return arguments
      }
    }
    guard let subcommand = rest.first, !leading.isEmpty, !subcommand.hasPrefix("-") else {
      return arguments
    }
    // What the help is asked for has been read already, and it takes no options.
    if subcommand == "help" { return Array(rest) }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return rest[..<end] + leading + rest[end...]
  }
}

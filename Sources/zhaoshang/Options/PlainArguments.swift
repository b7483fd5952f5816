/// The arguments of a plain call: options with their values, flags and words.
///
/// Read without a parser, which costs more than opening a store. Only what cannot mean anything else
/// is read; the rest is left to the parser, which has words for what is wrong.
struct PlainArguments {
  private var given: [(name: String, value: String)] = []
  private var flags: [String] = []
  /// What is neither option nor flag, in its order.
  private(set) var words: [String] = []

  /// The names a call may use, each with its dashes.
  struct Names {
    /// Options that take a value, at most once.
    var once: [String] = []
    /// Options that may come again, each time with one value.
    var again: [String] = []
    var flags: [String] = []

    static func + (first: Names, second: Names) -> Names {
      Names(
        once: first.once + second.once, again: first.again + second.again,
        flags: first.flags + second.flags)
    }
  }

  /// - Returns: Nil for a name that is not known, one given twice, a value that looks like an option,
  ///   and whatever else a parser has to judge.
  init?(_ arguments: ArraySlice<String>, _ names: Names) {
    var rest = arguments
    while let argument = rest.popFirst() {
      guard argument.utf8.first == UInt8(ascii: "-") else {
        words.append(argument)
        continue
      }
      if names.flags.contains(argument) {
        if flags.contains(argument) { return nil }
        flags.append(argument)
        continue
      }
      let (name, attached) = PlainArguments.split(argument)
      let isOnce = names.once.contains(name)
      guard isOnce || names.again.contains(name),
        let value = attached ?? rest.popFirst(), value.utf8.first != UInt8(ascii: "-")
      else { return nil }
      if isOnce, self[name] != nil { return nil }
      given.append((name, value))
    }
  }

  /// `--name=value` in its two parts.
  private static func split(_ argument: String) -> (name: String, value: String?) {
    guard let equals = argument.utf8.firstIndex(of: UInt8(ascii: "=")) else {
      return (argument, nil)
    }
    let value = argument[argument.utf8.index(after: equals)...]
    return (String(argument[..<equals]), String(value))
  }

  /// An option's value; nil when it was not given.
  subscript(name: String) -> String? { given.first { $0.name == name }?.value }

  /// The values of an option that may come again.
  func all(_ name: String) -> [String] { given.filter { $0.name == name }.map(\.value) }

  func has(_ flag: String) -> Bool { flags.contains(flag) }
}

package import Canvas
internal import SafeText

/// Which action a key means on which screen; made from the action table and the person's own keys.
///
/// Lists that are looked through: they are short, and the tables of a dictionary would be made anew
/// at each start.
package struct Keymap: Hashable, Sendable {
  private struct Binding: Hashable, Sendable {
    let action: Action
    let keys: [Key]
    /// Nil for all.
    let screens: [Screen]?
  }

  private var bindings: [Binding]

  package static let standard = Keymap(rows: ActionTable.rows)

  /// Makes a keymap of the table's rows.
  ///
  /// - Parameter rebound: The keys of the actions that shall have others than the table's; of two
  ///   for one action the later.
  package init(rows: [ActionRow], rebound: [(action: Action, keys: [Key])] = []) {
    bindings = rows.map { row in
      Binding(
        action: row.action,
        keys: rebound.last { $0.action == row.action }?.keys ?? row.keys, screens: row.screens)
    }
  }

  /// The keys of an action, the one that is shown first.
  package func keys(of action: Action) -> [Key] {
    bindings.last { $0.action == action }?.keys ?? []
  }

  /// The action of a key, full-width forms taken for their ASCII twins.
  ///
  /// What it means on this screen comes before what it means everywhere.
  package func action(for key: Key, on screen: Screen) -> Action? {
    let key = Keymap.folded(key)
    let meant = bindings.filter { $0.keys.contains(key) }
    let here = meant.last { $0.screens?.contains(screen) ?? false }
    return (here ?? meant.last { $0.screens == nil })?.action
  }

  /// A key as it would be without a Chinese input method: `：` is `:`, `１` is `1`, `《` is `<`.
  package static func folded(_ key: Key) -> Key {
    guard case .character(let character) = key.code, !character.isASCII else { return key }
    let folded = punctuation[character] ?? FullWidth.folded(String(character)).first ?? character
    return Key(.character(folded), key.modifiers)
  }

  /// What an input method makes of the keys `< > . / [ ]`; none of them has a full-width form.
  private static let punctuation: [Character: Character] = [
    "《": "<", "》": ">", "。": ".", "、": "/", "【": "[", "】": "]", "—": "_", "‘": "'", "’": "'",
  ]

  /// The key of a name as the help writes it; nil when there is none.
  package static func key(named name: String) -> Key? {
    var rest = Substring(name)
    var modifiers: Key.Modifiers = []
    for (prefix, modifier) in [
      ("Ctrl-", Key.Modifiers.control), ("Alt-", .alt), ("Shift-", .shift),
    ] where rest.hasPrefix(prefix) && rest.count > prefix.count {
      rest = rest.dropFirst(prefix.count)
      modifiers.insert(modifier)
    }
    let named: [Key.Code] = [
      .character(" "), .enter, .tab, .escape, .backspace, .delete, .insert, .up, .down, .left,
      .right, .home, .end, .pageUp, .pageDown,
    ]
    if let code = named.first(where: { self.name(Key($0)) == rest }) { return Key(code, modifiers) }
    if rest.first == "F", let number = Int(rest.dropFirst()), (1...12).contains(number) {
      return Key(.function(number), modifiers)
    }
    guard rest.count == 1, let character = rest.first else { return nil }
    let isControl = modifiers.contains(.control)
    return Key(.character(isControl ? Character(character.lowercased()) : character), modifiers)
  }

  /// How a key is written in the help.
  package static func name(_ key: Key) -> String {
    var name = ""
    if key.modifiers.contains(.control) { name += "Ctrl-" }
    if key.modifiers.contains(.alt) { name += "Alt-" }
    if key.modifiers.contains(.shift) { name += "Shift-" }
    switch key.code {
    case .character(" "): name += "Space"
    case .character(let character):
      name += key.modifiers.contains(.control) ? character.uppercased() : String(character)
    case .enter: name += "Enter"
    case .tab: name += "Tab"
    case .escape: name += "Esc"
    case .backspace: name += "Backspace"
    case .delete: name += "Del"
    case .insert: name += "Ins"
    case .up: name += "Up"
    case .down: name += "Down"
    case .left: name += "Left"
    case .right: name += "Right"
    case .home: name += "Home"
    case .end: name += "End"
    case .pageUp: name += "PgUp"
    case .pageDown: name += "PgDn"
    case .function(let number): name += "F\(number)"
    }
    return name
  }
}

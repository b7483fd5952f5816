package import Canvas

/// The keys a person wants for an action, as they were written.
package struct KeyBinding: Hashable, Sendable {
  /// The action's name in settings, `push-forward`.
  package let action: String
  /// The keys' names; none takes the action's keys away.
  package let keys: [String]

  package init(action: String, keys: [String]) {
    self.action = action
    self.keys = keys
  }
}

/// Why a binding keeps the keys of the table: the facts, no sentence.
package struct KeyBindingProblem: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case unknownAction
    case unknownKey
    /// The terminal, tmux or screen takes it for itself, or it cannot be told from Enter or Tab.
    case reserved
    case taken(by: Action)
    /// An action that the board cannot be used without.
    case needed
  }

  package let action: String
  /// The key it is about; empty when it is about none.
  package let key: String
  package let reason: Reason

  package init(action: String, key: String, reason: Reason) {
    self.action = action
    self.key = key
    self.reason = reason
  }
}

extension Action {
  /// The action's name in settings: `push-forward`.
  package var settingName: String {
    var name = ""
    for character in rawValue {
      if character.isUppercase || character.isNumber { name += "-" }
      name += character.lowercased()
    }
    return name
  }

  package init?(settingName: String) {
    guard let action = Action.allCases.first(where: { $0.settingName == settingName }) else {
      return nil
    }
    self = action
  }

  /// Whether the board cannot be used or left without the action.
  var isNeeded: Bool { [.open, .back, .palette, .quit].contains(self) }
}

extension Keymap {
  /// The table's keymap with a person's own keys.
  ///
  /// A binding takes the place of all the keys its action has in the table. The bindings are looked
  /// at together, so that two actions may change keys. Of two that want one key on one screen the
  /// later gives way, and a binding gives way to a key of the table; it then keeps the table's.
  package static func rebound(
    _ bindings: [KeyBinding]
  ) -> (keymap: Keymap, problems: [KeyBindingProblem]) {
    if bindings.isEmpty { return (.standard, []) }
    var problems: [KeyBindingProblem] = []
    var wanted: [(action: Action, keys: [Key])] = []
    for binding in bindings {
      do throws(KeyBindingProblem) {
        wanted.append(try binding.read())
      } catch {
        problems.append(error)
      }
    }
    while let clash = firstClash(among: wanted) {
      problems.append(clash.problem)
      wanted.remove(at: clash.index)
    }
    return (Keymap(rows: ActionTable.rows, rebound: wanted), problems)
  }

  private static func firstClash(
    among wanted: [(action: Action, keys: [Key])]
  ) -> (index: Int, problem: KeyBindingProblem)? {
    for (index, binding) in wanted.enumerated() {
      let earlier = wanted[..<index]
      let others = ActionTable.rows.filter { row in
        row.action != binding.action && !wanted.contains { $0.action == row.action }
      }.map { ($0.action, $0.keys) }
      for (action, keys) in earlier.map({ ($0.action, $0.keys) }) + others
      where areTogether(action, binding.action) {
        if let key = binding.keys.first(where: keys.contains) {
          let problem = KeyBindingProblem(
            action: binding.action.settingName, key: name(key), reason: .taken(by: action))
          return (index, problem)
        }
      }
    }
    return nil
  }

  /// Whether two actions are on the same screen somewhere.
  private static func areTogether(_ one: Action, _ other: Action) -> Bool {
    guard let first = ActionTable.row(one)?.screens, let second = ActionTable.row(other)?.screens
    else { return true }
    return first.contains(where: second.contains)
  }
}

extension KeyBinding {
  fileprivate func read() throws(KeyBindingProblem) -> (action: Action, keys: [Key]) {
    guard let action = Action(settingName: action) else {
      throw KeyBindingProblem(action: self.action, key: "", reason: .unknownAction)
    }
    if keys.isEmpty, action.isNeeded {
      throw KeyBindingProblem(action: self.action, key: "", reason: .needed)
    }
    var read: [Key] = []
    for name in keys {
      guard let key = Keymap.key(written: name) else {
        throw KeyBindingProblem(action: self.action, key: name, reason: .unknownKey)
      }
      // What the table has may stay: Ctrl-Z of suspending.
      if Keymap.isReserved(key), !(ActionTable.row(action)?.keys.contains(key) ?? false) {
        throw KeyBindingProblem(action: self.action, key: name, reason: .reserved)
      }
      if !read.contains(key) { read.append(key) }
    }
    return (action, read)
  }
}

extension Keymap {
  /// The key of a name as people write it, `ctrl-r` or `f5` too; nil when no keyboard sends it.
  package static func key(written name: String) -> Key? {
    guard let key = key(named: name) ?? key(named: capitalised(name)) else { return nil }
    guard case .character(let character) = key.code else { return key }
    // Shift shows in the character itself; other alphabets are folded to ASCII before they are read.
    guard character.isASCII, !key.modifiers.contains(.shift) else { return nil }
    if key.modifiers.contains(.control), !character.isLetter || character.isUppercase { return nil }
    return key.modifiers.contains([.control, .alt]) ? nil : key
  }

  /// Ctrl-S, Q, Z and C are the terminal's, H, I, J and M are Backspace, Tab and Enter, Ctrl-A and B
  /// are the prefixes of screen and tmux.
  package static func isReserved(_ key: Key) -> Bool {
    guard case .character(let character) = key.code, key.modifiers.contains(.control) else {
      return false
    }
    return "sqzchijmab".contains(character)
  }

  private static func capitalised(_ name: String) -> String {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false).map { part in
      part.count < 2 ? String(part) : part.prefix(1).uppercased() + part.dropFirst().lowercased()
    }
    let whole = parts.joined(separator: "-")
    for (written, known) in [("Pgup", "PgUp"), ("Pgdn", "PgDn")] where whole.hasSuffix(written) {
      return whole.dropLast(written.count) + known
    }
    return whole
  }
}

package import Canvas
package import Wording

/// One row of the list of actions: keys, command words, title, where it is, and what it needs.
///
/// Keymap, help, palette, card menu, key line, `zhaoshang keys`, the sentence of a refusal and the
/// test that walks all rows are made from it. A row's first key is the one shown.
package struct ActionRow: Sendable {
  package let action: Action
  package let section: Section
  package let keys: [Key]
  /// Words typed after a colon; all of them work in either language.
  package let commands: [String]
  package let zh: String
  package let en: String
  /// The screens where the keys mean this; nil for all.
  package let screens: [Screen]?
  /// What has to be there for it, in the order in which the first that is missing is told.
  package let needs: [Need]

  /// The words shown: the first, in English the first that English keyboards have.
  package func command(_ words: Words) -> String? {
    words.language == .zh
      ? commands.first : commands.first { $0.allSatisfy(\.isASCII) } ?? commands.first
  }

  init(
    _ action: Action, _ section: Section, _ keys: [Key], _ commands: [String], _ zh: String,
    _ en: String, on screens: [Screen]? = nil, needs: [Need] = []
  ) {
    self.action = action
    self.section = section
    self.keys = keys
    self.commands = commands
    self.zh = zh
    self.en = en
    self.screens = screens
    self.needs = needs
  }
}

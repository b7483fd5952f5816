package import Vocabulary

/// A language of the interface.
package enum Language: String, CaseIterable, Sendable {
  case zh
  case en

  /// The language as pages on the web and files of settings name it.
  package var tag: String {
    switch self {
    case .zh: "zh-Hans"
    case .en: "en"
    }
  }
}

extension Language: Named {
  package var term: Term {
    switch self {
    case .zh: Term("中文", "Chinese", "简体中文", "汉语", "zh-cn", "zh-hans")
    case .en: Term("英文", "English", "英语", "en-us", "en-gb")
    }
  }
}

/// Everything a person reads, in one language.
///
/// Each text is made by ``say(_:_:)`` and nowhere else, so a text in one language without the other
/// does not compile.
package struct Words: Hashable, Sendable {
  package let language: Language

  package init(_ language: Language) { self.language = language }

  /// The text in this language.
  package func say(_ zh: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
    switch language {
    case .zh: zh()
    case .en: en()
    }
  }

  /// Several points, which may hold rows of their own: 缺总投资；跳过意向、立项需说明原因.
  package func points(_ points: [String]) -> String { points.joined(separator: say("；", "; ")) }

  /// Several things in a row: 青岛、内江 or Qingdao, Neijiang.
  package func list(_ items: [String]) -> String {
    items.joined(separator: say("、", ", "))
  }
}

package import Pipeline

/// What may stand where a filter is being typed: the beginnings of conditions, or a field's values.
package struct FilterCompletion: Hashable, Sendable {
  /// The part of the text that a choice takes the place of, in scalars.
  package let range: Range<Int>
  /// The best first; each as it would stand in the text.
  package let choices: [String]

  /// Which words a person is offered; both are understood.
  package enum Tongue: Hashable, Sendable { case chinese, english }

  /// The choices for the word before a place in a text; nil when there are none.
  ///
  /// A choice fits by its text, by pinyin and by initials. Values are the pipeline's own, those used
  /// most before the others.
  ///
  /// - Parameter place: In scalars from the start.
  /// - Complexity: O(projects) for a field's values, O(1) otherwise.
  package init?(of text: String, at place: Int, in pipeline: Pipeline, tongue: Tongue) {
    let token = FilterToken.words(of: text).last { token in
      token.position <= place && token.end >= place
    }
    let letters = token?.letters.filter { $0.position < place } ?? []
    let split = letters.firstIndex { letter in
      letter.sign.map { ":=".unicodeScalars.map(\.value).contains($0) } ?? false
    }
    guard let split, split > 0 else {
      // A comparison has no values to offer.
      guard !letters.contains(where: { $0.sign == 0x3C || $0.sign == 0x3E }) else { return nil }
      let typed = letters.text
      let start = letters.first?.position ?? place
      let keys = FilterVocabulary.offeredKeys(tongue)
      let choices = TextQuery.fitting(typed, among: keys)
      guard !choices.isEmpty else { return nil }
      range = start..<place
      self.choices = choices
      return
    }
    guard let key = FilterVocabulary.key(letters[..<split].folded) else { return nil }
    let value = letters[(split + 1)...]
    let comma = value.lastIndex { letter in
      letter.sign.map { FilterToken.isBetweenAlternatives($0) } ?? false
    }
    let part = comma.map { value[($0 + 1)...] } ?? value
    let values = FilterCompletion.values(of: key, in: pipeline, tongue)
    let taken = Set(value.prefix(upTo: part.startIndex).text.split { ",，、".contains($0) })
    let choices = TextQuery.fitting(part.text, among: values)
      .filter { !taken.contains(Substring($0)) }
      .map { FilterCompletion.quoted($0) }
    guard !choices.isEmpty else { return nil }
    let separator = comma.map { value[$0].position } ?? letters[split].position
    range = (separator + 1)..<place
    self.choices = choices
  }

  private static func values(of key: FilterKey, in pipeline: Pipeline, _ tongue: Tongue) -> [String]
  {
    let isChinese = tongue == .chinese
    switch key {
    case .stage: return FilterVocabulary.offeredStages(tongue)
    case .status: return FilterVocabulary.offeredStatuses(tongue)
    case .kind: return FilterVocabulary.offeredKinds(tongue)
    case .stale, .overdue: return isChinese ? ["是", "否"] : ["yes", "no"]
    case .next: return isChinese ? ["有", "无"] : ["any", "none"]
    case .amount: return isChinese ? ["未公开", "无"] : ["undisclosed", "none"]
    case .text(let text):
      let known = KnownValues(pipeline).ranked(text)
      let none = isChinese ? "无" : "none"
      return text == .owner
        ? [isChinese ? "本人" : "me"] + known + [none] : known + [none]
    }
  }

  /// A value that would be taken apart is put into quotation marks.
  private static func quoted(_ value: String) -> String {
    let isPlain = value.unicodeScalars.allSatisfy { scalar in
      !scalar.properties.isWhitespace && !",，、:：=<>\"“”".unicodeScalars.contains(scalar)
    }
    return isPlain ? value : "\"" + value.filter { $0 != "\"" } + "\""
  }
}

extension FilterToken {
  /// The place after its last letter.
  fileprivate var end: Int { (letters.last?.position ?? position) + 1 }

  fileprivate static func isBetweenAlternatives(_ sign: UInt32) -> Bool {
    sign == 0x2C || sign == 0x3001
  }
}

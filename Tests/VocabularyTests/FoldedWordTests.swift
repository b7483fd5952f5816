import Testing

@testable import Vocabulary

@Suite("Words brought to one form")
struct FoldedWordTests {
  @Test(
    "Case, width, blanks and underscores fold; what is folded stays",
    arguments: [
      ("责任人", "责任人"), ("stage", "stage"), ("q3", "q3"), ("Stage", "stage"), ("ＯＷＮＥＲ", "owner"),
      (" 牵头 单位 ", "牵头-单位"), ("first_talk", "first-talk"), ("total  invest", "total-invest"),
      ("No.", "no."), ("负责人：", "负责人:"), ("e\u{301}", "e\u{301}"), ("", ""), ("-", ""), ("É", "é"),
    ])
  func folds(_ written: String, _ folded: String) {
    #expect(Spoken.folded(written) == folded)
    #expect(Spoken.folded(Spoken.folded(written)) == folded)
  }
}

import Insight
import Pipeline
import SafeText
import Testing
import Vocabulary
import Wording

@Suite("Terms in both languages")
struct TermTests {
  private let zh = Words(.zh)
  private let en = Words(.en)

  /// Holds one vocabulary to what all of them promise.
  private func check<Name: Named>(_ type: Name.Type) {
    var owners: [String: Name] = [:]
    for name in Name.allCases {
      let (chinese, english) = (zh.name(name), en.name(name))
      #expect(chinese.unicodeScalars.contains { isHan($0) }, "\(type) \(name): \(chinese)")
      #expect(
        !english.isEmpty && english.utf8.allSatisfy { $0 < 0x80 }, "\(type) \(name): \(english)")
      #expect(Name(spoken: chinese) == name)
      #expect(Name(spoken: english.uppercased()) == name)
      #expect(Name(spoken: " \(name.code) ") == name)
      for form in Set(name.spokenForms) {
        #expect(owners[form] == nil, "\(type): \(form) means two things")
        owners[form] = name
      }
    }
    #expect(Name(spoken: "") == nil)
    #expect(Name(spoken: "没有这个词") == nil)
  }

  private func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value)
  }

  @Test(
    "Every case has a label in both languages, reads back from it, and no word means two things")
  func everyVocabulary() {
    check(Stage.self)
    check(Status.Kind.self)
    check(ProjectKind.self)
    check(ActivityKind.self)
    check(ActivityKind.Direction.self)
    check(Outcome.self)
    check(MilestoneKind.self)
    check(LossReason.self)
    check(Field.self)
    check(MoveKind.self)
    check(DirectoryKey.Kind.self)
    check(Language.self)
    check(RegisterKind.self)
    check(ServiceRequest.Kind.self)
    check(ServiceRequest.Category.self)
    check(ServiceRequest.Status.self)
    check(Matter.Level.self)
    check(Target.Measure.self)
    check(ApprovalRoute.self)
    check(ApprovalState.self)
    check(Phase.State.self)
    check(HandOver.Answer.self)
  }

  @Test("The six stages have the labels of the board")
  func stages() {
    #expect(Stage.allCases.map(zh.stage) == ["对接", "考察", "回访", "意向", "立项", "签约"])
    #expect(
      Stage.allCases.map(en.stage)
        == ["Contact", "Visit", "Return", "Intent", "Approval", "Signing"])
  }

  @Test(
    "Stages are read from codes, digits, labels and synonyms, in any case and width",
    arguments: [
      ("接洽", Stage.contact), ("外出考察", .visit), ("来访", .returnVisit), ("审批", .approval),
      ("Return Visit", .returnVisit), ("return_visit", .returnVisit), ("RETURN", .returnVisit),
      ("３", .returnVisit), ("6", .signing), ("ｓｉｇｎｉｎｇ", .signing),
    ])
  func spokenStage(_ text: String, _ stage: Stage) {
    #expect(Stage(spoken: text) == stage)
  }

  @Test("A digit that is no stage is none", arguments: ["0", "7", "对", "sign ing"])
  func noStage(_ text: String) {
    #expect(Stage(spoken: text) == nil)
  }

  @Test("A status shows its facts")
  func statuses() throws {
    let review = try #require(Day("2023-10-01"))
    #expect(zh.statusInFull(.ongoing) == "推进中")
    #expect(zh.statusInFull(.onHold(review: review, reason: "等环评")) == "挂起 (2023-10-01 复核, 等环评)")
    #expect(
      en.statusInFull(.lost(.elsewhere, place: "苏州", note: nil)) == "Lost (Went elsewhere, 苏州)")
    #expect(zh.statusInFull(.withdrawn(reason: "不符规划")) == "放弃 (不符规划)")
  }

  @Test("A field's value is one line, and a missing one is a dash")
  func values() throws {
    let due = try #require(Day("2023-09-20"))
    #expect(zh.value(.list(["特锐德", "国电投"])) == "特锐德、国电投")
    #expect(en.value(.list(["特锐德", "国电投"])) == "特锐德, 国电投")
    #expect(zh.value(.kind(.fund)) == "基金")
    #expect(zh.value(.next(NextStep(text: "回访", due: due, who: "罗思真"))) == "回访 2023-09-20 罗思真")
    #expect(zh.value(nil) == "-")
  }

  @Test("Wide forms are folded and nothing else is")
  func fullWidth() {
    #expect(FullWidth.folded("ＡＢｃ１２．６％　亿") == "ABc12.6% 亿")
    #expect(FullWidth.folded("招商，１") == "招商,1")
    #expect(FullWidth.folded("plain 亿") == "plain 亿")
  }
}

import Pipeline
import TestSupport
import Testing
import Vocabulary
import Wording

@Suite("One word, one meaning")
struct OneMeaningTests {
  @Test("No word names two keys of a filter, and every label on a screen is one")
  func keys() {
    var owners: [String: FilterKey] = [:]
    for key in FilterKey.all {
      for word in key.spokenForms {
        #expect(owners[word] == nil || owners[word] == key, "\(word)")
        owners[word] = key
        #expect(FilterKey(spoken: word) == key)
      }
    }
    for language in Language.allCases {
      let words = Words(language)
      for field in Field.editable {
        #expect(FilterKey(spoken: words.field(field)) == .field(field))
      }
    }
    for word in ["责任人", "负责人", "牵头单位", "产业集群", "集群", "停留", "期限", "编号", "未动", "首谈单位"] {
      #expect(FilterKey(spoken: word) != nil, "\(word)")
    }
  }

  @Test("No word names two cases of a closed set")
  func closedSets() {
    func check<Known: Named>(_ known: Known.Type) {
      var owners: [String: Known] = [:]
      for item in Known.allCases {
        for word in item.spokenForms {
          #expect(owners[word] == nil || owners[word] == item, "\(Known.self) \(word)")
          owners[word] = item
        }
      }
    }
    check(Stage.self)
    check(Status.Kind.self)
    check(StatusGroup.self)
    check(FilterWord.self)
    check(ProjectKind.self)
    check(ActivityKind.self)
    check(MilestoneKind.self)
    check(Outcome.self)
    check(LossReason.self)
    check(Target.Measure.self)
    check(Field.self)
  }

  @Test("A word for several statuses is none for one of them")
  func groups() {
    for group in StatusGroup.allCases {
      for word in group.spokenForms { #expect(Status.Kind(spoken: word) == nil, "\(word)") }
    }
  }
}

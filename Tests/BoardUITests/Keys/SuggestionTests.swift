@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("Known values in a form")
struct SuggestionTests {
  /// A form with the focus on one of its lines.
  private func sitting(_ opening: String, on key: Form.Key) throws -> Sitting {
    var sitting = Sitting(try .zouping(), size: Size(width: 100, height: 30))
    sitting.press(opening)
    if form(sitting)?.shown != nil { sitting.press("PgDn") }
    for _ in 0..<40 where form(sitting)?.entries[form(sitting)?.focus ?? 0].key != key {
      sitting.press("Tab")
    }
    sitting.press("Ctrl-U")
    return sitting
  }

  private func form(_ sitting: Sitting) -> Form? {
    if case .form(let form) = sitting.ui.overlay { form } else { nil }
  }

  private func text(_ sitting: Sitting, _ key: Form.Key) -> String? {
    form(sitting)?[key]?.editor.text
  }

  @Test("A unit fits by initials, by pinyin and by its own characters")
  func unit() throws {
    for typed in ["gxfz", "guoxin", "国信"] {
      var sitting = try sitting("a", on: .unit)
      sitting.type(typed)
      #expect(form(sitting)?.suggestions?.values.first == "国信发展集团", "\(typed)")
      #expect(sitting.screen.contains("国信发展集团"))
    }
  }

  @Test("What begins with the letters comes before what holds them")
  func order() throws {
    var sitting = try sitting("a", on: .unit)
    sitting.type("g")
    #expect(form(sitting)?.suggestions?.values.first == "国信发展集团")
  }

  @Test("Typed in letters the first is chosen already: Tab or Enter takes it and saves nothing yet")
  func letters() throws {
    for key in ["Tab", "Enter"] {
      var sitting = try sitting("a", on: .unit)
      sitting.type("gxfz")
      sitting.press(key)
      #expect(text(sitting, .unit) == "国信发展集团" && sitting.effects == [])
      #expect(form(sitting)?.suggestions == nil)
    }
  }

  @Test("What was typed in characters stands unless Down chooses")
  func free() throws {
    var sitting = try sitting("a", on: .unit)
    sitting.type("国信")
    #expect(form(sitting)?.suggestions?.row == .some(nil))
    sitting.press("Tab")
    #expect(text(sitting, .unit) == "国信")
    sitting = try self.sitting("a", on: .unit)
    sitting.type("国信")
    sitting.press("Down", "Enter")
    #expect(text(sitting, .unit) == "国信发展集团" && sitting.effects == [])
  }

  @Test("Esc closes what is offered and keeps what was typed; again, it leaves the form")
  func escape() throws {
    var sitting = try sitting("a", on: .unit)
    sitting.type("gxfz")
    sitting.press("Esc")
    #expect(text(sitting, .unit) == "gxfz" && form(sitting)?.suggestions == nil)
    sitting.press("Esc")
    #expect(sitting.ui.overlay == .none)
  }

  @Test("In a line of several names only the last is looked for, and none is offered twice")
  func several() throws {
    var sitting = try sitting("a", on: .unit)
    sitting.type("gxfz")
    sitting.press("Enter")
    sitting.type("、g")
    #expect(form(sitting)?.suggestions?.values.contains("国信发展集团") == false)
    sitting.type("xf")
    #expect(form(sitting)?.suggestions == nil)
    sitting.press("Backspace")
    #expect(text(sitting, .unit) == "国信发展集团、gx")
  }

  @Test("One of a closed list is chosen by letters too")
  func closed() throws {
    var sitting = try sitting("a", on: .outcome)
    sitting.type("cbyx")
    sitting.press("Enter")
    #expect(text(sitting, .outcome) == "初步意向")
  }

  @Test("A click takes a value")
  func click() throws {
    var sitting = try sitting("a", on: .unit)
    sitting.type("国")
    sitting.click(HitMap.Target.offer(0))
    #expect(text(sitting, .unit) == "国信发展集团" && sitting.effects == [])
  }

  @Test("Owners, clusters, tags, places and people that were used are offered, the most used first")
  func fields() throws {
    var sitting = Sitting(.crowd, size: Size(width: 100, height: 40))
    sitting.press("e")
    let owner = form(sitting)?[.field(.owner)]?.choices
    #expect(owner.map(Set.init) == ["王敏", "李娜", "张伟"])
    let counts = owner?.map { name in
      sitting.ui.pipeline.projects.filter { $0.owner == name }.count
    }
    #expect(counts == counts?.sorted(by: >))
    sitting = Sitting(try .zouping())
    sitting.press("a")
    for key in [Form.Key.place, .sites, .leader, .unit] {
      #expect(form(sitting)?[key]?.choices.isEmpty == false, "\(key)")
    }
  }

  @Test("What is offered is drawn inside the screen at every size")
  func sizes() throws {
    for size in [
      Size(width: 20, height: 6), Size(width: 60, height: 20), Size(width: 80, height: 24),
    ] {
      var sitting = Sitting(try .zouping(), size: size)
      sitting.press("a")
      sitting.press("PgDn")
      for _ in 0..<20 where form(sitting)?.entries[form(sitting)?.focus ?? 0].key != .unit {
        sitting.press("Tab")
      }
      sitting.press("Ctrl-U")
      sitting.type("国")
      #expect(form(sitting)?.suggestions != nil)
      for region in sitting.rendering.hits.regions {
        #expect(Rect(size).intersection(region.rect) == region.rect, "\(region) at \(size)")
      }
    }
  }
}

import Canvas
import Exchange
import Insight
import Pipeline
import Settings
import TestSupport
import Testing
import Wording

@testable import Pages

@Suite("Pages for those without a terminal")
struct PublicationTests {
  private static let amount = Money("9.3", unit: .yi, currency: .yuan) ?? Money(minor: 0)

  private func publication(
    _ pipeline: Pipeline, hiding fields: [Field] = [], in language: Language = .zh,
    theme: String = "default-dark"
  ) -> Publication {
    var rules = PageRules()
    for field in fields { rules.hide(field) }
    return Publication(
      pipeline, at: pipeline.moment(today: "2023-09-04"), passing: nil, written: "",
      thresholds: .standard, rules: rules,
      theme: ThemeLibrary(folders: [ShippedTheme.folder]).load(theme).theme,
      in: Words(language))
  }

  private func fixture(_ name: String = "光翼激光雷达") -> Pipeline {
    var fixture = PipelineFixture()
    let id = fixture.draw(
      name, "1 2023-05-01, 2 2023-06-01, 3 2023-07-01",
      [
        .amount: .amount(.known(Self.amount)),
        .contact: .text("李经理"), .contactPhone: .text("13800000000"), .owner: .text("王磊"),
        .next: .next(NextStep(text: "送图", due: "2023-08-30")),
      ])
    fixture.draw("铝箔二期", "1 2023-08-01, lost 2023-08-20")
    fixture.reach(.other, "2023-08-01", [id]) { facts in
      facts.name = "到资"
      facts.amount = .known(Self.amount)
    }
    return fixture.pipeline
  }

  private func everyPage(_ publication: Publication) -> [String] {
    Publication.Summary.allCases.map(publication.page)
      + publication.projects.compactMap(publication.page)
  }

  @Test("The board holds each open card, what is late first told, and links to its page")
  func board() {
    let page = publication(fixture()).page(.board)
    #expect(page.contains("<a class=\"card late\" href=\"p/1.html\"><b>光翼激光雷达</b>"))
    #expect(page.contains("08-30 送图") && page.contains("9.3亿 王磊") && page.contains("逾5天"))
    #expect(!page.contains("铝箔二期"))
    #expect(page.contains("截至 2023-09-04"))
  }

  @Test("What is hidden is on no page and in no figure")
  func hidden() {
    let shown = everyPage(publication(fixture())).joined()
    for text in ["9.3亿", "李经理", "13800000000"] { #expect(shown.contains(text), "\(text)") }
    let hidden = everyPage(publication(fixture(), hiding: [.contact, .amount])).joined()
    for text in ["9.3", "亿", "李经理", "13800000000"] { #expect(!hidden.contains(text), "\(text)") }
    #expect(hidden.contains("光翼激光雷达"))
  }

  @Test("No text leaves its place", arguments: HostileText.own.filter { !$0.text.utf8.contains(0) })
  func hostile(_ text: HostileText) {
    for page in everyPage(publication(fixture("<script>alert(1)</script>'\"&" + text.text))) {
      #expect(!page.contains("<script>"))
      #expect(
        page.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" })
    }
  }

  @Test("Every page is in the language asked for", arguments: ShippedTheme.names)
  func everyTheme(_ theme: String) {
    let pages = everyPage(publication(fixture(), in: .en, theme: theme))
    #expect(pages.allSatisfy { $0.contains("lang=\"en\"") && $0.contains("--on-area6: #") })
    #expect(pages[1].contains("Contact") && !pages[1].contains("对接"))
    #expect(pages.allSatisfy { !$0.contains("<script") && $0.contains("default-src 'none'") })
  }

  @Test("A closed project has a page and no card")
  func closed() throws {
    let publication = publication(fixture())
    #expect(publication.projects.map(\.number) == [1, 2])
    let page = try #require(publication.page(of: ProjectID(2)))
    #expect(page.contains("href=\"../index.html\"") && page.contains("铝箔二期"))
  }
}

enum ShippedTheme {
  static let folder =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/themes"
  static let names = [
    "default-dark", "default-light", "high-contrast", "mono", "terminal16", "deuteranopia",
    "tritanopia", "ascii",
  ]
}

import Settings
import TOML
import TestSupport
import Testing

@Suite("The file of saved views")
struct ViewsFileTests {
  private let vocabulary = ViewsFile.Vocabulary(
    screens: ["board", "list"], sorts: ["number", "amount"], groups: ["lead"], methods: ["step"])

  private func file(_ text: String) -> ViewsFile {
    ViewsFile(text, file: "views.toml", vocabulary: vocabulary)
  }

  private func view(_ name: String, _ filter: String, screen: String? = nil, sort: String? = nil)
    -> ViewEntry
  {
    var view = ViewEntry(name: name)
    view.filter = filter
    view.screen = screen
    view.sort = sort
    return view
  }

  private let written = """
    # 我自己的备注
    ["我的意向"]   # 每周一看
    filter = "阶段:意向 负责人:本人"
    # 金额大的在前
    sort = "amount"

    # 下面是局长要的
    [big]
    filter = 'amount>1亿'
    screen = "list"

    """

  @Test("Views are read in the order of the file")
  func reading() {
    let file = file(written)
    #expect(
      file.views == [
        view("我的意向", "阶段:意向 负责人:本人", sort: "amount"),
        view("big", "amount>1亿", screen: "list"),
      ])
    #expect(file.problems == [])
    #expect(file.places.mapValues(\.line) == ["我的意向": 3, "big": 9])
  }

  @Test("Saving changes the view's own lines only, and every remark stays")
  func saving() throws {
    let saved = try file(written).saving(view("我的意向", "阶段:立项 \"新 区\"", screen: "list"))
    #expect(
      saved.text == """
        # 我自己的备注
        ["我的意向"]   # 每周一看
        filter = "阶段:立项 \\"新 区\\""
        screen = "list"
        # 金额大的在前

        # 下面是局长要的
        [big]
        filter = 'amount>1亿'
        screen = "list"

        """)
    #expect(saved.views.first == view("我的意向", "阶段:立项 \"新 区\"", screen: "list"))
  }

  @Test("A new view comes last, also into an empty file")
  func adding() throws {
    let added = try file(written).saving(view("停滞", "停滞:是"))
    #expect(added.text == written + "\n[\"停滞\"]\nfilter = \"停滞:是\"\n")
    #expect(try file("").saving(view("停滞", "停滞:是")).text == "[\"停滞\"]\nfilter = \"停滞:是\"\n")
  }

  @Test("Forgetting takes the view's lines away and no one's remarks")
  func forgetting() throws {
    let left = try file(written).forgetting("我的意向")
    #expect(left.views == [view("big", "amount>1亿", screen: "list")])
    #expect(left.text.hasPrefix("# 我自己的备注\n# 金额大的在前\n"))
  }

  @Test("A file that cannot be changed line by line is not changed at all")
  func refusing() {
    let odd = "[big]\nfilter = \"\"\"\namount>1亿\n[other]\n\"\"\"\n"
    #expect(throws: ViewsFile.CannotChange.self) { try file(odd).saving(view("big", "停滞:是")) }
    #expect(throws: ViewsFile.CannotChange.self) { try file("[[").saving(view("big", "停滞:是")) }
  }

  @Test("Every mistake is told with its line, and the rest holds")
  func mistakes() {
    let file = file(
      """
      filter = "x"
      [big]
      filter = 3
      sort = "weight"
      screen = "list"
      colour = "red"
      ["一 二"]
      filter = "x"
      """)
    func problem(
      _ line: Int, _ column: Int, _ key: String, _ value: String,
      _ expected: SettingsProblem.Expectation
    ) -> ConfigurationProblem {
      ConfigurationProblem(
        file: "views.toml", place: TOMLPlace(line: line, column: column), key: key, value: value,
        expected: expected)
    }
    #expect(file.views == [view("big", "", screen: "list")])
    #expect(
      Set(file.problems) == [
        problem(1, 1, "filter", "x", .knownKey), problem(3, 10, "big.filter", "3", .text),
        problem(4, 8, "big.sort", "weight", .oneOf(["number", "amount"])),
        problem(6, 1, "big.colour", "red", .knownKey), problem(8, 10, "一 二.filter", "x", .viewName),
      ])
  }

  @Test("Whatever stands in a filter comes back as it was")
  func escapes() throws {
    for text in HostileText.all.map({ String($0.text.unicodeScalars.prefix(200)) })
    where !text.contains("\0") {
      let saved = try? file(written).saving(view("怪", text))
      let scalars = text.unicodeScalars.prefix(20).map { String($0.value, radix: 16) }
      #expect(saved?.views.last == view("怪", text), "\(scalars)")
    }
  }

  @Test(
    "A name is one word that needs no care",
    arguments: [("我的-意向_2", true), ("", false), ("a b", false), ("a.b", false), ("a\"", false)])
  func names(_ name: String, _ isName: Bool) {
    #expect(ViewEntry.isName(name) == isName)
  }
}

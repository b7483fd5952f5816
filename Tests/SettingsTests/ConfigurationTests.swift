import Canvas
import Settings
import TOML
import TestSupport
import Testing

@Suite("Configuration")
struct ConfigurationTests {
  @Test("Every key is read")
  func whole() {
    let (configuration, problems) = Configuration.parse(
      """
      language = "en"
      theme = "deuteranopia"
      colour = "never"
      mouse = false
      [stale]
      contact = 7
      visit = 8
      return-visit = 9
      intent = 10
      approval = 11
      [user]
      name = "王小明"
      """, file: "config.toml")
    var expected = Configuration()
    expected.language = "en"
    expected.theme = "deuteranopia"
    expected.colour = .never
    expected.mouse = false
    expected.staleDays.contact = 7
    expected.staleDays.visit = 8
    expected.staleDays.returnVisit = 9
    expected.staleDays.intent = 10
    expected.staleDays.approval = 11
    expected.userName = "王小明"
    #expect(configuration == expected)
    #expect(problems == [])
  }

  @Test("Every mistake keeps its default and is told with its line")
  func mistakes() {
    let (configuration, problems) = Configuration.parse(
      """
      language = 3
      mouse = "yes"
      thema = "mono"
      theme = " "
      [stale]
      contact = 0
      visit = "14"
      """, file: "/家/config.toml")
    #expect(configuration == Configuration())
    func problem(
      _ line: Int, _ column: Int, _ key: String, _ value: String,
      _ expected: SettingsProblem.Expectation
    ) -> ConfigurationProblem {
      ConfigurationProblem(
        file: "/家/config.toml", place: TOMLPlace(line: line, column: column), key: key,
        value: value,
        expected: expected)
    }
    #expect(
      problems == [
        problem(1, 12, "language", "3", .text),
        problem(2, 9, "mouse", "yes", .boolean),
        problem(3, 1, "thema", "mono", .knownKey),
        problem(4, 9, "theme", " ", .text),
        problem(6, 11, "stale.contact", "0", .wholeNumber(1...3650)),
        problem(7, 9, "stale.visit", "14", .wholeNumber(1...3650)),
      ])
  }

  @Test("A name is one line of sixty-four characters at most, for it stands on every record")
  func names() {
    func read(_ name: String) -> (String?, [ConfigurationProblem]) {
      let text = "[user]\nname = \"\(name)\"\n"
      let (configuration, problems) = Configuration.parse(text, file: "config.toml")
      return (configuration.userName, problems)
    }
    let longest = String(repeating: "王", count: 64)
    #expect(read(longest).0 == longest)
    for name in [longest + "敏", String(repeating: "x", count: 60_000), "王\\n敏", "王\\u001B敏"] {
      let (taken, problems) = read(name)
      #expect(taken == nil)
      #expect(problems.map(\.place?.line) == [2] && problems[0].expected == .name(limit: 64))
    }
  }

  @Test("No file is no problem, a folder in its place is one")
  func files() {
    #expect(Configuration.read(file: "/没有/config.toml").problems == [])
    #expect(Configuration.read(file: "/tmp").problems.count == 1)
    #expect(Configuration.parse("", file: "空").configuration == Configuration())
  }

  @Test("Paths follow the XDG variables, and only absolute ones")
  func paths() throws {
    let plain = try #require(SettingsPaths { ["HOME": "/home/wang/"][$0] })
    #expect(plain.configurationFile == "/home/wang/.config/zhaoshang/config.toml")
    #expect(plain.dataFolder == "/home/wang/.local/share/zhaoshang")
    #expect(plain.stateFolder == "/home/wang/.local/state/zhaoshang")
    let chosen = try #require(
      SettingsPaths {
        [
          "HOME": "/home/wang", "XDG_CONFIG_HOME": "/etc/wang", "XDG_DATA_HOME": "share",
          "XDG_DATA_DIRS": "/opt/share:here:/usr/share",
        ][$0]
      })
    #expect(
      chosen.themeFolders == [
        "/etc/wang/zhaoshang/themes",
        "/opt/share/zhaoshang/themes", "/usr/share/zhaoshang/themes",
      ])
    #expect(SettingsPaths { ["HOME": "wang"][$0] } == nil)
  }
}

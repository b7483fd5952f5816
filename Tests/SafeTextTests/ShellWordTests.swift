import SafeText
import TestSupport
import Testing

@Suite("Words of a shell") struct ShellWordTests {
  @Test(
    "Letters, digits and Chinese punctuation mean themselves in every shell",
    arguments: ["光翼", "7-11便利店", "A.B_c+d", "招商（一期）、二期", "“双”引号", "２７号", "é", "3·15", "第Ⅲ期"])
  func plain(text: String) {
    #expect(ShellWord.isPlain(text))
    #expect(ShellWord.quoted(text) == text)
    #expect(ShellWord.plain(text) == text)
  }

  @Test("Every other ASCII sign, a blank of any kind and what shows nothing make a word unplain")
  func unplain() {
    let plain = Set("-_.,+".unicodeScalars)
    for value in UInt32(0)..<128 {
      guard let scalar = Unicode.Scalar(value), !scalar.properties.isAlphabetic,
        !("0"..."9").contains(scalar)
      else { continue }
      #expect(ShellWord.isPlain("甲\(scalar)乙") == plain.contains(scalar), "\(value)")
    }
    for scalar: Unicode.Scalar in [
      "\u{A0}", "\u{3000}", "\u{200B}", "\u{202E}", "\u{3164}", "\u{FFA0}", "\u{FEFF}", "\u{E0041}",
      "\u{85}", "\u{2028}", "！", "｀", "＄",
    ] {
      #expect(!ShellWord.isPlain("甲\(scalar)乙"), "U+\(String(scalar.value, radix: 16))")
    }
    #expect(!ShellWord.isPlain(""))
    for option in ["-rf", "--yes", "+x", ".", "..", ",甲"] { #expect(!ShellWord.isPlain(option)) }
  }

  @Test("What is shown in a word's place is plain itself, one dot for each run")
  func shown() {
    #expect(ShellWord.plain("嵩山`touch x`!!项目(甲)") == "嵩山·touch·x·项目·甲·")
    for hostile in HostileText.all where !ShellWord.plain(hostile.text).isEmpty {
      #expect(ShellWord.isPlain("甲" + ShellWord.plain(hostile.text)), "\(hostile)")
    }
  }

  @Test("A path is quoted unless it is plain between its slashes")
  func quoted() {
    #expect(ShellWord.quoted("/home/王敏/招商.csv") == "/home/王敏/招商.csv")
    #expect(ShellWord.quoted("/tmp/a b") == "'/tmp/a b'")
    #expect(ShellWord.quoted("it's `x`") == "'it'\\''s `x`'")
    #expect(ShellWord.quoted("~/x") == "'~/x'")
    #expect(ShellWord.quoted("-x") == "'-x'")
    #expect(ShellWord.quoted("") == "''")
  }
}

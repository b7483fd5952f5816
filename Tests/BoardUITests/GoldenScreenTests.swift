import BoardUI
import Canvas
import CustomDump
import Foundation
import Pipeline
import TestSupport
import Testing
import Wording

/// Whole screens as text, one file a size and language under `Screens/`.
///
/// `RECORD_SCREENS=1` writes them anew and fails; look at what changed before keeping it.
@Suite("Golden screens")
struct GoldenScreenTests {
  static let sizes = [(140, 40), (80, 24), (60, 20), (20, 6)].map(Size.init(width:height:))

  @Test("Every scene looks as recorded", arguments: Scene.all, Language.allCases)
  func looks(_ scene: Scene, in language: Language) throws {
    for size in scene.sizes {
      var sitting = Sitting(try scene.ledger(), size: size, language: language)
      try scene.play(&sitting)
      expectScreen(sitting.lines, "\(scene.name).\(language.rawValue).\(size.width)x\(size.height)")
    }
  }

  private func expectScreen(_ lines: [String], _ name: String) {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Screens/\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_SCREENS"] == "1" {
      do {
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
        Issue.record("recorded \(name); run again without RECORD_SCREENS")
      } catch {
        Issue.record("could not record \(name): \(error)")
      }
      return
    }
    let recorded = (try? String(contentsOf: file, encoding: .utf8)) ?? "not recorded\n"
    expectNoDifference(
      recorded.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init),
      lines, name)
  }
}

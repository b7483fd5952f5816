import Pipeline
import TestSupport
import Testing

@Suite("Seals as they stand on paper")
struct SealClaimTests {
  private static let digest =
    "3f9a1c2b4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f8"
  private let seal = Seal(sequence: 4711, digest: digest)

  @Test(
    "What was printed is read, whole or cut",
    arguments: [
      "#4711 \(digest)", "账本指纹 #4711 \(digest)", "Ledger seal #4711 \(digest)  2026-11-30",
      "#4711 3f9a1c2b4d5e6f70…", "＃4711 3F9A1C2B4D5E6F708", " #4711  3f9a1c2b4d5e6f70（摘要）",
    ])
  func read(text: String) throws {
    let claim = try #require(SealClaim(text))
    #expect(claim.sequence == 4711)
    #expect(claim.isMet(by: seal))
    #expect(!claim.isMet(by: Seal(sequence: 4712, digest: Self.digest)))
    #expect(
      !claim.isMet(by: Seal(sequence: 4711, digest: String(repeating: "0", count: 64))))
  }

  @Test(
    "Less than sixteen digits, other signs and what is no number are refused",
    arguments: [
      "", "4711 3f9a1c2b4d5e6f70", "#4711 3f9a1c2b4d5e6f7", "#4711", "#47113f9a1c2b4d5e6f70",
      "#x 3f9a1c2b4d5e6f70", "#4711 3f9a1c2b4d5e6f70x", "#4711 \(digest)0",
      "#4711471147114711 3f9a1c2b4d5e6f70", "#4711 ３f9a1c2b4d5e6f70aaaa",
    ])
  func refused(text: String) { #expect(SealClaim(text) == nil) }
}

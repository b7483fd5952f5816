import Testing
import Wording

@Suite("A long work says how far it is")
struct ProgressTests {
  private func line(_ done: Int, _ total: Int, columns: Int, _ language: Language = .zh) -> String {
    // Chinese characters take two columns, as on the terminal.
    Words(language).progress(
      .importing, done: done, of: total, columns: columns,
      width: { $0.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) } })
  }

  @Test("The bar fills with the work and stays within the line")
  func bar() {
    #expect(
      line(0, 100_000, columns: 50) == "正在导入 [--------------------]   0 %  Ctrl-C 停止")
    #expect(
      line(50_000, 100_000, columns: 50) == "正在导入 [##########----------]  50 %  Ctrl-C 停止")
    #expect(
      line(100_000, 100_000, columns: 50) == "正在导入 [####################] 100 %  Ctrl-C 停止")
    #expect(
      line(7, 10, columns: 60, .en)
        == "Importing [#################--------]  70 %  Ctrl-C stops it")
  }

  @Test("Where there is no room for a bar the figure stays")
  func narrow() {
    #expect(line(1, 3, columns: 20) == "正在导入  33 %")
    #expect(line(1, 3, columns: 8) == " 33 %")
  }

  @Test("Figures out of proportion make no line out of proportion")
  func strange() {
    #expect(line(5, 0, columns: 20) == "正在导入   0 %")
    #expect(line(7, 5, columns: 20) == "正在导入 100 %")
    #expect(line(-7, 5, columns: 20) == "正在导入   0 %")
  }
}

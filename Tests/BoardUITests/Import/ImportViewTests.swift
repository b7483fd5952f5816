import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing

@Suite("The preview of an import")
struct ImportViewTests {
  private func opened(
    _ preview: ImportPreview = .sample(), size: Size = Size(width: 80, height: 24)
  )
    throws -> Sitting
  {
    var sitting = Sitting(try .zouping(), size: size)
    sitting.command("import 台账.csv")
    sitting.handle(.importNews(.shown(preview)))
    return sitting
  }

  private func acts(_ sitting: Sitting) -> [ImportAct] {
    sitting.effects.compactMap { effect in
      if case .store(.importing(let act)) = effect { act } else { nil }
    }
  }

  @Test("A command without a file asks for one, and a file that cannot be read says why there")
  func path() throws {
    var sitting = Sitting(try .zouping())
    sitting.command("import")
    #expect(sitting.screen.contains("先预览"))
    sitting.type("~/没有.csv")
    sitting.press("Enter")
    #expect(acts(sitting) == [.open("~/没有.csv")])
    sitting.handle(.importNews(.failed("没有.csv 读不到：没有这个文件")))
    #expect(sitting.screen.contains("没有这个文件"))
    sitting.press("Esc")
    #expect(acts(sitting).last == .close && sitting.screen.contains("什么都没有写入"))
  }

  @Test("The open question comes first; a choice, another answer and Esc are told apart")
  func questions() throws {
    var sitting = try opened()
    #expect(sitting.screen.contains("待答 1，先答这一个") && sitting.screen.contains("读作「4500」"))
    sitting.press("j", "Enter")
    #expect(acts(sitting).last == .choose(question: 0, choice: 1))
    sitting.press("=")
    sitting.type("4500万")
    sitting.press("Enter")
    #expect(acts(sitting).last == .type(question: 0, "4500万"))
    sitting.handle(.importNews(.failed("「4500万」不是可用的答案")))
    #expect(sitting.screen.contains("不是可用的答案"))
    sitting.press("Esc")
    #expect(acts(sitting).last != .close && sitting.screen.contains("读作「4500」"))
    sitting.press("Esc")
    #expect(acts(sitting).last == .close)
  }

  @Test("Enter writes nothing while a question is open, and all of it as one step when none is")
  func writing() throws {
    var sitting = try opened()
    sitting.press("Tab", "Enter")
    #expect(!acts(sitting).contains(.take) && sitting.screen.contains("还不能写入：1 个问题待答"))
    sitting.handle(.importNews(.shown(.sample(asks: false))))
    sitting.press("Enter")
    #expect(acts(sitting).last == .take)
    sitting.handle(
      .committed(try sitting.ledger.commit(.note(1, text: "导入", on: .unknown)), mine: true))
    #expect(sitting.ui.overlay == .none)
  }

  @Test("A file that is being read can only be left, and says how much of it is read")
  func reading() throws {
    var sitting = Sitting(try .zouping())
    sitting.command("import")
    sitting.type("~/大台账.csv")
    sitting.press("Enter")
    sitting.handle(.importNews(.reading(done: 0, of: 0)))
    sitting.handle(.importNews(.reading(done: 25_000, of: 100_000)))
    #expect(sitting.screen.contains("正在读取 25%，Esc 离开"))
    sitting.press("Enter", "j")
    #expect(acts(sitting) == [.open("~/大台账.csv")])
    sitting.press("Esc")
    #expect(acts(sitting).last == .close && sitting.ui.overlay == .none)
    sitting.handle(.importNews(.shown(.sample())))
    #expect(sitting.ui.overlay == .none)
  }

  @Test("A long step says that it is about to be written, and a refused one leaves the preview")
  func announced() throws {
    var sitting = try opened(.sample(asks: false))
    sitting.press("Enter")
    sitting.handle(.importNews(.writing(rows: 100_000)))
    #expect(sitting.screen.contains("就要写入 100000 行，要一会儿；Esc 或 Ctrl-C 不写"))
    sitting.handle(.storeFailed("磁盘满了，没有保存"))
    #expect(sitting.screen.contains("磁盘满了，没有保存") && !sitting.screen.contains("就要写入"))
    sitting.press("Enter")
    #expect(acts(sitting).filter { $0 == .take }.count == 2)
  }

  @Test("Keys that come while a table is planned anew are played on what is shown then")
  func held() throws {
    var sitting = try opened(.sample(asks: false))
    sitting.press("j", "x")
    #expect(acts(sitting).dropFirst() == [.leaveOut(row: 2)])
    sitting.handle(.importNews(.reading(done: 1, of: 4)))
    sitting.press("j", "x", "j", "x")
    #expect(acts(sitting).dropFirst() == [.leaveOut(row: 2)])
    sitting.handle(.importNews(.shown(.sample(asks: false))))
    #expect(acts(sitting).dropFirst() == [.leaveOut(row: 2), .leaveOut(row: 3)])
    sitting.handle(.importNews(.shown(.sample(asks: false))))
    #expect(acts(sitting).dropFirst() == [.leaveOut(row: 2), .leaveOut(row: 3), .leaveOut(row: 4)])
    sitting.handle(.importNews(.reading(done: 1, of: 4)))
    sitting.press("x")
    sitting.handle(.importNews(.failed("读不到")))
    #expect(acts(sitting).count == 4 && sitting.screen.contains("读不到"))
  }

  @Test("A colleague's step leaves the preview open")
  func colleague() throws {
    var sitting = try opened(.sample(asks: false))
    try sitting.colleague(.note(1, text: "电话", on: .unknown))
    #expect(sitting.screen.contains("导入 台账.csv"))
  }

  @Test("Columns are taken for another field and unit by keys")
  func columns() throws {
    var sitting = try opened(.sample(asks: false))
    sitting.press("Tab")
    sitting.press("Right")
    #expect(acts(sitting).last == .column(0, meaning: 2))
    sitting.press("Left")
    #expect(acts(sitting).last == .column(0, meaning: 0))
    sitting.press("j", "j", "u")
    #expect(acts(sitting).last == .unit(2, unit: 1))
    sitting.press("j", "u")
    #expect(sitting.screen.contains("「亮灯」不是金额，没有单位"))
    sitting.press("Right")
    #expect(acts(sitting).last == .column(3, meaning: 0))
  }

  @Test("Each verdict is a filter, by key and mouse; a row is left out where it is a record")
  func rows() throws {
    var sitting = try opened(.sample(asks: false))
    sitting.press("x")
    #expect(!acts(sitting).contains { if case .leaveOut = $0 { true } else { false } })
    sitting.press("f")
    #expect(sitting.screen.contains("[新增 1]") && !sitting.screen.contains("第 3 行 修改"))
    sitting.press("x")
    #expect(acts(sitting).last == .leaveOut(row: 2))
    sitting.click(.importing(.filter(.changed)))
    #expect(sitting.screen.contains("[修改 1]") && sitting.screen.contains("第 3 行 修改"))
    sitting.click(.importing(.row(0)))
    sitting.press("x")
    #expect(acts(sitting).last == .leaveOut(row: 3))
    sitting.click(.importing(.filter(.changed)))
    #expect(sitting.screen.contains("第 1 行 跳过"))
  }

  @Test("A board that only reads imports nothing")
  func past() throws {
    var sitting = Sitting(try .zouping())
    sitting.command("asof 2023-07-25")
    sitting.command("import 台账.csv")
    #expect(acts(sitting).isEmpty && sitting.ui.overlay == .none)
  }
}

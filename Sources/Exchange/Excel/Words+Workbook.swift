package import Wording
package import Workbook

// What is wrong with a workbook, in sentences.
extension Words {
  package func workbook(_ error: WorkbookError) -> String {
    let what = problem(error.problem)
    let place = [
      error.sheet.map { say("工作表「\($0)」", "sheet “\($0)”") },
      error.row > 0
        ? error.column.map { sheetPlace(row: error.row, column: $0) }
          ?? say("第 \(error.row) 行", "row \(error.row)") : nil,
    ].compactMap { $0 }.joined(separator: say("", ", "))
    return place.isEmpty ? what : place + say("：", ": ") + what
  }

  private func problem(_ problem: WorkbookError.Problem) -> String {
    switch problem {
    case .notBuiltIn:
      say(
        "这个程序编译时没有带 Excel 支持；请在源码目录运行 make excel 重新编译，或改用 CSV",
        "This build has no Excel: build it with make excel, or use CSV")
    case .libraryMissing(let name):
      say(
        "读写 Excel 要用 \(name)，这台机器没有；Debian 上请装 libxlsxwriter4 libzip4 libexpat1",
        "Excel files need \(name), which is not installed; on Debian: libxlsxwriter4 libzip4 libexpat1"
      )
    case .cannotWrite(let code):
      say("表格写不出来（\(code)）", "the workbook cannot be written (\(code))")
    case .notAWorkbook:
      say("不是 .xlsx 文件，或已损坏", "this is no .xlsx file, or a damaged one")
    case .oldFormat:
      say(
        "是旧的 .xls 或加了密码，请去掉密码并另存为 .xlsx",
        "this is an old .xls, or one with a password; save it as .xlsx without")
    case .encrypted: say("加了密码，请去掉密码再存", "it has a password; save it without")
    case .partMissing(let part): say("文件里缺 \(part)", "the file lacks \(part)")
    case .broken(let part, let line):
      line.map { say("\(part) 第 \($0) 行已损坏", "\(part) is damaged at line \($0)") }
        ?? say("\(part) 已损坏", "\(part) is damaged")
    case .documentType(let part):
      say("\(part) 带有实体定义，不予读取", "\(part) declares entities and is not read")
    case .tooManyParts(let limit):
      say("文件里的部件超过 \(limit) 个", "the file has more than \(limit) parts")
    case .tooLarge(let part, let limit):
      say("\(part) 展开后超过 \(limit) 字节", "\(part) unpacks to more than \(limit) bytes")
    case .packedTooTight(let part, let limit):
      say(
        "\(part) 展开后是压缩前的 \(limit) 倍以上，不像台账",
        "\(part) unpacks to more than \(limit) times its size, as no ledger does")
    case .tooDeep(let part, let limit):
      say("\(part) 嵌套超过 \(limit) 层", "\(part) is nested deeper than \(limit)")
    case .tooManyRows(let limit): tooManyRows(limit)
    case .tooManyColumns(let limit): tooManyColumns(limit)
    case .tooManyCells(let limit): say("单元格超过 \(limit) 个", "more than \(limit) cells")
    case .cellTooLong(let limit): cellTooLong(limit)
    case .badReference(let text):
      say("「\(text)」不是单元格位置", "“\(text)” is no place of a cell")
    case .unknownText(let text):
      say("文字表里没有第「\(text)」条", "there is no shared text “\(text)”")
    case .noSheet(let name): say("没有工作表「\(name)」", "there is no sheet “\(name)”")
    }
  }
}

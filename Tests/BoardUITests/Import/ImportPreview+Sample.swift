import BoardUI

extension ImportPreview {
  /// A bureau's ledger of five rows, one of them asked about, with a sum that differs.
  static func sample(asks: Bool = true) -> ImportPreview {
    var preview = ImportPreview(path: "台账.csv", reading: "按 GB18030 读取，以逗号分列")
    preview.meanings = ["不导入", "项目名称", "投资方", "总投资", "签约日期"]
    preview.units = ["万元", "亿元"]
    preview.columns = [
      Column(heading: "项目名称", example: "澜石精密轴承", meaning: 1, unit: nil, isAmount: false),
      Column(heading: "投资企业", example: "澜石机械有限公司", meaning: 2, unit: nil, isAmount: false),
      Column(heading: "计划总投资", example: "12,500", meaning: 3, unit: 0, isAmount: true),
      Column(heading: "亮灯", example: "绿", meaning: nil, unit: nil, isAmount: false),
    ]
    preview.rows = [
      Row(number: 1, verdict: .noRecord, text: "第 1 行 跳过：标题或说明「2023年签约项目」"),
      Row(number: 2, verdict: .new, text: "第 2 行 新增：澜石精密轴承，在签约"),
      Row(number: 3, verdict: .changed, text: "第 3 行 修改 #2：总投资 8000万元 改为 9000万元"),
      Row(number: 4, verdict: .unchanged, text: "第 4 行 不变 #3"),
      Row(
        number: 5, verdict: asks ? .asked : .leftOut,
        text: "第 5 行 待答：「岚舟无人机」第 3 列计划总投资「（4500）」是负数"),
    ]
    preview.sums = [
      Sum(text: "第 6 行：总投资写明 35,000，读到 39500，不符", agrees: false),
      Sum(text: "第 6 行：项目数写明 4，读到 4，相符", agrees: true),
    ]
    if asks {
      preview.questions = [
        Question(
          text: "第 5 行 「岚舟无人机」第 3 列计划总投资「（4500）」是负数（账上的括号也是减），金额不能为负",
          choices: ["读作「4500」", "读作「-」", "不导入这一行"], takesText: true)
      ]
    }
    preview.isReady = !asks
    return preview
  }
}

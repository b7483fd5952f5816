package import Wording

// What an import comes to, in sentences.
extension Words {
  /// 新增 3 个，修改 0 个，不变 0 个，待答 1 行，有误 0 行，不导入 2 行.
  package func ledgerFigures(_ plan: LedgerPlan) -> String {
    let sums = plan.reconciliation.filter { !$0.isOpen }
    let differing = sums.count { !$0.agrees }
    let compared =
      sums.isEmpty
      ? ""
      : say(
        "，核对 \(sums.count) 项、不符 \(differing) 项",
        ", \(sums.count) sums compared, \(differing) differ")
    return say(
      "新增 \(plan.created) 个，修改 \(plan.changed) 个，不变 \(plan.unchanged) 个，待答 \(plan.asked.count) 行，有误 \(plan.wrong.count) 行，不导入 \(plan.leftOut.count) 行",
      "\(plan.created) new, \(plan.changed) changed, \(plan.unchanged) unchanged, \(plan.asked.count) asked, \(plan.wrong.count) wrong, \(plan.leftOut.count) left out"
    ) + compared
  }

  package func ledgerImported(_ plan: LedgerPlan, dryRun: Bool) -> String {
    let figures = ledgerFigures(plan)
    return dryRun
      ? say("可以导入：\(figures)（未写入）", "Would import: \(figures) (nothing written)")
      : say("已导入：\(figures)", "Imported: \(figures)")
  }

  package func ledgerNotImported(_ plan: LedgerPlan) -> String {
    say("没有导入：", "Nothing was imported: ") + ledgerFigures(plan)
  }

  /// 第 8 行写合计 3家，读到 3：相符.
  package func reconciled(_ line: Reconciled) -> String {
    let subject =
      switch line.subject {
      case .projects: say("项目数", "projects")
      case .firms: say("企业数", "firms")
      case .trips: say("批次", "journeys")
      case .days: say("天数", "days")
      case .column(let heading): heading
      }
    let place =
      say("第 \(line.row) 行", "row \(line.row)")
      + (line.section.map { say("（\($0)）", " (\($0))") } ?? "")
    if line.isOpen {
      return say(
        "\(place)：\(subject)写的是公式 \(line.stated)，没有算好的值，无法核对",
        "\(place): \(subject) holds the formula \(line.stated) without a value, and cannot be compared"
      )
    }
    let verdict =
      line.agrees
      ? say("相符", "agrees")
      : say("不符", "differs")
        + (line.isExplained ? say("（有的行没有计入）", " (rows were left out of it)") : "")
    return say(
      "\(place)：\(subject)写明 \(line.stated)，读到 \(line.read)，\(verdict)",
      "\(place): \(subject) stated \(line.stated), read \(line.read): \(verdict)")
  }

  package func unread(_ column: LedgerPlan.UnreadColumn) -> String {
    switch column.reason {
    case .kept:
      say("「\(column.heading)」没有对应的字段", "“\(column.heading)” has no field here")
        + (column.cells > 0
          ? say(
            "，内容记入备注（\(column.cells) 行；--column \(column.column)=字段 导入，--column \(column.column)=- 不要）",
            ", and is kept in the notes (\(column.cells) rows; --column \(column.column)=FIELD takes it, --column \(column.column)=- leaves it out)"
          ) : say("，也没有内容", " and says nothing"))
    case .unknown:
      columnUnknown(column.heading)
        + (column.cells > 0
          ? say(
            "（\(column.cells) 行有内容；要导入请用 --column \(column.column)=字段）",
            " (\(column.cells) rows say something; --column \(column.column)=FIELD takes it)")
          : "")
    case .computed: columnComputed(column.heading)
    case .notNeeded: say("「\(column.heading)」这一列不导入", "“\(column.heading)” is left out")
    }
  }
}

internal import Pipeline
package import Vocabulary
package import Wording

extension ColumnMeaning {
  /// What a person can take a column of such a table for, the commonest first.
  package static func choices(for kind: LedgerKind) -> [ColumnMeaning] {
    switch kind {
    case .projects:
      let fields = Field.editable.filter { $0 != .next && $0 != .externalKeys }
      return [.words, .nothing] + fields.map { .ledger(.field($0)) }
        + [
          .ledger(.stage), .ledger(.entered), .ledger(.status), .ledger(.statusDate),
          .ledger(.statusReason), .ledger(.progress), .ledger(.remark), .ledger(.nextText),
          .ledger(.nextDue), .ledger(.nextWho), .ledger(.review), .ledger(.lostTo),
          .ledger(.investorProfile), .ledger(.serial), .ledger(.number), .key,
        ] + Stage.allCases.map { .reached($0) }
        + MilestoneKind.allCases.map { .milestone($0) } + [
          .fundsInPlace, .contactAndPhone, .year, .currency, .amountUnit, .capital,
        ]
    case .milestones, .requests, .targets:
      let records = RecordColumn.allCases.filter { $0.kind == kind }.map {
        ColumnMeaning.record($0)
      }
      let measures =
        kind == .targets ? Target.Measure.allCases.map { ColumnMeaning.target($0) } : []
      return [.words, .nothing] + records + measures + [.ledger(.serial)]
    case .activities:
      return [.words, .nothing, .ledger(.field(.lead))]
        + ActivityPart.allCases.map { .activity($0) }
        + [.ledger(.serial), .ledger(.remark)]
    }
  }
}

extension AmountScale {
  /// What the amounts of a column can count, the commonest first.
  package static let choices: [AmountScale] = [
    "万元", "亿元", "元", "百万元", "千万元", "万美元", "亿美元", "美元", "万欧元", "万日元", "万港元",
  ].compactMap { AmountScale(spoken: $0) }
}

extension Words {
  /// What a column was taken for.
  package func meaning(_ meaning: ColumnMeaning) -> String {
    switch meaning {
    case .ledger(let column): column.heading(in: self)
    case .reached(let stage): say("进入\(self.stage(stage))的日期", "Day of \(self.stage(stage))")
    case .milestone(let kind): say("\(milestone(kind))日期", "Day of \(milestone(kind))")
    case .fundsInPlace: say("到位资金", "Funds in place")
    case .closing: say("成交日期", "Closing day")
    case .key: say("外部编号", "Number elsewhere")
    case .currency: say("币种", "Currency")
    case .amountUnit: say("金额单位", "Unit of amounts")
    case .capital: say("内资外资", "Domestic or foreign")
    case .history: say("阶段经过", "Stage history")
    case .datedNotes: say("带日期的备注", "Dated notes")
    case .year: say("日期的年份", "Year of the days")
    case .contactAndPhone: say("联系人和电话", "Contact and telephone")
    case .words: say("记入备注", "kept as a note")
    case .activity(let part): self.part(part)
    case .record(let record): self.record(record)
    case .target(let measure): say("目标：\(name(measure))", "Target: \(name(measure))")
    case .nothing: say("不导入", "not imported")
    }
  }

  private func record(_ record: RecordColumn) -> String {
    switch record {
    case .nodeProject, .requestProject: field(.name)
    case .nodeFirms: field(.investors)
    case .nodeKind: say("节点", "Milestone")
    case .nodeOn: say("节点日期", "Day of the milestone")
    case .nodeAmount: say("节点金额", "Amount of the milestone")
    case .nodeDocument: say("文号", "Document")
    case .nodeNote, .requestNote, .targetNote: say("备注", "Note")
    case .requestFirm: say("企业", "Firm")
    case .requestSubject: say("诉求内容", "What is asked for")
    case .requestKind: say("诉求类型", "Kind of request")
    case .requestCategory: say("诉求类别", "Category")
    case .requestReceived: say("提出日期", "Received on")
    case .requestUnit: say("办理单位", "Unit that deals with it")
    case .requestDue: say("办理时限", "Due")
    case .requestStatus: say("办理状态", "Step")
    case .requestClosed: say("办结日期", "Closed on")
    case .requestResult: say("办理结果", "Result")
    case .requestChannel: say("来源渠道", "Channel")
    case .targetUnit: say("责任单位", "Unit")
    case .targetYear: say("年度", "Year")
    case .targetCluster: say("产业集群", "Cluster")
    }
  }

  private func part(_ part: ColumnMeaning.ActivityPart) -> String {
    switch part {
    case .kind: say("活动类型", "Kind of activity")
    case .person: say("带队领导", "Leader")
    case .personTitle: say("领导职务", "Leader's title")
    case .from: say("开始日期", "From")
    case .until: say("结束日期", "Until")
    case .days: say("天数", "Days")
    case .place: say("地点", "Place")
    case .firms: say("拜访企业", "Firms met")
    case .met: say("接洽人", "Person met")
    case .metTitle: say("接洽人职务", "Title of the person met")
    case .heads: say("人数", "Persons")
    case .team: say("随行人员", "Team")
    case .note: say("情况", "Notes")
    }
  }
}

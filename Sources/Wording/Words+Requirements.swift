package import Pipeline

extension Words {
  /// What is missing, in a few words: 缺外出考察记录.
  package func requirement(_ requirement: Requirement) -> String {
    switch requirement {
    case .name: say("缺项目名称", "no name")
    case .organisation: say("缺投资方", "no investor")
    case .source: say("缺线索来源", "no source")
    case .outboundActivity: say("缺外出考察记录", "no outbound visit logged")
    case .inboundActivity: say("缺来访或回访记录", "no inbound visit logged")
    case .intentOutcome: say("缺初步意向以上的成果", "no outcome of preliminary intent or stronger")
    case .approvalStarted: say("缺「进入立项」节点", "no approval-started milestone")
    case .intentReached: say("未到过意向阶段", "never reached Intent")
    case .signingDate: say("缺签约日期", "no signing date")
    case .approvalGranted: say("缺「立项批复」节点", "no approval-granted milestone")
    case .amount: say("缺总投资", "no amount")
    case .reasonToSkip(let stages):
      say("跳过\(list(stages.map(stage)))需说明原因", "skips \(list(stages.map(stage))) without a reason")
    case .reasonToStepBack: say("退回需说明原因", "steps back without a reason")
    case .dateInOrder(let entered):
      say("日期早于进入当前阶段的 \(entered)", "dated before the current stage was entered, \(entered)")
    case .field(let field): say("缺\(self.field(field))", "no \(self.field(field).lowercased())")
    }
  }

  /// What would satisfy a requirement.
  package func remedy(_ requirement: Requirement) -> String {
    switch requirement {
    case .name: say("填写项目名称", "give it a name")
    case .organisation: say("填写至少一个投资方", "name at least one investor")
    case .source: say("填写线索来源，或说明原因", "fill in the source, or give a reason")
    case .outboundActivity:
      say("补记一次外出考察，或说明原因", "log an outbound visit, or give a reason")
    case .inboundActivity:
      say("补记一次来访或回访，或说明原因", "log an inbound visit, or give a reason")
    case .intentOutcome:
      say("记录一次成果为初步意向以上的活动，或说明原因", "log an activity with that outcome, or give a reason")
    case .approvalStarted:
      say("补记「进入立项」节点，或说明原因", "record the milestone, or give a reason")
    case .intentReached: say("先移到意向，或说明原因", "move it to Intent first, or give a reason")
    case .signingDate: say("给出签约日期", "give the signing date")
    case .approvalGranted:
      say("补记「立项批复」节点，或说明原因", "record the milestone, or give a reason")
    case .amount:
      say("填写总投资或「未披露」，或说明原因", "give the amount or 'undisclosed', or give a reason")
    case .reasonToSkip, .reasonToStepBack: say("说明原因", "give a reason")
    case .dateInOrder: say("更正日期，或说明原因", "correct the date, or give a reason")
    case .field(let field):
      say("可补填\(self.field(field))", "\(self.field(field)) may be filled in later")
    }
  }

  /// What is missing and what would satisfy it, each point in turn.
  package func requirements(_ requirements: [Requirement]) -> String {
    requirements.map {
      say("\(requirement($0))（\(remedy($0))）", "\(requirement($0)) (\(remedy($0)))")
    }
    .joined(separator: say("；", "; "))
  }
}

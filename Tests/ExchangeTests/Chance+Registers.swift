import Pipeline

extension Chance {
  /// A record of any register, about a project where it is about one.
  mutating func register(of id: ProjectID) -> RegisterEntry {
    switch below(7) {
    case 0:
      var request = ServiceRequest(
        organisation: text(), kind: one(of: ServiceRequest.Kind.allCases), subject: text(),
        received: date())
      request.category = perhaps { $0.one(of: ServiceRequest.Category.allCases) }
      request.channel = perhaps { $0.text() }
      request.isFast = below(2) == 0
      request.unit = perhaps { $0.text() }
      request.forwarded = perhaps { $0.date() }
      request.project = perhaps { _ in id }
      request.note = perhaps { $0.lines() }
      request.unknownMembers = perhaps { _ in #"{"x":[1]}"# }
      return .request(request)
    case 1:
      var matter = Matter(code: text(), name: text())
      matter.level = perhaps { $0.one(of: Matter.Level.allCases) }
      matter.unit = perhaps { $0.text() }
      matter.days = perhaps { $0.below(90) }
      return .matter(matter)
    case 2: return .catalogue(MatterCatalogue(name: text(), stated: below(200)))
    case 3:
      var target = Target(year: 2020 + below(9), measure: one(of: Target.Measure.allCases))
      target.unit = perhaps { $0.text() }
      target.cluster = perhaps { $0.text() }
      target.count = below(100)
      target.amount = amount()
      target.unknownMembers = perhaps { _ in #"{"x":"y"}"# }
      return .target(target)
    case 4:
      var decision = Decision(project: id, name: text(), place: 1 + below(9))
      decision.body = perhaps { $0.text() }
      decision.due = perhaps { _ in today.adding(7) }
      decision.done = perhaps { $0.date() }
      decision.document = perhaps { $0.text() }
      return .decision(decision)
    case 5:
      var phase = below(2) == 0 ? Phase(text(), of: id) : Phase(text(), of: text())
      phase.firm = perhaps { $0.text() }
      phase.amount = perhaps { $0.amount() }
      phase.started = perhaps { $0.date() }
      // Nothing is finished before it began.
      if phase.started == nil { phase.inProduction = perhaps { $0.date() } }
      return .phase(phase)
    default:
      var handOver = HandOver(id, from: nil, to: text(), on: date())
      handOver.reason = perhaps { $0.text() }
      handOver.answer = perhaps { $0.one(of: HandOver.Answer.allCases) }
      return .handOver(handOver)
    }
  }
}

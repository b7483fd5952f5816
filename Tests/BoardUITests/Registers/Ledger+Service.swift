import Pipeline
import TestSupport

extension Ledger {
  /// The Zouping board with requests at every step, targets, an approval and a hand-over.
  static func service() throws -> Ledger {
    var ledger = try Ledger.zouping()
    func ask(
      _ firm: String, _ subject: String, _ received: Day, isFast: Bool = false,
      _ unit: String? = nil, _ category: ServiceRequest.Category? = nil
    ) throws -> RequestID {
      var request = ServiceRequest(
        organisation: firm, kind: .need, subject: subject, received: .day(received))
      (request.isFast, request.unit, request.category) = (isFast, unit, category)
      request.channel = "企业走访"
      let id = ledger.pipeline.nextRequest
      try ledger.commit(.register(.save(.request(request))))
      return id
    }
    let power = try ask(
      "魏桥创业集团有限公司", "二期厂房用电增容", "2023-08-28", isFast: true, "供电公司", .infrastructure)
    let workers = try ask("西王集团", "秋季用工缺口 120 人", "2023-09-02", "人社局", .talent)
    let loan = try ask("邹平医药产业园", "设备贷款贴息", "2023-08-20", "金融服务中心", .finance)
    try ledger.commit(
      .register(.advance(power, to: .forwarded, on: "2023-08-28", RequestAnswer())))
    try ledger.commit(
      .register(.advance(workers, to: .handling, on: "2023-09-03", RequestAnswer())))
    try ledger.commit(
      .register(
        .advance(
          loan, to: .closed, on: "2023-08-25",
          RequestAnswer(result: "已拨付", trips: 1, satisfaction: 5))))
    try ledger.target(.signings, 2, unit: "国信发展集团")
    try ledger.target(.contacts, 20)
    var scale = Target(year: 2023, measure: .scale)
    (scale.cluster, scale.amount) = ("医药产业集群", .of("200", .yi))
    try ledger.commit(.register(.save(.target(scale))))
    return ledger
  }

  private mutating func target(_ measure: Target.Measure, _ count: Int, unit: String? = nil) throws
  {
    var target = Target(year: 2023, measure: measure)
    (target.unit, target.count) = (unit, count)
    try commit(.register(.save(.target(target))))
  }
}

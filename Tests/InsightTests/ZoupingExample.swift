import Pipeline
import TestSupport

/// The six engagements of the Zouping article, event by event.
enum ZoupingExample {
  static let published = Day.of("2023-09-04")
  static let ids = (1...6).map { ProjectID($0) }

  static let pipeline: Pipeline = {
    var fixture = PipelineFixture()
    let p1 = fixture.draw(
      "青岛夜经济项目", "1 unknown, 2 2023-07-19, 3 2023-07-23, 4 2023-07-23",
      [.lead: .list(["投资促进局", "招商发展公司", "城市运营公司"]), .industry: .text("商贸文旅")])
    let p2 = fixture.draw(
      "与内江经开区东西方联动合作", "1 unknown, 2 2023-07-25, 4 2023-07-25",
      [.kind: .kind(.cooperation), .lead: .list(["党工委、管委会"])])
    let p3 = fixture.draw(
      "招商母基金(江控创富)", "1 unknown, 2 2023-08-15, 4 2023-08-15, 6 2023-09-04",
      [.kind: .kind(.fund), .lead: .list(["国信发展集团"])])
    let p4 = fixture.draw(
      "招商大数据系统项目", "1 unknown, 2 2023-08-16, 3 2023-08-30, 4 2023-08-30, 6 2023-08-30",
      [.kind: .kind(.procurement), .lead: .list(["招商发展公司"])])
    let p5 = fixture.draw(
      "远东宏信集团合作", "1 unknown, 2 2023-08-17, 3 2023-08-26",
      [.lead: .list(["招商发展公司"])])
    let p6 = fixture.draw(
      "光伏项目(特锐德、国电投、山东安装集团等)", "1 unknown, 3 unknown, 4 unknown, 5 unknown",
      [.investors: .list(["特锐德", "国电投", "山东安装集团"])])

    let joint = ["投资促进局", "招商发展公司", "城市运营公司"]
    func ours(_ units: [String], line: String? = nil, trip: String? = nil)
      -> (inout Activity.Facts) -> Void
    {
      { facts in
        facts.lead = units
        facts.line = line
        facts.trip = trip
      }
    }
    fixture.log(.outbound, "2023-07-19", [p1], ours(joint, line: "5"))
    fixture.log(.outbound, "unknown", [p1], ours(joint, line: "5"))
    fixture.log(.inbound, "2023-07-23", [p1], ours(joint))
    fixture.log(.outbound, "2023-07-25", [p2]) { facts in
      facts.lead = ["党工委、管委会"]
      facts.leader = Leader(name: "宗新", title: "党工委委员、管委会副主任")
      facts.counterparts = ["内江经开区"]
      facts.outcome = .preliminary
    }
    fixture.log(.outbound, "2023-08-15", [p3]) { facts in
      facts.lead = ["国信发展集团"]
      facts.leader = Leader(name: "马学福", title: "党委委员、副总经理")
    }
    fixture.log(.outbound, "2023-08-16", [p4], ours(["招商发展公司"], trip: "上海"))
    fixture.log(.inbound, "2023-08-30", [p4], ours(["招商发展公司"]))
    fixture.log(.outbound, "2023-08-17", [p5], ours(["招商发展公司"], trip: "上海"))
    fixture.log(.inbound, "2023-08-26", [p5], ours(["招商发展公司"]))
    fixture.log(.inbound, "2023-07-01..2023-09-04", [p6]) { $0.times = 4 }
    fixture.reach(.registered, "2023-09-04", [p3]) { $0.name = "工商设立" }
    fixture.reach(.contractSigned, "2023-08-30", [p4])
    fixture.reach(.approvalStarted, "unknown", [p6])
    return fixture.pipeline
  }()
}

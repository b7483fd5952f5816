import JSON
import TestSupport
import Testing

/// The smallest pipelines in which two doors once told two numbers, with the number that is right by
/// the definitions of docs/figures.md.
@Suite struct FigureCaseTests {
  private static let today = "2026-06-30"

  /// A store that holds what is written, the members of an exchange file.
  private func desk(_ members: String, today: String = today) async throws -> Desk {
    let desk = try await Desk.withStore()
    let path = desk.home.path("case.json")
    let text = "{\"format\":\"zhaoshang-exchange\",\"version\":1,\(members)}"
    _ = try await desk.run("sh", ["-c", "cat >'\(path)'"], input: text)
    let outcome = try await desk.run("zhaoshang", ["import", path, "--today", today])
    #expect(outcome.status == 0, "\(outcome.stderr)")
    return desk
  }

  /// The line of an answer that begins so, its cells apart by single blanks.
  private func line(
    _ start: String, _ desk: Desk, _ command: String..., today: String = today
  ) async throws -> String? {
    let outcome = try await desk.run("zhaoshang", command + ["--today", today])
    #expect(outcome.status == 0, "\(command): \(outcome.stderr)")
    return outcome.lines.map {
      $0.split(separator: " ").joined(separator: " ")
    }.first { $0.hasPrefix(start) }
  }

  private func json(_ desk: Desk, _ command: String...) async throws -> JSONValue {
    let outcome = try await desk.run("zhaoshang", command + ["--json", "--today", Self.today])
    #expect(outcome.status == 0, "\(command): \(outcome.stderr)")
    return try JSONValue.parse(outcome.stdout)
  }

  private func project(
    _ key: String, _ stages: String, lead: String = "一局", _ more: String = ""
  ) -> String {
    let lead = lead.isEmpty ? "" : "\"lead\":[\"\(lead)\"],"
    let stages = stages.split(separator: " ").map { step in
      let parts = step.split(separator: "@")
      return "{\"stage\":\"\(parts[0])\",\"on\":\"\(parts[1])\",\"reason\":\"x\"}"
    }.joined(separator: ",")
    return "{\"key\":\"\(key)\",\"name\":\"项目\(key)\",\"investors\":[\"投资方\(key)\"],\(lead)\(more)"
      + "\"stages\":[\(stages)]}"
  }

  @Test("1: now is as of today: a month that has begun counts, at every door")
  func openMonth() async throws {
    let today = "2026-06-15"
    let desk = try await desk(
      "\"projects\":[\(project("A", "contact@2026-06")),"
        + "\(project("C", "contact@2026-05-10 signing@2026-06-10..2026-06-20"))],"
        + "\"activities\":[{\"projects\":[\"A\"],\"kind\":\"inbound\",\"on\":\"2026-06\",\"lead\":[\"一局\"]}]",
      today: today)
    for asOf in [[], ["--as-of", today]] {
      func json(_ command: String) async throws -> JSONValue {
        let outcome = try await desk.run(
          "zhaoshang", [command, "--json", "--today", today] + asOf)
        return try JSONValue.parse(outcome.stdout)
      }
      #expect(try await json("funnel")["population"] == 2)
      #expect(try await json("funnel")["signed"] == 1)
      #expect(try await json("list").array?.count == 2)
      #expect(try await json("count")["contacts"] == 1)
      #expect(try await json("trend")["total"]?["signed"] == 1)
      let month = try await desk.run("zhaoshang", ["report", "month", "--today", today] + asOf)
      let text = month.stdout.split(separator: " ").joined(separator: " ")
      #expect(text.contains("签约（个） 1 1 0") && text.contains("对接（次） 1 1 0"), "\(text)")
    }
  }

  @Test("2: projects and contacts without a unit have a row of their own")
  func noUnit() async throws {
    let desk = try await desk(
      "\"projects\":[\(project("A", "contact@2026-06-01")),\(project("B", "contact@2026-06-02", lead: ""))]"
    )
    // Equal work, equal rank.
    #expect(try await line("1 未归类", desk, "report", "month")?.hasPrefix("1 未归类 1 0") == true)
    try await desk.does("log", "2", "inbound", "--on", "2026-06-20")
    #expect(try await line("1 未归类", desk, "report", "month")?.hasPrefix("1 未归类 1 0 - - 1") == true)
    #expect(
      try await line("未归类 1", desk, "funnel", "--by", "lead")?.hasPrefix("未归类 1 对接 1 1") == true)
  }

  @Test("3: lost and withdrawn are all that are closed, those after signing told; the four add up")
  func afterSigning() async throws {
    let desk = try await desk(
      "\"projects\":[\(project("A", "contact@2026-01-01")),"
        + "\(project("B", "contact@2026-01-02 signing@2026-02-01 intent@2026-03-01")),"
        + "\(project("C", "contact@2026-01-03 signing@2026-02-03", lead: "一局", "\"status\":{\"is\":\"lost\",\"on\":\"2026-04-01\",\"reason\":\"other\"},")),"
        + "\(project("D", "contact@2026-01-04", lead: "一局", "\"status\":{\"is\":\"lost\",\"on\":\"2026-04-02\",\"reason\":\"other\"},"))]"
    )
    #expect(try await line("在谈（个）", desk, "report", "month") == "在谈（个） 2 0 0")
    #expect(try await line("签约（个）", desk, "report", "month") == "签约（个） 2 0 0")
    #expect(try await line("流失和放弃", desk, "report", "month") == "流失和放弃（个） 2 0 0")
    #expect(
      try await line("注：流失和放弃的项目中", desk, "report", "month")
        == "注：流失和放弃的项目中，1 个是签约后的，也在累计签约里。")
    #expect(
      try await line("总转化", desk, "funnel")?
        .hasPrefix("总转化 2/4 = 50%，赢率 2/3 = 67%，流失 2，放弃 0，其中签约后 1") == true)
    let funnel = try await json(desk, "funnel")
    let stock = (funnel["stages"]?.array ?? []).compactMap { $0["stock"]?.integer }
    // 在谈 + 签约 + 流失 + 放弃 = all.
    #expect(stock.dropLast().reduce(0, +) == 2 && stock.last == 0)
    #expect(stock.reduce(0, +) + 2 + 0 == 4)
  }

  @Test("4: who signed twice signed once, in the period of the first time")
  func signedTwice() async throws {
    let desk = try await desk(
      "\"projects\":[\(project("A", "contact@2026-01-01 signing@2026-05-01 intent@2026-05-10 signing@2026-06-20"))],"
        + "\"targets\":[{\"year\":2026,\"measure\":\"signings\",\"count\":10}]")
    #expect(try await line("签约（个）", desk, "report", "month") == "签约（个） 1 0 1")
    #expect(
      try await line("签约（个）", desk, "report", "month", "--from", "2026-05") == "签约（个） 1 1 0")
    #expect(try await json(desk, "trend")["total"]?["signed"] == 1)
    #expect(try await line("2026", desk, "target", "list")?.contains("签约个数 10 1 10%") == true)
  }

  @Test("5: what has no date is in running totals, and told")
  func undated() async throws {
    let desk = try await desk(
      "\"projects\":[\(project("A", "contact@2026-01-01 visit@unknown signing@2026-02-01"))],"
        + "\"activities\":[{\"projects\":[\"A\"],\"kind\":\"call\",\"on\":\"unknown\",\"lead\":[\"一局\"]}],"
        + "\"milestones\":[{\"projects\":[\"A\"],\"kind\":\"construction-started\",\"on\":\"unknown\"}]"
    )
    #expect(try await line("对接（次）", desk, "report", "month") == "对接（次） 1 0 0")
    #expect(try await line("阶段推进（次）", desk, "report", "month") == "阶段推进（次） 2 0 0")
    #expect(try await line("开工（个）", desk, "report", "month") == "开工（个） 1 0 0")
    #expect(
      try await line("注：没有日期，只计入累计", desk, "report", "month")
        == "注：没有日期，只计入累计：对接（次） 1，阶段推进（次） 1，开工（个） 1。")
    #expect(try await json(desk, "trend")["undated"]?["advanced"] == 1)
  }

  @Test("6: targets leave out removed projects, and a lead that nobody dated began in no year")
  func targets() async throws {
    let desk = try await desk(
      "\"projects\":[\(project("A", "contact@unknown visit@2026-03-01")),"
        + "\(project("B", "signing@2026-01-01", lead: "一局", "\"status\":{\"is\":\"archived\",\"on\":\"2026-06-01\",\"reason\":\"重复\"},"))],"
        + "\"milestones\":[{\"projects\":[\"B\"],\"kind\":\"construction-started\",\"on\":\"2026-02-01\"},"
        + "{\"projects\":[\"B\"],\"kind\":\"funds-in-place\",\"on\":\"2026-02-02\",\"amount\":{\"value\":\"3\",\"unit\":\"亿元\",\"currency\":\"CNY\"}}],"
        + "\"targets\":[{\"year\":2026,\"measure\":\"leads\",\"count\":10},{\"year\":2026,\"measure\":\"signings\",\"count\":10},"
        + "{\"year\":2026,\"measure\":\"starts\",\"count\":10},{\"year\":2026,\"measure\":\"funds\",\"amount\":{\"value\":\"10\",\"unit\":\"亿元\",\"currency\":\"CNY\"}}]"
    )
    let rows = try await desk.run("zhaoshang", ["target", "list", "--today", Self.today]).lines
      .map { $0.split(separator: " ").joined(separator: " ") }
    #expect(rows.contains("2026 新对接项目 10 0 0%"), "\(rows)")
    #expect(rows.contains("2026 签约个数 10 0 0%") && rows.contains("2026 开工个数 10 0 0%"), "\(rows)")
    #expect(rows.contains { $0.hasPrefix("2026 到位资金 10亿") && !$0.contains("3亿") }, "\(rows)")
    #expect(try await json(desk, "trend")["undated"]?["entered"] == 1)
    #expect(try await line("新增项目（个）", desk, "report", "month") == "新增项目（个） 1 0 0")
  }

  @Test("7: contacts without a date are in no period, and told beside")
  func undatedContacts() async throws {
    let desk = try await desk(
      "\"projects\":[\(project("A", "contact@2026-01-01"))],"
        + "\"activities\":[{\"projects\":[\"A\"],\"kind\":\"call\",\"on\":\"unknown\",\"times\":3,\"lead\":[\"一局\"]},"
        + "{\"projects\":[\"A\"],\"kind\":\"call\",\"on\":\"2026-05-05\",\"lead\":[\"一局\"]}]")
    for (month, contacts) in [("04", 0), ("05", 1), ("06", 0)] {
      let count = try await json(
        desk,
        "count", "--from", "2026-\(month)-01", "--to", "2026-\(month)-30")
      #expect(count["contacts"] == .integer(contacts) && count["undated"] == 3, "\(month)")
    }
    #expect(
      try await line("计数", desk, "count", "--from", "2026-04-01", "--to", "2026-06-30")
        == "计数：按次数；没有日期 3，不在任何时段")
    #expect(try await line("合计", desk, "count") == "合计 4 0 0 4")
    #expect(try await line("计数", desk, "count") == "计数：按次数；其中没有日期 3")
    #expect(
      try await line("对接（次）", desk, "report", "month", "--from", "2026-05") == "对接（次） 4 1 0")
  }

  @Test("8: a trip that several units led is split among all of them")
  func split() async throws {
    let desk = try await desk(
      "\"projects\":[\(project("A", "contact@2026-01-01"))],"
        + "\"activities\":[{\"projects\":[\"A\"],\"kind\":\"outbound\",\"on\":\"2026-05-05\",\"lead\":[\"一局\"],\"trip\":\"沪行\"},"
        + "{\"projects\":[\"A\"],\"kind\":\"outbound\",\"on\":\"2026-05-06\",\"lead\":[\"二局\",\"一局\"],\"trip\":\"沪行\"}]"
    )
    let split = ["count", "--rule", "trips", "--by", "lead", "--credit", "split"]
    let lines = try await desk.run("zhaoshang", split + ["--today", Self.today]).lines.map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(lines.contains("一局 0.50 0.50 0 0") && lines.contains("二局 0.50 0.50 0 0"), "\(lines)")
    #expect(lines.contains("合计 1 1 0 0"))
  }

  @Test("9: the funds rate prints the numerator it is made of, and n of m signed with an amount")
  func funds() async throws {
    func amount(_ value: String, _ unit: String, _ currency: String) -> String {
      "\"amount\":{\"value\":\"\(value)\",\"unit\":\"\(unit)\",\"currency\":\"\(currency)\"}"
    }
    let desk = try await desk(
      "\"projects\":[\(project("A", "signing@2026-01-01", lead: "一局", amount("10", "亿元", "CNY") + ",")),"
        + "\(project("B", "signing@2026-01-01", lead: "一局", amount("1000", "万元", "USD") + ",")),\(project("C", "signing@2026-01-01"))],"
        + "\"milestones\":[{\"projects\":[\"A\"],\"kind\":\"funds-in-place\",\"on\":\"2026-02-02\",\(amount("1", "亿元", "CNY"))},"
        + "{\"projects\":[\"B\"],\"kind\":\"funds-in-place\",\"on\":\"2026-02-02\",\(amount("2", "亿元", "CNY"))},"
        + "{\"projects\":[\"C\"],\"kind\":\"funds-in-place\",\"on\":\"2026-02-02\",\(amount("4", "亿元", "CNY"))}]"
    )
    for command in [["rates"], ["report", "month"]] {
      let outcome = try await desk.run("zhaoshang", command + ["--today", Self.today])
      let lines = outcome.lines.map { $0.split(separator: " ").joined(separator: " ") }
      #expect(
        lines.contains { $0.hasPrefix("资金到位率 1亿+0美元 10亿+1000万美元 2/3 10%") }, "\(lines)")
      #expect(lines.contains { $0.contains("另有到位资金 6亿，合同额未知或币种不同") }, "\(lines)")
    }
  }

  @Test("10: running totals of units end with the day, as all others")
  func unitsSoFar() async throws {
    let desk = try await desk(
      "\"projects\":[\(project("A", "contact@2026-01-01"))],"
        + "\"activities\":[{\"projects\":[\"A\"],\"kind\":\"outbound\",\"on\":\"2026-04-05\",\"lead\":[\"一局\"]},"
        + "{\"projects\":[\"A\"],\"kind\":\"outbound\",\"on\":\"2026-06-05\",\"lead\":[\"一局\"]}]")
    let april = ["report", "month", "--from", "2026-04", "--as-of", "2026-06-29"]
    let lines = try await desk.run("zhaoshang", april + ["--today", Self.today]).lines.map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(lines.contains("外出考察（次） 2 1 0"), "\(lines)")
    #expect(lines.contains { $0.hasPrefix("1 一局 1 1 - - 0 2批，新增1批") }, "\(lines)")
  }

  @Test(
    "11: performed counts what came before the signing, and says so; production implies a start")
  func performed() async throws {
    let desk = try await desk(
      "\"projects\":[\(project("A", "signing@2026-02-01")),\(project("B", "signing@2026-02-01"))],"
        + "\"milestones\":[{\"projects\":[\"A\"],\"kind\":\"registered\",\"on\":\"2026-01-15\"},"
        + "{\"projects\":[\"B\"],\"kind\":\"in-production\",\"on\":\"2026-05-15\"}]")
    #expect(try await line("履约率", desk, "rates") == "履约率 2 2 100%")
    #expect(try await line("开工率", desk, "rates") == "开工率 1 2 50%")
    #expect(try await line("履约：", desk, "rates")?.contains("不论在签约之前还是之后") == true)
    let alerts = try await json(desk, "alerts").array ?? []
    #expect(alerts.count == 1 && alerts[0]["kind"] == "unstarted")
  }

  @Test("12: an undated move is in from the latest dated one recorded before it")
  func undatedMove() async throws {
    let desk = try await desk(
      "\"projects\":[\(project("A", "contact@2026-01-05 visit@2026-05-20 return-visit@unknown", lead: "一局", "\"status\":{\"is\":\"lost\",\"on\":\"unknown\",\"reason\":\"other\"},"))]"
    )
    let then = try await json(desk, "list", "--all", "--as-of", "2026-02-01").array ?? []
    #expect(then.count == 1 && then[0]["stage"] == "contact" && then[0]["status"] == "ongoing")
    let funnel = try await json(desk, "funnel", "--as-of", "2026-02-01")
    #expect(funnel["lost"] == 0)
    #expect(
      funnel["stages"]?.array?.compactMap { $0["reached_any"]?.integer } == [1, 0, 0, 0, 0, 0])
    let later = try await json(desk, "list", "--all", "--as-of", "2026-05-20").array ?? []
    #expect(later[0]["stage"] == "return-visit" && later[0]["status"] == "lost")
  }

  @Test("14: limits are reached on their day, three months and three quarters by the calendar")
  func limits() async throws {
    let desk = try await desk(
      "\"projects\":[\(project("A", "contact@2026-06-16")),\(project("B", "contact@2026-06-17")),"
        + "\(project("C", "signing@2026-04-01")),\(project("D", "signing@2025-10-03"))]")
    func alerts(_ today: String) async throws -> [String] {
      let outcome = try await desk.run("zhaoshang", ["alerts", "--json", "--today", today])
      return (try JSONValue.parse(outcome.stdout).array ?? []).map {
        "\($0["kind"]?.string ?? "") \($0["project"]?.integer ?? 0)"
      }.sorted()
    }
    #expect(
      try await json(desk, "list", "stale:").array?.compactMap { $0["id"] }
        == [1])
    #expect(
      try await alerts(Self.today)
        == ["follow-up 1", "unperformed 4", "unstarted 3", "unstarted 4"])
    #expect(
      try await alerts("2026-07-01").filter { $0.hasPrefix("unperformed") }
        == ["unperformed 3", "unperformed 4"])
    #expect(try await alerts("2026-07-02").contains("exit 4") == false)
    #expect(try await alerts("2026-07-03").contains("exit 4"))
  }

  @Test("15: a cohort is by the first entry of all; what has no date is in none, and told")
  func cohort() async throws {
    let desk = try await desk(
      "\"projects\":[\(project("A", "contact@2025-03-01 intent@2026-02-01 signing@2026-03-01")),"
        + "\(project("B", "contact@2026-03-01")),\(project("C", "contact@unknown"))]")
    for year in [2025, 2026] {
      let funnel = try await json(
        desk, "funnel", "--from", "\(year)-01-01", "--to", "\(year)-12-31")
      #expect(funnel["population"] == 1, "\(year)")
    }
    #expect(
      try await line("注：1 个项目没有日期", desk, "funnel", "--from", "2026-01-01")
        == "注：1 个项目没有日期，不在本批。")
  }

  @Test("16: cumulative dwell is of projects that are not there now, every visit dated")
  func cumulative() async throws {
    let desk = try await desk(
      "\"projects\":[\(project("A", "contact@2026-01-01 visit@2026-01-11 contact@2026-02 visit@2026-04-01 contact@2026-06-01"))]"
    )
    let funnel = try await json(desk, "funnel", "--dwell", "cumulative")
    #expect(funnel["stages"]?.array?[0]["dwell_days"]?["completed"] == 0)
    #expect(funnel["stages"]?.array?[0]["dwell_days"]?["open"] == 1)
  }

  @Test("17: an open visit begun in a month has the age the list tells")
  func openAge() async throws {
    let desk = try await desk("\"projects\":[\(project("A", "contact@2026-01"))]")
    let row = try await json(desk, "list").array?.first
    let funnel = try await json(desk, "funnel")
    #expect(row?["days_in_stage"] == 150)
    #expect(funnel["stages"]?.array?[0]["dwell_days"]?["open_max"] == 150)
    #expect(try await line("注：1 个在停", desk, "funnel")?.contains("至少这么久") == true)
  }

  @Test("18: 次 are occurrences, 批次 are trips")
  func timesAndTrips() async throws {
    let desk = try await desk(
      "\"projects\":[\(project("A", "contact@2026-01-01"))],"
        + "\"activities\":[{\"projects\":[\"A\"],\"kind\":\"outbound\",\"on\":\"2026-06-05\",\"times\":6,\"trip\":\"沪行\",\"lead\":[\"一局\"]}]"
    )
    #expect(try await line("外出考察（次）", desk, "report", "month") == "外出考察（次） 6 6 0")
    #expect(try await line("1 一局", desk, "report", "month")?.hasPrefix("1 一局 1 1 - - 0 1批") == true)
    #expect(try await desk.zhaoshang("help", "log").stdout.contains("次数（默认 1）"))
  }

  @Test("19: the first entry is the earliest by its date, whatever was recorded first")
  func earliest() async throws {
    let desk = try await desk(
      "\"projects\":[\(project("B", "contact@2026-03 visit@2026-03-20"))],"
        + "\"targets\":[{\"year\":2026,\"measure\":\"leads\",\"count\":3}]")
    let asOf = "2026-03-25"
    #expect(try await json(desk, "trend", "--as-of", asOf)["total"]?["entered"] == 1)
    let month = ["report", "month", "--from", "2026-03-01", "--to", "2026-03-31", "--as-of", asOf]
    let lines = try await desk.run("zhaoshang", month + ["--today", Self.today]).lines.map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(lines.contains("新增项目（个） 1 1 0"), "\(lines)")
    #expect(
      try await line("2026", desk, "target", "list", "--as-of", asOf) == "2026 新对接项目 3 1 33%")
  }

  @Test("20: a unit is one size in a filter, a group and a comparison")
  func oneSize() async throws {
    let desk = try await desk(
      "\"projects\":[\(project("A", "contact@2026-01-01", lead: "招商一局")),\(project("B", "contact@2026-01-01", lead: "招商一局分局"))]"
    )
    #expect(try await json(desk, "funnel", "lead:招商一局")["population"] == 1)
    #expect(
      try await line("招商一局 1", desk, "funnel", "--by", "lead")?.hasPrefix("招商一局 1 对接 1 1") == true)
    #expect(
      try await json(desk, "funnel", "--compare", "招商一局", "招商一局分局")["left"]?["population"] == 1)
  }
}

import JSON
import TestSupport
import Testing

/// The figures that others rely on, on the example whose figures are worked out by hand.
@Suite struct FigureTests {
  @Test func theFunnelIsTheWorkedExampleOfTheDefinitions() async throws {
    let desk = try await Desk.withExample()
    let funnel = try await desk.json("funnel", "--as-of", "2023-09-04")
    #expect(funnel["as_of"] == "2023-09-04")
    #expect(funnel["method"] == "step")
    #expect(funnel["population"] == 6)
    #expect(funnel["undated"] == 1)
    #expect(funnel["signed"] == 2)
    #expect(funnel["overall"] == .number("0.3333"))
    let stages = try #require(funnel["stages"]?.array)
    func column(_ name: String) -> [JSONValue] { stages.compactMap { $0[name] } }
    #expect(
      column("stage") == ["contact", "visit", "return-visit", "intent", "approval", "signing"])
    #expect(column("reached_any") == [6, 5, 4, 5, 1, 2])
    #expect(column("reached_through") == [6, 6, 6, 5, 3, 2])
    #expect(column("strict") == [6, 5, 3, 2, 0, 0])
    #expect(column("stock") == [0, 0, 1, 2, 1, 2])
    #expect(column("advanced") == [6, 5, 3, 3, 0, 0])
    #expect(column("still") == [0, 0, 1, 2, 1, 2])
    #expect(column("dropped") == [0, 0, 0, 0, 0, 0])
    #expect(
      column("rate") == [
        .number("1.0"), .number("1.0"), .number("0.75"), .number("0.6"), .number("0.0"), nil,
      ])
  }

  @Test func aStageOfTheFunnelHasTheMembersPromised() async throws {
    let desk = try await Desk.withExample()
    let funnel = try await desk.json("funnel", "--as-of", "2023-09-04")
    let contact: JSONValue = [
      "stage": "contact", "reached_any": 6, "reached_through": 6, "strict": 6, "stock": 0,
      "advanced": 6, "still": 0, "dropped": 0, "rate": .number("1.0"),
      "decided_rate": .number("1.0"), "entries": 0, "entries_undated": 6, "periodic_ratio": nil,
      "dwell_days": [
        "completed": 0, "median": nil, "mean": nil, "open": 0, "open_median": nil,
        "open_max": nil,
      ],
      "amount": ["known": 0, "of": 6, "sum_fen": [:]],
    ]
    #expect(funnel["stages"]?.array?.first == contact)
  }

  @Test func everyMethodCountsItsOwnWay() async throws {
    let desk = try await Desk.withExample()
    for (method, expected) in [
      ("any", [JSONValue.number("1.0"), .number("0.8333")]),
      ("through", [.number("1.0"), .number("1.0")]),
      ("strict", [.number("0.8333"), .number("0.6")]),
    ] {
      let funnel = try await desk.json("funnel", "--method", method, "--as-of", "2023-09-04")
      let rates = funnel["stages"]?.array?.prefix(2).compactMap { $0["rate"] }
      #expect(rates == expected, "\(method)")
    }
  }

  @Test func aBreakdownAddsRows() async throws {
    let desk = try await Desk.withExample()
    let funnel = try await desk.json("funnel", "--by", "kind", "--as-of", "2023-09-04")
    let rows = try #require(funnel["rows"]?.array)
    #expect(
      rows.compactMap { $0["key"] } == ["cooperation", "fund", "investment", "procurement"])
    #expect(rows.compactMap { $0["population"]?.integer }.reduce(0, +) == 6)
  }

  @Test func thirteenContactsAreSixOutAndSevenIn() async throws {
    let desk = try await Desk.withExample()
    let count = try await desk.json("count", "--as-of", "2023-09-04")
    #expect(count["rule"] == "occurrences")
    #expect(count["from"] == .null)
    #expect(count["contacts"] == 13)
    #expect(count["outbound"] == 6)
    #expect(count["inbound"] == 7)
    #expect(count["other"] == 0)
    let lines = try #require(count["lines"]?.array)
    #expect(lines.count == 10)
    #expect(lines.compactMap { $0["times"]?.integer }.reduce(0, +) == 13)
    for member in ["id", "project", "kind", "date", "times"] {
      #expect(lines.allSatisfy { $0[member] != nil })
    }
  }

  @Test func aPeriodAndARuleChangeTheCount() async throws {
    let desk = try await Desk.withExample()
    let july = try await desk.json("count", "--from", "2023-07", "--to", "2023-07")
    // Three dated in July; the one without a date is in no period, and told beside.
    #expect(july["from"] == "2023-07-01")
    #expect(july["to"] == "2023-07-31")
    #expect(july["contacts"] == 3 && july["undated"] == 1)
    let lines = try await desk.json("count", "--rule", "lines")
    #expect(lines["rule"] == "lines")
    #expect((lines["contacts"]?.integer ?? 99) < 13)
  }

  @Test func peopleReadTheSameFigures() async throws {
    let desk = try await Desk.withExample()
    let funnel = try await desk.does("funnel", "--as-of", "2023-09-04")
    #expect(funnel.contains("2/6 = 33%"))
    #expect(funnel.contains("3 回访     4     1     3     1     0   75%"))
    let count = try await desk.does("count", "--drill")
    #expect(count.contains("合计    13         6         7     0"))
    #expect(count.contains("2023-07-01..2023-09-04"))
  }
}

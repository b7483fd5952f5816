internal import JSON
internal import Pipeline

/// A Trello board, whose actions tell when each card came into which list.
struct TrelloBoard {
  private(set) var rows: [[String]] = []

  private static let headings = [
    "Trello Card", "Trello Name", "Trello List", "Trello Closed", "Trello Closed On", "Trello Due",
    "Trello Members", "Trello Labels", "Trello Description", "Trello History", "Trello Comments",
    "Trello Checklists",
  ]

  /// Nil when a value is no board.
  init?(_ value: JSONValue) {
    guard let board = value.object, board["lists"]?.array != nil, board["cards"]?.array != nil
    else {
      return nil
    }
    let lists = Self.names(board.objects("lists"), "name")
    let labels = Self.names(board.objects("labels"), "name")
    let members = Self.names(board.objects("members"), "fullName")
    let fields = board.objects("customFields").map { field in
      (id: field.text("id"), name: field.text("name"), options: Self.options(of: field))
    }
    let actions = Dictionary(grouping: board.objects("actions")) { action in
      action["data"]?.object?["card"]?.object?.text("id") ?? ""
    }
    let checklists = Dictionary(grouping: board.objects("checklists")) { $0.text("idCard") }
    let cards = board.objects("cards")
    let said = Self.saidFields(of: cards)
    rows = [Self.headings + fields.map(\.name) + said]
    for card in cards {
      let id = card.text("id")
      let isClosed = card["closed"]?.bool ?? false
      let own = (actions[id] ?? []).sorted { $0.text("date") < $1.text("date") }
      func named(_ key: String, _ names: [String: String]) -> String {
        card.list(key).compactMap { $0.string.flatMap { names[$0] } }.filter { !$0.isEmpty }
          .joined(separator: "、")
      }
      var row = [
        id, card.text("name"), lists[card.text("idList")] ?? "", isClosed ? "closed" : "",
        isClosed ? card.text("dateLastActivity") : "", card.text("due"),
        named("idMembers", members), named("idLabels", labels), card.text("desc"),
        Self.history(own), Self.comments(own), Self.checks(checklists[id] ?? []),
      ]
      let items = card.objects("customFieldItems")
      for field in fields {
        let item = items.first { $0.text("idCustomField") == field.id }
        row.append(
          item?["value"]?.object?.members.first?.value.string
            ?? item.flatMap { field.options[$0.text("idValue")] } ?? "")
      }
      let lines = Self.labelled(card.text("desc"))
      row += said.map { name in lines.first { $0.name == name }?.value ?? "" }
      rows.append(row)
    }
  }

  private static func names(_ objects: [JSONObject], _ key: String) -> [String: String] {
    Dictionary(
      objects.map { ($0.text("id"), $0.text(key)) }, uniquingKeysWith: { first, _ in first })
  }

  private static func options(of field: JSONObject) -> [String: String] {
    Dictionary(
      field.objects("options").map { option in
        (option.text("id"), option["value"]?.object?.text("text") ?? "")
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The days on which a card came into lists, a line each; the list it was in before without a day.
  private static func history(_ actions: [JSONObject]) -> String {
    var lines: [String] = []
    for action in actions {
      let data = action["data"]?.object
      let day = Day(zoned: action.text("date"))?.description ?? ""
      if let list = data?["listAfter"]?.object?.text("name") {
        if lines.isEmpty, let before = data?["listBefore"]?.object?.text("name") {
          lines.append(before)
        }
        lines.append((day + " " + list).trimmingBlanks)
      } else if ["createCard", "copyCard", "convertToCardFromCheckItem"].contains(
        action.text("type")),
        let list = data?["list"]?.object?.text("name")
      {
        lines.append((day + " " + list).trimmingBlanks)
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func comments(_ actions: [JSONObject]) -> String {
    actions.filter { $0.text("type") == "commentCard" }.map { action in
      let day = Day(zoned: action.text("date"))?.description ?? ""
      let text = action["data"]?.object?.text("text") ?? ""
      return (day + " " + text.onOneLine).trimmingBlanks
    }.joined(separator: "\n")
  }

  private static func checks(_ lists: [JSONObject]) -> String {
    lists.map { list in
      let items = list.objects("checkItems").map { item in
        let isDone = item.text("state") == "complete"
        let due = Day(zoned: item.text("due"))?.description
        return item.text("name") + (isDone ? "（✓）" : due.map { "（\($0)）" } ?? "")
      }
      return list.text("name") + "：" + items.joined(separator: "、")
    }.joined(separator: "；")
  }

  /// 投资方：松陵电机 in a description: headings of ours with their values.
  private static func labelled(_ text: String) -> [(name: String, value: String)] {
    text.split { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }.compactMap { line in
      guard let mark = line.firstIndex(where: { $0 == "：" || $0 == ":" }),
        line.distance(from: line.startIndex, to: mark) <= 12
      else { return nil }
      let name = String(line[..<mark]).trimmingBlanks
      let value = String(line[mark...].dropFirst()).trimmingBlanks
      let known = LedgerVocabulary.shipped.heading(HeadingText(name))
      return known == nil || value.isEmpty ? nil : (name, value)
    }
  }

  private static func saidFields(of cards: [JSONObject]) -> [String] {
    var names: [String] = []
    for card in cards {
      for line in labelled(card.text("desc")) where !names.contains(line.name) {
        names.append(line.name)
      }
    }
    return names
  }
}

internal import Canvas
internal import Insight
internal import JSON
internal import Pipeline
internal import Wording

/// A trend as it was asked for, ready to be printed.
struct TrendAnswer {
  let trend: Trend
  var filter: Filter?

  /// A heading, the rule, the rows with their bars, the sums and the footnotes.
  func text(in words: Words, columns: Int?) -> String {
    func wrapped(_ text: String) -> [String] {
      columns.map { Wrapping.lines(of: text, width: $0) } ?? [text]
    }
    let heading =
      words.trendTitle + " " + words.trendStep(trend.question.step) + words.say("，", ", ")
      + words.asOfChip(trend.question.asOf) + words.say("，", ", ") + words.periodLabel + " "
      + words.period(trend.question.period)
    let table = trend.rows.isEmpty ? words.trendIsEmpty : bars(in: words).text(columns: columns)
    let lines =
      [heading] + (words.filed(filter).map(wrapped) ?? []) + wrapped(words.trendRule) + ["", table]
      + (words.trendNotes(trend).isEmpty ? [] : [""])
      + words.trendNotes(trend).flatMap(wrapped)
    return lines.joined(separator: "\n")
  }

  /// The figures alone, as a spreadsheet wants them.
  func table(in words: Words) -> Table {
    Table(
      [.text(words.heading(.date))]
        + TrendMeasure.allCases.map { .number(words.trendMeasure($0)) },
      rows: trend.rows.map { row in
        [words.trendRow(row, by: trend.question.step)]
          + TrendMeasure.allCases.map { "\(row.count($0))" }
      } + [
        [words.total] + TrendMeasure.allCases.map { "\(trend.total($0))" }
      ])
  }

  /// The same with what they are of, row by row.
  func sheet(in words: Words) -> Table {
    let figures = table(in: words)
    let scope = words.scope(trend.question.period, asOf: trend.question.asOf, filter)
    return Table(
      (figures.columns.map(\.heading) + words.scopeHeadings).map { .text($0) },
      rows: figures.rows.map { $0 + scope })
  }

  /// The figures with a bar beside each; all bars have one scale.
  private func bars(in words: Words) -> Table {
    let most = max(1, trend.most)
    func bar(_ count: Int) -> String {
      String(repeating: "▪", count: (count * 8 + most - 1) / most)
    }
    let figures = table(in: words)
    return Table(
      [figures.columns[0]]
        + TrendMeasure.allCases.flatMap { measure in
          [.number(words.trendMeasure(measure)), .text("", isDispensable: true)]
        },
      rows: figures.rows.enumerated().map { index, cells in
        [cells[0]]
          + zip(cells.dropFirst(), TrendMeasure.allCases).flatMap { cell, measure in
            [cell, trend.rows.indices.contains(index) ? bar(trend.rows[index].count(measure)) : ""]
          }
      })
  }

  /// What was counted, line by line.
  func lines(in words: Words, _ pipeline: Pipeline) -> Table {
    Table(
      [
        .text(words.heading(.date)), .text(words.heading(.kind)),
        .text(words.heading(.project), isFlexible: true),
      ],
      rows: trend.rows.flatMap { row in
        TrendMeasure.allCases.flatMap { measure in
          row.projects(measure).map { id in
            [
              words.trendRow(row, by: trend.question.step), words.trendMeasure(measure),
              words.project(id, in: pipeline),
            ]
          }
        }
      })
  }

  var json: JSONText {
    func counts(_ count: (TrendMeasure) -> Int) -> JSONObject {
      var object = JSONObject()
      for measure in TrendMeasure.allCases { object[measure.rawValue] = .integer(count(measure)) }
      return object
    }
    let question = trend.question
    let object: JSONObject = [
      "as_of": .string(question.asOf.description),
      "by": .string(question.step.rawValue),
      "from": .init(question.period.from?.description),
      "to": .init(question.period.to?.description),
      "filter": .string(filter?.text ?? ""),
      "rows": .array(
        trend.rows.map { row in
          var object: JSONObject = [
            "from": .string(row.first.description), "to": .string(row.last.description),
          ]
          for member in counts(row.count).members { object[member.key] = member.value }
          var projects = JSONObject()
          for measure in TrendMeasure.allCases {
            projects[measure.rawValue] = .array(
              row.projects(measure).map { .integer($0.number) })
          }
          object["projects"] = .object(projects)
          return .object(object)
        }),
      "total": .object(counts(trend.total)),
      "undated": .object(counts(trend.undatedCount)),
    ]
    return JSONText(.object(object))
  }
}

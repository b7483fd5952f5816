package import Wording

/// A report as a value: paragraphs, tables and pictures, before anybody decides on a format.
///
/// The texts are as they were recorded; each renderer makes them safe for what it writes.
package struct Report: Hashable, Sendable {
  package var language: Language
  package var title: String
  /// The period, the day, the rule: what has to be known to read the figures.
  package var lines: [String] = []
  package var sections: [Section] = []
  /// Notes at the foot.
  package var notes: [String] = []
  /// What is behind each figure; printed when asked for.
  package var sources: [Source] = []

  /// Whether it is to be handed out as a single sheet.
  package var isOnePage = false

  package init(_ title: String, in language: Language) {
    self.title = title
    self.language = language
  }

  package struct Section: Hashable, Sendable {
    package var heading: String?
    package var blocks: [Block]
  }

  package enum Block: Hashable, Sendable {
    case paragraph(String)
    case table(Grid)
    /// One sentence each; a spreadsheet gets the table instead.
    case lines([String], Grid)
    /// Drawn where pictures can be; the figures are in a table beside it.
    case chart(Chart)
  }

  package struct Grid: Hashable, Sendable {
    package struct Column: Hashable, Sendable {
      package let heading: String
      package let isNumber: Bool
      /// Whether its cells are days, where they are known to the day.
      package var isDate = false
    }

    package var columns: [Column]
    package var rows: [[String]]
    /// The last row adds the others up.
    package var hasTotal = false

    package init(_ columns: [Column], _ rows: [[String]]) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// Bars with a name, side by side or one below the other.
  package struct Chart: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// Centred bars from top to bottom.
      case funnel
      /// Groups of upright bars.
      case columns
      /// Bars from the left, of 100 each.
      case progress
    }

    package struct Bar: Hashable, Sendable {
      package let label: String
      /// One a series.
      package let values: [Int]
      package let note: String
    }

    package let kind: Kind
    package let title: String
    package let series: [String]
    package let bars: [Bar]
  }

  /// A figure, and the records it counts.
  package struct Source: Hashable, Sendable {
    package let figure: String
    package let count: Int
    package let records: [String]
  }
}

extension Report.Grid.Column {
  static func text(_ heading: String) -> Self { Self(heading: heading, isNumber: false) }
  static func number(_ heading: String) -> Self { Self(heading: heading, isNumber: true) }
}

/// What a report can be written as.
package enum ReportFormat: String, CaseIterable, Hashable, Sendable {
  case txt, md, html, csv
}

extension Report {
  /// The report as a text; for CSV without a byte-order mark, see `TextEncoding/encoded(_:)`.
  ///
  /// - Parameter withSources: Whether what is behind each figure follows.
  package func text(as format: ReportFormat, withSources: Bool = false) -> String {
    var report = self
    if withSources { report.appendSources() }
    return switch format {
    case .txt: PlainText().text(of: report)
    case .md: Markdown().text(of: report)
    case .html: HTMLPage().text(of: report)
    case .csv: CSVWriter.text(CSVSheet().rows(of: report))
    }
  }

  mutating func appendSources() {
    let words = Words(language)
    sections.append(
      Section(
        heading: words.report(.sources),
        blocks: [
          .table(
            Grid(
              [
                .text(words.report(.figure)), .number(words.report(.count)),
                .text(words.report(.records)),
              ],
              sources.flatMap { source in
                source.records.isEmpty
                  ? [[source.figure, "\(source.count)", "—"]]
                  : source.records.enumerated().map { index, record in
                    [index == 0 ? source.figure : "", index == 0 ? "\(source.count)" : "", record]
                  }
              }))
        ]))
  }
}

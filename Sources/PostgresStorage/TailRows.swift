#if PostgreSQL
  internal import Pipeline
  internal import Storage

  /// What a server sends when it is asked for everything from the event on that is known already.
  ///
  /// The first row has to be that event with that sum: else the server is not where we left it. Rows are
  /// gathered to whole commits.
  struct TailRows {
    /// What is known, and then the end of what was handed out.
    private(set) var end: ChainEnd
    private let known: ChainEnd
    private(set) var format: FormatVersion?
    /// Whether the server only repeats what another does; nil before that came.
    private(set) var isStandby: Bool?
    /// Whether the first row was the known one; nil before it came.
    private(set) var isBorneOut: Bool?
    /// The last event that came, and how many beyond the known one.
    private(set) var last: ChainEnd
    private(set) var count = 0
    /// Whether a commit that was looked for is stored.
    private(set) var isFound = false
    /// The server's process that answers.
    private(set) var backend: Backend?
    private var lines: [UInt8] = []
    /// Up to where the lines are whole commits, and which event is the last of those.
    private var whole = (bytes: 0, end: ChainEnd(sequence: .origin, sum: 0))

    /// From so many bytes on what has come is handed out.
    private static let pieceLimit = 4 << 20

    init(after known: ChainEnd) {
      (self.known, end, last) = (known, known, known)
      whole.end = known
      if known.sequence == .origin { isBorneOut = true }
    }

    /// The statements that it reads the answers of.
    static func statements(_ schema: String, from known: ChainEnd) -> String {
      """
      SELECT format, pg_is_in_recovery() FROM \(schema).store;
      SELECT seq, sum, part, parts, line FROM \(schema).event
        WHERE seq >= \(known.sequence.number) ORDER BY seq;
      """
    }

    /// Takes a row of them; others are passed over.
    mutating func take(_ row: ServerLink.Row) {
      switch row.columns {
      case 2:
        format = row.text(0).flatMap { FormatVersion($0) }
        isStandby = row.text(1) == "t"
      case 3: backend = Backend(process: row.number(0) ?? 0, began: row.text(1) ?? "")
      case 4: isFound = true
      case 5: event(row)
      default: break
      }
    }

    private mutating func event(_ row: ServerLink.Row) {
      let sequence = SequenceNumber(row.number(0) ?? 0)
      let found = ChainEnd(sequence: sequence, sum: row.number(1) ?? 0)
      guard isBorneOut != nil else {
        isBorneOut = found == known
        return
      }
      guard isBorneOut == true else { return }
      if !lines.isEmpty { lines.append(0x0A) }
      lines += row.bytes(4)
      last = found
      count += 1
      let part: Int = row.number(2) ?? 0
      if part + 1 == row.number(3) ?? 1 { whole = (lines.count, found) }
    }

    /// A piece that is large enough, or whatever there is when all has come.
    mutating func piece(atEnd: Bool) -> (lines: [UInt8], after: ChainEnd)? {
      let isDue = atEnd ? !lines.isEmpty : whole.bytes >= TailRows.pieceLimit
      guard isDue else { return nil }
      // A commit is stored whole: what is left at the end is one that was tampered with, which the
      // mirror's chain finds.
      let bytes = atEnd ? lines.count : whole.bytes
      let piece = (Array(lines[..<bytes]), end)
      lines.removeFirst(min(lines.count, bytes + 1))
      end = atEnd ? last : whole.end
      whole = (0, end)
      return piece
    }
  }
#endif

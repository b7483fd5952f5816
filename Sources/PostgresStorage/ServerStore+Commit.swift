#if PostgreSQL
  package import Pipeline
  package import Storage

  /// How far a commit has come.
  enum Flight {
    /// The right to write was asked for, and what others stored; the rows so far.
    case asking(TailRows, since: Int64)
    /// What was decided is on the way, and its end with it.
    case storing(SealedRecords, since: Int64)
  }

  /// A process of the server, which is no other.
  struct Backend {
    let process: Int32
    let began: String
  }

  /// A commit of which nobody knows whether it is stored.
  struct Unsettled {
    let records: SealedRecords
    let backend: Backend?
    var id: String { records.events[0].id }
  }

  // A commit takes the store's row as its lock, reads what others stored, decides on that, has the
  // server append and commits: nothing is called saved before the server has said so.
  //
  // Where whoever commits has little patience, it throws `busy` while the server works, and the next
  // commit of the same change goes on where this one was.
  extension ServerStore {
    /// How long a server may work on one commit before whoever waits is told, in milliseconds.
    static let commitPatience: Int64 = 5000

    /// How long whoever can wait looks for what was sent when the answer failed to come.
    static let settlePatience: Int64 = 15_000

    package func commit(_ work: (Pipeline) throws(Refusal) -> [Event]) throws(StoreError) -> Commit
    {
      let began = Ticks.now
      let deadline = began + Int64(patience)
      // Of what an earlier commit left behind, this one is not the answer.
      var isMine = false
      if unsettled == nil, flight == nil, case .readOnly(let reason) = access {
        switch reason {
        case .offline: break
        // It may have been made the primary since.
        case .standby where !isDriven: link = nil
        default: throw error(readOnly: reason)
        }
      }
      while true {
        switch flight {
        case nil:
          if isDriven {
            guard try isFreeToBegin(until: deadline) else {
              throw StoreError(.busy(nil), place: place)
            }
          } else {
            try connectForCommit()
          }
          try begin()
        case .asking(var rows, let since):
          flight = nil
          let limit = isMine ? began + ServerStore.settlePatience : deadline
          guard try advance(&rows, since: since, until: limit) else {
            // Sent once already: that nothing is stored is more than is known.
            if isMine {
              link = nil
              throw StoreError(.outcomeUnknown, place: place)
            }
            flight = .asking(rows, since: since)
            throw StoreError(.busy(nil), place: place)
          }
          if let records = try settle(rows) {
            if isMine { return finish(records) }
          }
          if let nothing = try decide(work) { return nothing }
        case .storing(let records, let since):
          do throws(StoreError) {
            // What is on its way is stored or not: whoever can wait hears which, however late it is.
            let limit = isDriven ? deadline : .max
            guard let end = try storedEnd(records, since: since, until: limit) else {
              throw StoreError(.busy(nil), place: place)
            }
            flight = nil
            // Somebody has stored without taking his turn: decided again on what is there now.
            if end < 0 { continue }
            return finish(records)
          } catch {
            let canWait = patience >= Journal.patience
            guard error.code == .outcomeUnknown, canWait,
              Ticks.now - began < ServerStore.settlePatience
            else { throw error }
            isMine = true
          }
        }
      }
    }

    package func giveUp() throws(StoreError) {
      switch flight {
      case nil: break
      case .asking:
        flight = nil
        link = nil
      case .storing(let records, _):
        flight = nil
        lose(records)
      }
      if unsettled != nil { throw StoreError(.outcomeUnknown, place: place) }
    }

    private func error(readOnly reason: ReadOnlyReason) -> StoreError {
      if case .damaged(let damage) = reason { return StoreError(.damaged(damage), place: place) }
      return StoreError(.readOnly(reason), place: place)
    }

    /// Whether nothing else is under way; for whoever listens to keys meanwhile.
    ///
    /// A connection that is lost is made again by looking, and not waited for here.
    private func isFreeToBegin(until deadline: Int64) throws(StoreError) -> Bool {
      while true {
        if look != nil { try advanceLook() }
        if unsettled != nil { throw StoreError(.outcomeUnknown, place: place) }
        if case .readOnly(let reason) = access { throw error(readOnly: reason) }
        guard let link else { throw failure(ServerFault(.lost)) }
        if look == nil, try asking({ () throws(ServerFault) in try link.isIdle() }) { return true }
        if !link.wait(until: deadline) { return false }
      }
    }

    private func connectForCommit() throws(StoreError) {
      do throws(StoreError) {
        try connectAgain()
        if let backend = unsettled?.backend {
          try asking { () throws(ServerFault) in try fence(backend) }
        }
      } catch {
        link = nil
        // Sent once, and nobody to ask: not to be made again.
        if unsettled != nil { throw StoreError(.outcomeUnknown, place: place) }
        throw error
      }
      if case .readOnly(let reason) = access, unsettled == nil { throw error(readOnly: reason) }
    }

    // MARK: Taking one's turn

    func begin() throws(StoreError) {
      guard let link else { return }
      let known = mirror.end
      let schema = address.schema
      let statements = """
        BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL search_path TO pg_catalog;
        SET LOCAL lock_timeout = '5s'; SET LOCAL idle_in_transaction_session_timeout = '10s';
        \(link.isBackendKnown ? "" : ServerStore.asksForBackend)
        SELECT \(schema).take_turn();
        \(unsettled.map { lookup(of: $0, schema) } ?? "")
        \(TailRows.statements(schema, from: known))
        """
      do throws(ServerFault) { try link.send(statements) } catch {
        self.link = nil
        throw failure(error)
      }
      flight = .asking(TailRows(after: known), since: Ticks.now)
    }

    /// Asked once a connection, and before the turn: whoever has it keeps all others waiting.
    private static let asksForBackend =
      "SELECT pid, backend_start, 0 FROM pg_stat_get_activity(pg_backend_pid());"

    /// Whether a commit is stored; for whoever has his turn, that is the last word: the transaction
    /// that may have stored it held the same lock.
    private func lookup(of unsettled: Unsettled, _ schema: String) -> String {
      "SELECT seq, 0, 0, 0 FROM \(schema).event WHERE part = 0 AND id = \(ServerSchema.literal(unsettled.id));"
    }

    /// Has the server end the process that nobody talks to any more, which may hold the lock.
    ///
    /// One that waits for a standby is left: to end it would call what it stored saved, though the
    /// standby has not got it.
    private func fence(_ backend: Backend) throws(ServerFault) {
      guard let link else { return }
      try link.send(fencing(backend))
      while try !link.advance({ _ in }) {
        if !link.wait(until: Ticks.now + ServerStore.commitPatience) { throw ServerFault(.silent) }
      }
    }

    func fencing(_ backend: Backend) -> String {
      """
      SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity
      WHERE pid = \(backend.process) AND backend_start = \(ServerSchema.literal(backend.began))
        AND usename = session_user AND wait_event IS DISTINCT FROM 'SyncRep'
      """
    }

    /// Finds out what became of a commit without an answer, for whoever has nothing to store.
    func settle() throws(StoreError) {
      try begin()
      guard case .asking(var rows, let since) = flight else { return }
      flight = nil
      let deadline = Ticks.now + 2 * ServerStore.commitPatience
      guard try advance(&rows, since: since, until: deadline) else {
        link = nil
        throw StoreError(.outcomeUnknown, place: place)
      }
      _ = try settle(rows)
      rollBack()
    }

    /// Takes the rows that have come; whether all have.
    private func advance(_ rows: inout TailRows, since: Int64, until deadline: Int64)
      throws(StoreError) -> Bool
    {
      guard let link else { return true }
      do throws(StoreError) {
        while true {
          let isDone = try asking { () throws(ServerFault) in try link.advance { rows.take($0) } }
          try take(&rows, atEnd: isDone, wantsEvents: true)
          if isDone { return true }
          if Ticks.now - since > 2 * ServerStore.commitPatience + ServerStore.silence {
            throw failure(ServerFault(.silent))
          }
          if !link.wait(until: deadline) { return false }
        }
      } catch {
        try abandon(error)
        throw error
      }
    }

    /// Ends the transaction after an error; the connection is kept when the server can be trusted to
    /// have ended it.
    private func abandon(_ cause: StoreError) throws(StoreError) {
      flight = nil
      if case .busy = cause.code { rollBack() } else { link = nil }
      if unsettled != nil { throw StoreError(.outcomeUnknown, place: place) }
      if case .server(let fault) = cause.code, fault.mayPass { try standOff(cause) }
    }

    /// Ends the transaction without storing anything.
    func rollBack() {
      guard let link, link.isInTransaction else { return }
      // In the middle of an answer there is no asking: the server ends it with the connection.
      if link.isAsked {
        self.link = nil
        return
      }
      do throws(ServerFault) {
        if isDriven { return try link.sendInPassing("ROLLBACK") }
        try link.send("ROLLBACK")
        while try !link.advance({ _ in }) {
          guard link.wait(until: Ticks.now + ServerStore.commitPatience) else {
            self.link = nil
            return
          }
        }
      } catch {
        self.link = nil
      }
    }

    // MARK: Deciding and storing

    /// What was sent when the answer failed to come, if it is stored; nil when there was nothing of the
    /// kind, or it is not stored and can be decided again.
    func settle(_ rows: TailRows) throws(StoreError) -> SealedRecords? {
      if let link, !link.isBackendKnown {
        // Behind a pooler a process of the server works for others too, and is not ours to end.
        link.backend = rows.backend?.process == link.process ? rows.backend : nil
        link.isBackendKnown = true
      }
      backend = link?.backend
      if rows.isBorneOut != true {
        rollBack()
        unsettled = nil
        try readTail(wantsEvents: true)
        if case .readOnly(let reason) = access { throw error(readOnly: reason) }
        return nil
      }
      guard let unsettled else { return nil }
      self.unsettled = nil
      return rows.isFound ? unsettled.records : nil
    }

    /// Decides on what is stored, and sends it; a commit when there is nothing to send.
    private func decide(_ work: (Pipeline) throws(Refusal) -> [Event]) throws(StoreError) -> Commit?
    {
      let events: [Event]
      do throws(Refusal) { events = try work(pipeline) } catch {
        rollBack()
        throw StoreError(.refused(error), place: place)
      }
      if events.isEmpty {
        rollBack()
        return Commit(others: mirror.takeUndelivered(), events: [], recovery: nil)
      }
      let records: SealedRecords
      do throws(StoreError) { records = try mirror.sealed(events, by: author) } catch {
        rollBack()
        throw error
      }
      let storing = appending(records)
      guard let link else { return nil }
      // From here on it may be stored, whatever else is heard.
      do throws(ServerFault) { try link.send(storing) } catch {
        self.link = nil
        throw failure(error)
      }
      flight = .storing(records, since: Ticks.now)
      return nil
    }

    /// The statements that append records and end the transaction.
    private func appending(_ records: SealedRecords) -> String {
      let lines = String(decoding: records.lines, as: UTF8.self)
      return """
        SELECT \(address.schema).append(\(records.after.sequence.number), \(records.after.sum),
          \(records.minor), \(ServerSchema.literal(lines)));
        COMMIT;
        """
    }

    /// The number that the server gave when it had committed; nil while it works.
    private func storedEnd(
      _ records: SealedRecords, since: Int64, until deadline: Int64
    ) throws(StoreError) -> Int64? {
      guard let link else { return -1 }
      // A large change takes its time: so much for each megabyte.
      let limit = since + ServerStore.commitPatience + Int64(records.lines.count) / 1000
      do throws(ServerFault) {
        while true {
          let isDone = try link.advance { storedNumber = $0.number(0) ?? -1 }
          if isDone {
            defer { storedNumber = -1 }
            return storedNumber
          }
          if Ticks.now >= limit { throw ServerFault(.silent) }
          if !link.wait(until: min(deadline, limit)), Ticks.now < limit { return nil }
        }
      } catch {
        flight = nil
        storedNumber = -1
        // Refused by a rule of the server: nothing of the transaction is stored.
        if !error.mayPass {
          rollBack()
          throw failure(error)
        }
        lose(records)
        throw StoreError(.outcomeUnknown, place: place)
      }
    }

    /// The connection is gone, and with it the answer.
    private func lose(_ records: SealedRecords) {
      unsettled = Unsettled(records: records, backend: backend)
      link = nil
    }

    private func finish(_ records: SealedRecords) -> Commit {
      rollBack()
      let commit = taken(records)
      tellOthers(records.end)
      return commit
    }

    /// Takes what the server has committed into the copy.
    ///
    /// It is saved, whatever this machine's disk says: a copy that cannot be written is brought up to
    /// date with the next look.
    private func taken(_ records: SealedRecords) -> Commit {
      try? take(records.lines, after: records.after, minor: records.minor)
      // The copy was removed under us: what is shown next is to hold what was saved.
      if mirror.end.sequence < records.end.sequence { try? readTail(wantsEvents: false) }
      var others = mirror.takeUndelivered()
      let own = records.after.sequence.next...records.end.sequence
      others.events.removeAll { own.contains($0.sequence) }
      return Commit(others: others, events: records.events, recovery: nil)
    }

    /// Wakes the boards that listen; nothing depends on it, so nobody waits for it.
    private func tellOthers(_ end: ChainEnd) {
      guard let link else { return }
      do throws(ServerFault) {
        try link.sendInPassing("NOTIFY \(channel), '\(end.sequence)'")
      } catch {
        self.link = nil
      }
    }

    /// What listeners of this store listen to.
    var channel: String { "zs_" + storeID.prefix(8) }
  }
#endif

#if PostgreSQL
  internal import Pipeline
  internal import Storage

  /// How far a look at the server has come, for whoever listens to keys meanwhile.
  enum Look {
    case connecting(ServerLink, until: Int64)
    case greeting(ServerLink, Greeting.Reading, until: Int64)
    /// What was sent when the connection broke is looked for: first its process is ended, then those
    /// who may still hold the lock are waited for.
    case fencing(until: Int64)
    case settling(TailRows, since: Int64)
    case reading(TailRows, until: Int64)
  }

  // A board calls `catchUp` whenever the server has something for it, and every two seconds; each call
  // takes what has come and returns. Nothing here waits.
  extension ServerStore {
    /// How often the server is asked though nothing was heard, in milliseconds: notices are quicker, and
    /// may be lost by whatever stands between.
    static let pollInterval: Int64 = 2000
    /// The shortest and the longest wait before the next try to connect.
    static let backOff: ClosedRange<Int64> = 250...30_000

    package var pollable: (descriptor: Int32, events: Int16)? {
      let link: ServerLink? =
        switch look {
        case .connecting(let link, _), .greeting(let link, _, _): link
        default: self.link
        }
      guard isDriven, let link, link.descriptor >= 0 else { return nil }
      return (link.descriptor, link.events)
    }

    package var lookInterval: Int32? {
      guard isDriven else { return nil }
      if look != nil || flight != nil { return 250 }
      let due = link == nil ? nextTry : lastLook + ServerStore.pollInterval
      return Int32(clamping: min(max(due - Ticks.now, 50), ServerStore.pollInterval))
    }

    /// Goes on with a look, or begins one that is due; errors that may pass have the copy looked at.
    func advanceLook() throws(StoreError) {
      do throws(StoreError) {
        while try step() {}
      } catch {
        look = nil
        try standOff(error)
        failures += 1
        let longest = min(
          ServerStore.backOff.lowerBound << Int64(min(failures, 7)), ServerStore.backOff.upperBound)
        // Not all boards of a province at once.
        nextTry = Ticks.now + Int64.random(in: longest / 2...longest)
      }
    }

    /// One step; whether another can be taken at once.
    private func step() throws(StoreError) -> Bool {
      switch look {
      case nil: return try beginLook()
      case .connecting(let link, let limit):
        let isThere = try asking { () throws(ServerFault) in try link.connect() }
        if !isThere { return try waits(until: limit) }
        try asking { () throws(ServerFault) in try link.send(Greeting.statements(address.schema)) }
        look = .greeting(link, Greeting.Reading(), until: limit)
      case .greeting(let link, var reading, let limit):
        let isDone = try asking { () throws(ServerFault) in
          try link.advance { reading.take($0) }
        }
        look = .greeting(link, reading, until: limit)
        if !isDone { return try waits(until: limit) }
        guard let greeting = reading.greeting else {
          throw failure(ServerFault(.noStore(schema: address.schema)))
        }
        try adopt(link, greeting)
        failures = 0
        look = nil
      case .fencing(let limit):
        guard let link else { throw failure(ServerFault(.lost)) }
        let isDone = try asking { () throws(ServerFault) in try link.advance { _ in } }
        if !isDone { return try waits(until: limit) }
        try begin()
        guard case .asking(let rows, let since) = flight else { return false }
        flight = nil
        look = .settling(rows, since: since)
      case .settling(var rows, let since):
        guard let link else { throw failure(ServerFault(.lost)) }
        let isDone = try asking { () throws(ServerFault) in try link.advance { rows.take($0) } }
        try take(&rows, atEnd: isDone, wantsEvents: true)
        look = .settling(rows, since: since)
        if !isDone { return try waits(until: since + ServerStore.silence) }
        look = nil
        _ = try settle(rows)
        rollBack()
      case .reading(var rows, let limit):
        guard let link else { throw failure(ServerFault(.lost)) }
        let isDone = try asking { () throws(ServerFault) in try link.advance { rows.take($0) } }
        let count = rows.count
        try take(&rows, atEnd: isDone, wantsEvents: true)
        // As long as something comes, there is no silence.
        look = .reading(
          rows, until: rows.count > count ? Ticks.now + ServerStore.silence : limit)
        if !isDone { return try waits(until: limit) }
        look = nil
        lastLook = Ticks.now
        noteStanding(rows)
        if rows.isBorneOut != true { try readTail(wantsEvents: true) }
        return false
      }
      return true
    }

    /// False: more has to come first.
    private func waits(until limit: Int64) throws(StoreError) -> Bool {
      if Ticks.now > limit { throw failure(ServerFault(.silent)) }
      return false
    }

    private func beginLook() throws(StoreError) -> Bool {
      let now = Ticks.now
      guard let link else {
        if now < nextTry { return false }
        let (link, limit) = try asking { () throws(ServerFault) in
          try ServerStore.beginConnecting(address, library, isForWriting: !isReadOnly)
        }
        look = .connecting(link, until: limit)
        return true
      }
      guard try asking({ () throws(ServerFault) in try link.isIdle() }) else {
        if now > lastLook + ServerStore.silence, lastLook > 0 {
          throw failure(ServerFault(.silent))
        }
        return false
      }
      if !link.isListening {
        // First to listen, then to look: what is stored in between is heard of.
        try asking { () throws(ServerFault) in try link.sendInPassing("LISTEN \(channel)") }
        link.isListening = true
        lastLook = 0
        return false
      }
      if let unsettled {
        let fence = unsettled.backend.map(fencing) ?? "SELECT"
        try asking { () throws(ServerFault) in try link.send(fence) }
        look = .fencing(until: now + ServerStore.commitPatience)
        return true
      }
      let isHeard = try asking { () throws(ServerFault) in try link.takeNotices() }
      guard isHeard || now >= lastLook + ServerStore.pollInterval else { return false }
      let known = mirror.end
      try asking { () throws(ServerFault) in try link.send(reading(from: known)) }
      look = .reading(TailRows(after: known), until: now + ServerStore.silence)
      return true
    }
  }
#endif

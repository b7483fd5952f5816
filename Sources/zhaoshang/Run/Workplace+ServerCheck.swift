internal import JSON
internal import Pipeline
internal import PostgresStorage
internal import Settings
internal import Storage
internal import Wording

extension Workplace {
  /// Looks a server and the store on it over and prints what was found, and with a backup how the two
  /// compare.
  func lookOver(_ server: ServerAddress, backup: String?, json: Bool) throws(Failure) {
    #if PostgreSQL
      guard let paths else {
        throw Failure(.badConfiguration, words.noPlaceForStore("XDG_CACHE_HOME"))
      }
      let report: ServerReport
      do throws(StoreError) {
        let progress = Progress(.checkingStore, words)
        report = try ServerCheck.run(
          on: server, authorship, mirrors: paths.cacheFolder, remove: FolderTree.remove
        ) { progress.goOn(to: Int($0), of: Int($1)) }
      } catch {
        throw failure(error)
      }
      let comparison = try backup.map { backup throws(Failure) in
        try compare(server, with: backup)
      }
      let access = report.access
      if json {
        var answer = report.json(words, at: server.text)
        if let comparison, let backup { answer["backup"] = comparison.json(path: backup) }
        try Output.document(JSONText(.object(answer)).text)
      } else {
        try Output.result(words.serverReport(report, at: server.text).joined(separator: "\n"))
      }
      if !report.isSound { throw Failure(.storeFailed, words.serverDamagedAdvice) }
      if let comparison, let backup {
        let sentence = words.compared(comparison, with: backup, path: server.text)
        if !comparison.agrees { throw Failure(.storeFailed, sentence) }
        if !json { try Output.result(sentence) }
      }
      if case .readOnly = access {
        throw failure(StoreError(access.error, place: server.text))
      }
      if json { return }
      let open = report.findings.count(where: \.wantsCare)
      try Output.result(open == 0 ? words.allWell : words.usableButFor(open))
    #else
      throw unserved(server)
    #endif
  }

  #if PostgreSQL
    /// Holds every row of a server against a backup.
    private func compare(_ server: ServerAddress, with backup: String) throws(Failure)
      -> StoreComparison.Report
    {
      let folder = try ThrowawayFolder("compare", words)
      let path = try readAnew(server, into: folder.path)
      do throws(StoreError) { return try StoreComparison.run(on: path, with: backup) } catch {
        throw failure(error)
      }
    }
  #endif
}

extension StoreAccess {
  /// What a commit would be refused with.
  fileprivate var error: StoreError.Code {
    switch self {
    case .readWrite: .readOnly(.asked)
    case .readOnly(.damaged(let damage)): .damaged(damage)
    case .readOnly(let reason): .readOnly(reason)
    }
  }
}

extension ServerReport {
  fileprivate func json(_ words: Words, at place: String) -> JSONObject {
    [
      "place": .string(place), "id": .string(storeID), "format": .string("\(format)"),
      "tables": .integer(schema), "server": .string(version), "account": .string(account),
      "member": member.map { .integer($0) } ?? .null, "writable": .bool(access == .readWrite),
      "events": .integer(events), "last": .integer(last.number), "bytes": .integer(bytes),
      "saved": .string(worth.code),
      "settings": [
        "fsync": .bool(promise.fsync), "full_page_writes": .bool(promise.fullPageWrites),
        "synchronous_commit": .string(promise.synchronousCommit),
        "synchronous_standby_names": .string(promise.standbyNames),
      ],
      "standbys": .array(
        standbys.map { standby -> JSONValue in
          [
            "name": .string(standby.name),
            "synchronous": standby.isSynchronous.map { .bool($0) } ?? .null,
          ]
        }),
      "connections": .integer(connections), "connection_limit": .integer(connectionLimit),
      "sound": .bool(isSound),
      "findings": .array(
        findings.map { finding -> JSONValue in
          [
            "kind": .string(finding.code), "text": .string(words.fact(finding)),
            "remedy": finding.remedy.map { .string($0) } ?? .null,
          ]
        }),
    ]
  }
}

#if PostgreSQL
  internal import Pipeline
  package import Storage

  extension ServerCare {
    /// Brings tables, functions, triggers and rights to what this program makes; the records stay as
    /// they are.
    ///
    /// - Returns: What was not as it should be, and is now; none where there was nothing to do.
    /// - Throws: `newerSchema` where a later program has been there; `noRight` to whoever is not in the
    ///   owner's role.
    package func upgrade() throws(StoreError) -> [ServerReport.Finding] {
      let report = try ServerCheck.tables(of: address, by: self)
      if report.schema > ServerSchema.version {
        throw StoreError(.server(ServerFault(.newerSchema(report.schema))), place: address.text)
      }
      let wanting = report.findings.filter(\.isMendedByUpgrade)
      if wanting.isEmpty { return [] }
      let roles = wanting.compactMap {
        if case .grant(_, let role, _) = $0 { role } else { nil }
      }
      _ = try run(schema.mending(revoking: Set(roles)))
      return wanting
    }
  }

  extension ServerReport.Finding {
    var isMendedByUpgrade: Bool { remedy == "zhaoshang upgrade" }
  }
#endif

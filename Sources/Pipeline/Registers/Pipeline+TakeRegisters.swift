extension Pipeline {
  /// Takes in the registers of an import, on what the rest of it makes.
  ///
  /// A matter, a target or a phase that is there already is replaced; requests and hand-overs get
  /// the next numbers.
  func takingRegisters(of intake: Intake, after events: [Event], today: Day) throws(Refusal)
    -> [Event]
  {
    if intake.registers.isEmpty { return [] }
    var imagined = self
    for event in events { imagined.imagine(event) }
    let firstProject = projects.lastNumber
    var places: [RegisterKind: Int] = [:]
    var taken: [Event] = []
    // The catalogue before what names its codes.
    for entry in intake.registers.filter({ $0.key.kind == .matter })
      + intake.registers.filter({ $0.key.kind != .matter })
    {
      let kind = entry.key.kind
      let place = places[kind, default: 0]
      places[kind] = place + 1
      let new = try at(.register(kind, place)) { () throws(Refusal) in
        try requireArrivals(entry.projects, of: intake)
        let mine = entry.renumbered { ProjectID(firstProject + $0.number) }
        return try imagined.saving(mine, seen: nil, today: today)
      }
      for event in new { imagined.imagine(event) }
      taken += new
    }
    return taken
  }
}

internal import Pipeline

// What the registers know of, for the forms of service requests.
extension KnownValues {
  /// The firms that asked for something before, then all that are known.
  package var firms: [String] {
    ranked(pipeline.requests.map(\.organisation), and: investors)
  }

  /// The units that dealt with requests before, then those that lead projects.
  package var serviceUnits: [String] {
    ranked(pipeline.requests.compactMap(\.unit), and: units)
  }

  package var channels: [String] { ranked(pipeline.requests.compactMap(\.channel)) }
}

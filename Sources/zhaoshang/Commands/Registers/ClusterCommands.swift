internal import ArgumentParser
internal import Insight
internal import JSON
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang cluster list|set|remove`.
struct ClusterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "cluster", .cluster,
    [ClusterListCommand.self, ClusterSetCommand.self, ClusterRemoveCommand.self])
}

/// The subcommand `zhaoshang cluster set NAME …`.
struct ClusterSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration("set", .clusterSet)

  @Argument(help: .entry(.clusterName)) var name: String
  @Option(help: .entry(.segment)) var segment: [String] = []
  @Option(help: .entry(.clusterTarget)) var target: String?
  @Option(help: .entry(.researchPlace)) var researchPlace: String?
  @Option(help: .entry(.productionPlace)) var productionPlace: String?
  @Option(help: .of(.note)) var note: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { _, pipeline throws(Failure) in
      let seen = pipeline.clusters.first { $0.name == name }
      var cluster = seen ?? Cluster(name: name)
      if !segment.isEmpty { cluster.segments = segment }
      cluster.target = target ?? cluster.target
      cluster.researchPlace = researchPlace ?? cluster.researchPlace
      cluster.productionPlace = productionPlace ?? cluster.productionPlace
      cluster.note = note ?? cluster.note
      return .saveDirectoryEntry(
        DirectorySaving(.cluster(cluster), expected: .entry(seen.map(DirectoryEntry.cluster))))
    }
  }
}

/// The subcommand `zhaoshang cluster remove NAME`.
struct ClusterRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration("remove", .clusterRemove)

  @Argument(help: .entry(.clusterName)) var name: String
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { _, _ throws(Failure) in .removeCluster(name) }
  }
}

/// The subcommand `zhaoshang cluster list`.
struct ClusterListCommand: ParsableCommand {
  static let configuration = CommandConfiguration("list", .clusterList, aliases: ["ls"])

  @OptionGroup var table: TableOptions

  func run() throws {
    let workplace = try table.workplace()
    let words = workplace.words
    let pipeline = try workplace.read()
    let standings = pipeline.clusterStandings(at: workplace.moment(of: pipeline))
    let rows = Table(
      [
        .text(words.heading(.cluster), isFlexible: true),
        .text(words.column(.segments), isFlexible: true),
        .text(words.column(.researchPlace), isFlexible: true, isDispensable: true),
        .text(words.column(.productionPlace), isFlexible: true, isDispensable: true),
        .number(words.column(.projects)), .text(words.heading(of: .amount)),
        .number(words.column(.started)), .text(words.column(.target), isFlexible: true),
      ],
      rows: standings.map { standing in
        let cluster = standing.cluster
        return [
          cluster?.name ?? words.counterKey(.none), words.list(cluster?.segments ?? []),
          cluster?.researchPlace ?? "", cluster?.productionPlace ?? "", "\(standing.projects)",
          words.sums(standing.amounts), standing.started == 0 ? "" : "\(standing.started)",
          cluster?.target ?? "",
        ]
      })
    let json = standings.map { standing -> JSONValue in
      let cluster = standing.cluster
      return [
        "name": .init(cluster?.name), "segments": .init(cluster?.segments ?? []),
        "target": .init(cluster?.target), "rd_place": .init(cluster?.researchPlace),
        "production_place": .init(cluster?.productionPlace),
        "projects": .integer(standing.projects), "started": .integer(standing.started),
        "amount": standing.amounts.json,
      ]
    }
    try table.show(rows, json: JSONText(.array(json)))
  }
}

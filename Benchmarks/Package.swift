// swift-tools-version: 6.2
import PackageDescription

/// What the product is measured with: apart, so that nothing here is ever built with it.
///
/// The harness `measure` builds the product itself, at whatever revision is asked for; these are
/// the programs it is measured against and the pipelines it is measured on.
let package = Package(
  name: "zhaoshang-benchmarks",
  targets: [
    // The least that a board on ncurses can cost.
    .executableTarget(
      name: "floor", cSettings: [.define("_GNU_SOURCE")],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    // The least that painting our own picture can cost.
    .executableTarget(
      name: "picture-floor", cSettings: [.define("_GNU_SOURCE")],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    // Chinese pipelines of any size, the same for the same size.
    .executableTarget(name: "make-pipeline"),
    // What the machine allows: a flushed append, a file looked through, a process started.
    .executableTarget(name: "raw-limits", cSettings: [.define("_GNU_SOURCE")]),
  ]
)

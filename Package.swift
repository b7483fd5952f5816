// swift-tools-version: 6.2
import PackageDescription

#if canImport(Glibc)
  import Glibc
#endif

/// One set of settings for every target, so that no room is stricter or laxer than another.
let swiftSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let customDump = Target.Dependency.product(name: "CustomDump", package: "swift-custom-dump")
// Without it an expectation of CustomDump prints its difference and passes.
let issueReporting = Target.Dependency.product(
  name: "IssueReportingTestSupport", package: "xctest-dynamic-overlay")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

/// How a release is put together, so that it begins at once wherever it is loaded.
///
/// What the Swift runtime needs of C++ is inside, which saves loading a library larger than all others
/// together: `Scripts/linking.cfg` comes before the runtime's own arguments, which ask for that
/// library. No symbols are exported, for nothing is loaded that would look for them. The addresses
/// that are written anew at each start are packed where the loader can read that, from glibc 2.36 on:
/// a table of 1.3 MB becomes one of 10 kB.
let releaseLinking: [LinkerSetting] = {
  var flags = [
    "-use-ld=lld", "-Xclang-linker", "--config=\(Context.packageDirectory)/Scripts/linking.cfg",
    "-Xlinker", "--no-export-dynamic",
  ]
  #if canImport(Glibc)
    if (__GLIBC__, __GLIBC_MINOR__) >= (2, 36) {
      flags += ["-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"]
    }
  #endif
  return [.unsafeFlags(flags, .when(platforms: [.linux], configuration: .release))]
}()

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

func tests(
  of name: String, _ dependencies: [Target.Dependency], exclude: [String] = [],
  resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies, exclude: exclude, resources: resources,
    swiftSettings: swiftSettings)
}

let package = Package(
  name: "zhaoshang",
  products: [.executable(name: "zhaoshang", targets: ["zhaoshang"])],
  traits: [
    .trait(name: "Excel", description: "Reads and writes .xlsx: libxlsxwriter, libzip, expat."),
    .trait(name: "PostgreSQL", description: "Serves stores on a PostgreSQL server: libpq."),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.3"),
    .package(url: "https://github.com/pointfreeco/xctest-dynamic-overlay", from: "1.13.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    // C headers only: what Swift cannot see of ncurses and of glibc.
    .systemLibrary(name: "CCurses", providers: [.apt(["libncurses-dev"])]),
    .systemLibrary(name: "CGlibc"),
    .systemLibrary(name: "CMessageDigest"),
    // Only for the trait Excel; its libraries are opened when they are used, never linked.
    .systemLibrary(
      name: "CExcel", providers: [.apt(["libxlsxwriter-dev", "libzip-dev", "libexpat1-dev"])]),

    // Only for the trait PostgreSQL, and opened when the first server is named.
    .systemLibrary(name: "CPostgres", providers: [.apt(["libpq-dev"])]),

    // The domain and the questions asked of it. No I/O.
    room("SafeText"),
    room("Pipeline", ["SafeText"]),
    // An invented bureau, two years of commands: the example of `demo bureau`.
    room("Bureau", ["Pipeline"]),
    // The words of the trade and the readers of what people type: one table for every door.
    room("Vocabulary", ["SafeText", "Pipeline"]),
    room("Insight", ["Pipeline", "Vocabulary"]),

    // Files and formats.
    room("JSON"),
    room("TOML"),
    room("Files"),
    room("Storage", ["JSON", "Pipeline", "CGlibc", "CMessageDigest"]),
    // The same store on a PostgreSQL server, behind the trait PostgreSQL.
    room(
      "PostgresStorage",
      [
        "JSON", "Pipeline", "Storage",
        .target(name: "CPostgres", condition: .when(traits: ["PostgreSQL"])),
      ]),
    room("Workbook", ["CGlibc", .target(name: "CExcel", condition: .when(traits: ["Excel"]))]),
    room(
      "Exchange",
      ["JSON", "TOML", "SafeText", "Pipeline", "Vocabulary", "Insight", "Wording", "Workbook"]),

    // What a person reads and sees.
    room("Wording", ["SafeText", "Pipeline", "Vocabulary", "Insight"]),
    room("Canvas", ["SafeText", "CGlibc"]),
    room("BoardUI", ["SafeText", "Pipeline", "Vocabulary", "Insight", "Wording", "Canvas"]),
    // What goes to people: reminders, and a calendar of what is due.
    room("Feeds", ["JSON", "SafeText", "Pipeline", "Insight", "Wording"]),
    // Pages for those without a terminal.
    room(
      "Pages",
      ["SafeText", "Pipeline", "Insight", "Wording", "Exchange", "Canvas", "Feeds"]),
    room("Settings", ["Canvas", "Files", "TOML"]),
    room("Terminal", ["CCurses", "CGlibc", "SafeText", "Canvas"]),

    .executableTarget(
      name: "zhaoshang",
      dependencies: [
        "Pipeline", "Vocabulary", "Insight", "Storage", "PostgresStorage", "JSON", "Exchange",
        "Wording", "Canvas", "BoardUI", "Settings", "TOML", "Terminal", "SafeText", "CGlibc",
        "Workbook", "Files", "Feeds", "Pages", "Bureau", arguments,
      ],
      swiftSettings: swiftSettings, linkerSettings: releaseLinking),

    // What a store of a given size costs; not part of the product.
    .executableTarget(
      name: "store-figures", dependencies: ["Pipeline", "Storage"],
      path: "Benchmarks/StoreFigures", swiftSettings: swiftSettings),
    // What a store on a server costs, beside Benchmarks/many.c.
    .executableTarget(
      name: "server-meter", dependencies: ["Pipeline", "Storage", "PostgresStorage"],
      path: "Benchmarks/ServerMeter", swiftSettings: swiftSettings),

    // Shared verbs of the tests, and the tests: values first, then files, then a real terminal.
    .target(
      name: "TestSupport",
      dependencies: ["Pipeline", "Canvas", "SafeText", "JSON", subprocess, issueReporting],
      path: "Tests/TestSupport", swiftSettings: swiftSettings),
    // What every store owes, and events of every kind: for the tests of each kind of store.
    .target(
      name: "StoreSupport",
      dependencies: ["Pipeline", "Storage", "TestSupport", customDump],
      path: "Tests/StoreSupport", swiftSettings: swiftSettings),
    // A program that writes and races as it is told, to be killed, traced and run out of disk.
    .executableTarget(
      name: "store-writer", dependencies: ["Storage", "Pipeline"], path: "Tests/StoreWriter",
      swiftSettings: swiftSettings),
    // A work that listens to nothing, to be told to stop.
    .executableTarget(
      name: "busy-worker", dependencies: ["Terminal"], path: "Tests/BusyWorker",
      swiftSettings: swiftSettings),
    tests(of: "SafeText", ["SafeText", "TestSupport"]),
    tests(of: "Pipeline", ["Pipeline", "SafeText", "TestSupport", customDump]),
    tests(
      of: "Vocabulary", ["Vocabulary", "Wording", "SafeText", "Pipeline", "TestSupport"]),
    tests(of: "Insight", ["Insight", "Pipeline", "Exchange", "TestSupport", customDump]),
    tests(of: "Bureau", ["Bureau", "Pipeline", "Insight"]),
    tests(of: "JSON", ["JSON", "TestSupport"]),
    tests(of: "Files", ["Files", "TestSupport"]),
    tests(
      of: "Storage",
      [
        "Storage", "Pipeline", "Insight", "JSON", "TestSupport", "StoreSupport", customDump,
        subprocess,
      ],
      exclude: ["Corpus", "Checkpoint/Corpus"], resources: [.copy("Formats")]),
    tests(
      of: "PostgresStorage",
      [
        "PostgresStorage", "Storage", "Pipeline", "TestSupport", "StoreSupport", customDump,
        subprocess,
      ]),
    tests(
      of: "Exchange",
      [
        "Exchange", "Pipeline", "Vocabulary", "Insight", "Wording", "JSON", "Workbook",
        "Settings", "TestSupport", customDump,
      ],
      exclude: ["Corpus", "Ledger/Corpus", "Reports/Golden"]),
    tests(of: "Workbook", ["Workbook", "TestSupport"]),
    tests(
      of: "Wording", ["Wording", "SafeText", "Pipeline", "Vocabulary", "Insight", "TestSupport"]),
    tests(of: "Canvas", ["Canvas", "CGlibc", "TestSupport"]),
    tests(
      of: "BoardUI",
      [
        "BoardUI", "Pipeline", "Vocabulary", "Insight", "Wording", "Canvas", "Exchange", "SafeText",
        "TestSupport",
        customDump,
      ],
      exclude: ["Screens"]
    ),
    tests(of: "Feeds", ["Feeds", "Pipeline", "Insight", "Wording", "JSON", "TestSupport"]),
    tests(
      of: "Pages",
      [
        "Pages", "Pipeline", "Insight", "Wording", "Exchange", "Canvas", "Settings", "TestSupport",
      ]),
    tests(of: "TOML", ["TOML", "JSON", "TestSupport"]),
    tests(of: "Settings", ["Settings", "TOML", "Canvas", "TestSupport"], exclude: ["Corpus"]),
    tests(
      of: "Terminal", ["Terminal", "Canvas", "CCurses", "TestSupport"], exclude: ["Corpus"]),
    tests(of: "EndToEnd", ["TestSupport", "JSON", subprocess]),
  ]
)

// swift-tools-version: 6.2
import PackageDescription

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

/// How a release is put together, so that it begins at once.
///
/// At a fixed place, which saves writing 52,000 addresses anew at each start; with what it needs of C++
/// inside, which saves loading a library larger than all others together; and without exporting its
/// symbols, for nothing is loaded that would look for them. `Link` holds an empty library in the way
/// of the shared one.
let releaseLinking: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-Xclang-linker", "-no-pie", "-Xlinker", "--no-export-dynamic", "-L",
      Context.packageDirectory + "/Link", "-Xclang-linker", "-static-libgcc", "-Xlinker",
      "-l:libstdc++.a",
    ], .when(platforms: [.linux], configuration: .release))
]

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
    .trait(name: "Excel", description: "Reads and writes .xlsx: libxlsxwriter, libzip, expat.")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
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

    // The domain and the questions asked of it. No I/O.
    room("SafeText"),
    room("Pipeline", ["SafeText"]),
    room("Insight", ["Pipeline"]),

    // Files and formats.
    room("JSON"),
    room("Files"),
    room("Storage", ["JSON", "Pipeline", "CGlibc", "CMessageDigest"]),
    room("Workbook", ["CGlibc", .target(name: "CExcel", condition: .when(traits: ["Excel"]))]),
    room("Exchange", ["JSON", "SafeText", "Pipeline", "Insight", "Wording", "Workbook"]),

    // What a person reads and sees.
    room("Wording", ["SafeText", "Pipeline", "Insight"]),
    room("Canvas", ["SafeText", "CGlibc"]),
    room("BoardUI", ["SafeText", "Pipeline", "Insight", "Wording", "Canvas"]),
    room("Settings", ["Canvas", .product(name: "TOMLKit", package: "TOMLKit")]),
    room("Terminal", ["CCurses", "CGlibc", "Canvas"]),

    .executableTarget(
      name: "zhaoshang",
      dependencies: [
        "Pipeline", "Insight", "Storage", "JSON", "Exchange", "Wording", "Canvas", "BoardUI",
        "Settings", "Terminal", "SafeText", "CGlibc", "Workbook", "Files", arguments,
      ],
      swiftSettings: swiftSettings, linkerSettings: releaseLinking),

    // What a store of a given size costs; not part of the product.
    .executableTarget(
      name: "store-figures", dependencies: ["Pipeline", "Storage"],
      path: "Benchmarks/StoreFigures", swiftSettings: swiftSettings),

    // Shared verbs of the tests, and the tests: values first, then files, then a real terminal.
    .target(
      name: "TestSupport",
      dependencies: ["Pipeline", "Canvas", "SafeText", "JSON", subprocess, issueReporting],
      path: "Tests/TestSupport", swiftSettings: swiftSettings),
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
    tests(of: "Insight", ["Insight", "Pipeline", "Exchange", "TestSupport", customDump]),
    tests(of: "JSON", ["JSON", "TestSupport"]),
    tests(of: "Files", ["Files", "TestSupport"]),
    tests(
      of: "Storage",
      ["Storage", "Pipeline", "Insight", "JSON", "TestSupport", customDump, subprocess],
      exclude: ["Corpus", "Checkpoint/Corpus"], resources: [.copy("Formats")]),
    tests(
      of: "Exchange",
      [
        "Exchange", "Pipeline", "Insight", "Wording", "JSON", "Workbook", "TestSupport", customDump,
      ],
      exclude: ["Corpus", "Ledger/Corpus", "Reports/Golden"]),
    tests(of: "Workbook", ["Workbook", "TestSupport"]),
    tests(of: "Wording", ["Wording", "SafeText", "Pipeline", "Insight", "TestSupport"]),
    tests(of: "Canvas", ["Canvas", "CGlibc", "TestSupport"]),
    tests(
      of: "BoardUI",
      [
        "BoardUI", "Pipeline", "Insight", "Wording", "Canvas", "Exchange", "SafeText",
        "TestSupport",
        customDump,
      ],
      exclude: ["Screens"]
    ),
    tests(of: "Settings", ["Settings", "Canvas", "TestSupport"], exclude: ["Corpus"]),
    tests(
      of: "Terminal", ["Terminal", "Canvas", "CCurses", "TestSupport"], exclude: ["Corpus"]),
    tests(of: "EndToEnd", ["TestSupport", "JSON", subprocess]),
  ]
)

// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  // A generic type is asked for by its accessor, which is handed the conformances that it needs.
  // By its mangled name, as is usual, the first use of a `Dictionary` looks them up among all of
  // the program: most of a start was that.
  .unsafeFlags(
    ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"],
    .when(configuration: .release)),
]

/// Optimised in debug builds too: tests feed these targets megabytes.
let hot: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// `.ci/release` asks for a program without shared libraries: two thirds of the work of a start is
/// to load and bind them. What libedit needs is named here, as archives name nothing themselves.
/// A flag of the build would change how all targets are compiled; here it only changes the link.
/// Other linkers than lld warn of each call that may look users up (`Sources/CTerminal/Users.c`).
let linking: [LinkerSetting] =
  Context.environment["THEO_STATIC"] == nil
  ? []
  : [
    .unsafeFlags(["-static-executable", "-use-ld=lld"], .when(configuration: .release)),
    .linkedLibrary("bsd"), .linkedLibrary("md"),
  ]

/// A Swift target of the house, with the settings that hold for all of them. `listsKinds`: the
/// build lists its commands, formats or exports.
func house(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [],
  settings: [SwiftSetting] = strict, listsKinds: Bool = false, linking: [LinkerSetting] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings,
    linkerSettings: linking, plugins: listsKinds ? ["KindLister"] : [])
}

/// The tests of one target; `extra` names what they need beyond it, `exclude` what is no source.
func tests(
  of name: String, _ extra: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name), "TestSupport"] + extra,
    exclude: exclude, swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

let package = Package(
  name: "theo",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "theo", targets: ["theo"]),
    .executable(name: "theo-benchmarks", targets: ["TheoBenchmarks"]),
    .executable(name: "theo-train", targets: ["AttributionTraining"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // What a story is made of, words and how they are written.
    house("ClaimModel"),
    // Text for a terminal: how wide it is, how it looks, that it does no harm; and errors' words.
    house("TerminalText", settings: hot),
    .target(name: "CLexicons", exclude: ["lexicons"]),
    house("Lexicons", ["CLexicons"], settings: hot),
    house("Languages", ["ClaimModel", "Lexicons"], settings: hot),
    // The figures of a story and what they count; those of two held against each other.
    house("Figures", ["ClaimModel", "Lexicons"], settings: hot),
    house("JSONText", ["TerminalText"], settings: hot),
    // SHA-256 by the system's OpenSSL, as an archive: all of it that is used is some kilobytes.
    .systemLibrary(
      name: "COpenSSL", providers: [.apt(["libssl-dev"]), .brew(["openssl"])]),
    .target(
      name: "Digests", dependencies: ["COpenSSL"], swiftSettings: hot,
      linkerSettings: [
        .linkedLibrary(":libcrypto.a", .when(platforms: [.linux])),
        .linkedLibrary("crypto", .when(platforms: [.macOS])),
      ]),
    // The one door to the disk.
    house("Disk", ["TerminalText", system]),
    // What people and programs are shown, and the lines that they type.
    house("Presentation", ["ClaimModel", "Disk", "JSONText", "TerminalText"]),
    // The system's HTML5 parser, and the memory of its trees. The archive is linked, in every
    // build: a shared library would be loaded at each start.
    .systemLibrary(name: "CGumbo", providers: [.apt(["libgumbo-dev"]), .brew(["gumbo-parser"])]),
    .target(
      name: "CPageTree", dependencies: ["CGumbo"],
      linkerSettings: [
        .linkedLibrary(":libgumbo.a", .when(platforms: [.linux])),
        .linkedLibrary("gumbo", .when(platforms: [.macOS])),
      ]),
    // The system's libraries for XML and for what is packed.
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    // Bytes to articles, articles to claims.
    house(
      "ArticleReading",
      [
        "CExpat", "CZlib", "ClaimModel", "CPageTree", "JSONText", "Languages", "Lexicons",
        "TerminalText",
      ],
      settings: hot, listsKinds: true),
    // A small text encoder's arithmetic; optimised always, since tests run it too.
    .target(
      name: "CEncoder", exclude: ["weights"],
      cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
    house("ClaimExtraction", ["CEncoder", "ClaimModel", "Lexicons"], settings: hot),
    // The facts, and how they are kept.
    house(
      "FactStore",
      ["ClaimModel", "Digests", "Figures", "Languages", "Lexicons", "TerminalText"]),
    house(
      "Sessions",
      [
        "ClaimModel", "Digests", "Disk", "FactStore", "JSONText", "Lexicons", "TerminalText",
        system,
      ],
      resources: [.embedInCode("Schema/session.schema.json")]),
    // Claims of past sessions, to be found again.
    house("ClaimMemory", ["ClaimModel", "Disk", "Lexicons", "TerminalText"], settings: hot),
    // The system's SQLite, as an archive, for the same reason as its HTML5 parser.
    .systemLibrary(
      name: "CSQLite", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    // The forms in which claims leave theo, and come back.
    house(
      "Exchange",
      [
        "CSQLite", "CZlib", "ClaimModel", "Digests", "JSONText", "Lexicons", "Presentation",
        "TerminalText",
      ],
      resources: [
        .embedInCode("Report/Resources/report-words.tsv"),
        .embedInCode("Report/Resources/report.css"), .embedInCode("Report/Resources/report.js"),
        .embedInCode("Report/Resources/verify.py"),
      ],
      settings: hot, listsKinds: true,
      linking: [
        .linkedLibrary(":libsqlite3.a", .when(platforms: [.linux])),
        .linkedLibrary("sqlite3", .when(platforms: [.macOS])),
      ]),
    // What a user works at: the facts, their session, settings, stories to come.
    house(
      "Desk",
      [
        "ArticleReading", "ClaimExtraction", "ClaimMemory", "ClaimModel", "Disk", "FactStore",
        "JSONText", "Lexicons", "Presentation", "Sessions", "TerminalText", system,
      ]),
    // Runs lines on a desk; knows no command.
    house(
      "Shell",
      [
        "ClaimModel", "Desk", "Disk", "FactStore", "JSONText", "Lexicons", "Presentation",
        "Sessions", "TerminalText", argumentParser, system,
      ]),
    // The commands, a file each.
    house(
      "Commands",
      [
        "ArticleReading", "ClaimExtraction", "ClaimMemory", "ClaimModel", "Desk", "Disk",
        "Exchange", "FactStore", "Figures", "JSONText", "Lexicons", "Presentation", "Sessions",
        "Shell",
        "TerminalText", argumentParser, system,
      ], listsKinds: true),
    .systemLibrary(
      name: "CLibedit", pkgConfig: "libedit",
      providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
    .target(name: "CEditline", dependencies: ["CLibedit"]),
    .target(
      name: "CTerminal",
      linkerSettings: [
        .linkedLibrary("tinfo", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    house(
      "LineEditor", ["CEditline", "CTerminal", "Disk", "JSONText", "TerminalText", system]),
    .executableTarget(
      name: "theo",
      dependencies: [
        "ClaimModel", "Commands", "Desk", "Disk", "LineEditor", "Presentation", "Shell",
        "TerminalText", system,
      ],
      swiftSettings: strict, linkerSettings: linking),
    .executableTarget(
      name: "TheoBenchmarks",
      dependencies: [
        "ArticleReading", "ClaimMemory", "ClaimModel", "Commands", "Desk", "FactStore", "Lexicons",
        "Presentation", "Shell", "TerminalText", subprocess, system,
      ],
      exclude: ["recorded-ratios.tsv"], swiftSettings: strict, linkerSettings: linking),
    // Trains the model in CLexicons; no part of the shell.
    .executableTarget(
      name: "AttributionTraining",
      dependencies: [
        "ArticleReading", "ClaimExtraction", "ClaimModel", "Exchange", "Lexicons", argumentParser,
      ],
      exclude: ["annotations", "encoder"], swiftSettings: strict),

    .plugin(name: "KindLister", capability: .buildTool(), path: "Sources/KindLister"),
    .target(
      name: "TestSupport", dependencies: ["Disk", system], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests(of: "ClaimModel"),
    tests(of: "Lexicons"),
    tests(of: "Figures", ["ClaimModel", "Lexicons"]),
    tests(
      of: "ArticleReading", ["CZlib", "ClaimModel", "Disk", "Lexicons", "TerminalText"],
      exclude: ["Pages/Samples"]),
    tests(
      of: "ClaimExtraction",
      ["CEncoder", "ClaimModel", "ArticleReading", "Languages", "Lexicons"],
      exclude: ["worth-sentences.tsv"]),
    tests(
      of: "AttributionTraining", ["ClaimExtraction", "ClaimModel", "ArticleReading", "Lexicons"]),
    tests(of: "FactStore", ["ClaimModel", "Lexicons", "TerminalText"]),
    tests(of: "ClaimMemory", ["ClaimModel", "Disk", "Lexicons", "TerminalText", system]),
    tests(of: "JSONText"),
    tests(of: "Digests"),
    tests(of: "Disk", ["TerminalText", system]),
    tests(of: "Exchange", ["ClaimModel", "JSONText", "TerminalText"]),
    tests(of: "Presentation", ["ClaimModel", "JSONText", "TerminalText"]),
    tests(
      of: "Desk", ["ArticleReading", "ClaimExtraction", "ClaimModel", "FactStore", "TerminalText"]),
    tests(of: "Sessions", ["ClaimModel", "Disk", "FactStore", "JSONText", "Lexicons", system]),
    tests(
      of: "Commands",
      [
        "ClaimModel", "Desk", "Disk", "FactStore", "JSONText", "Lexicons", "Presentation",
        "Sessions", "Shell", "TerminalText", system,
      ],
      exclude: ["Transcripts", "Screens", "Stories", "Reports"]),
    tests(of: "LineEditor", ["CTerminal", "Disk", "TerminalText", system]),
    tests(of: "TerminalText", ["CTerminal"]),
    .testTarget(
      name: "TheoTests", dependencies: ["theo", "TestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

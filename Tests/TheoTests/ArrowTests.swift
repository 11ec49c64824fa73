import Foundation
import Testing

/// The arrows of the house: between targets as Package.swift has them, between files and folders
/// as the compiler found them.
@Suite("An arrow of the house")
struct ArrowTests {
  /// Modules of the toolchain and the system, which nobody declares.
  private static let system: Set = [
    "Foundation", "FoundationEssentials", "Synchronization", "Glibc", "Musl", "Darwin",
    "PackagePlugin", "Dispatch",
  ]

  /// What a Swift file imports: `package import Disk` → "Disk".
  private static func imports(_ path: String) throws -> [String] {
    try Places.text(path).matches(of: #/(?m)^ {0,2}(?:(?:package|internal|public) )?import (\w+)/#)
      .map { String($0.output.1) }
  }

  @Test("is declared wherever a file imports, and every declared one is used")
  func declared() throws {
    for target in try PackagePlan().house {
      let files = Places.files(in: "Sources/\(target.name)", endingIn: ".swift")
      guard !files.isEmpty else { continue }
      let imported = Set(try files.flatMap(Self.imports)).subtracting(Self.system)
      #expect(imported == Set(target.dependencies), "\(target.name)")
    }
  }

  @Test("leads to a target that stands above in Package.swift, so that none goes round")
  func order() throws {
    var above = Set<String>()
    let targets = try PackagePlan().targets
    let own = Set(targets.map(\.name))
    for target in targets where !target.isPlugin {
      let later = target.dependencies.filter { own.contains($0) && !above.contains($0) }
      #expect(later.isEmpty, "\(target.name) depends on \(later), which stands below it")
      above.insert(target.name)
    }
  }

  @Test(
    "never leads from a room to what must not be known there",
    arguments: [
      ("Shell", ["Commands", "LineEditor", "ClaimExtraction", "ArticleReading"]),
      ("Desk", ["Shell", "Commands"]), ("FactStore", ["Disk", "JSONText", "Presentation"]),
      ("Sessions", ["Presentation", "Desk"]), ("ClaimExtraction", ["FactStore", "Disk"]),
      ("ArticleReading", ["Disk"]), ("LineEditor", ["Shell", "Desk", "Presentation"]),
    ])
  func separate(_ name: String, _ unknown: [String]) throws {
    let target = try #require(try PackagePlan().house.first { $0.name == name })
    #expect(target.dependencies.filter(unknown.contains) == [])
  }

  /// Who names what stands in which file; nil where no debug build left an index, or nothing here
  /// reads it.
  private static let references: [(from: String, to: String)]? = {
    let store = Places.theo.split(separator: "/").dropLast().joined(separator: "/")
    let index = "/\(store)/index/store"
    guard FileManager.default.fileExists(atPath: index),
      let outcome = try? Shell.run(
        "python3", ["Tests/Support/references.py", index, "Sources"], folder: Places.root),
      outcome.status == 0
    else { return nil }
    return outcome.output.split(separator: "\n").compactMap { line in
      let paths = line.split(separator: "\t").map(String.init)
      return paths.count == 2 ? (paths[0], paths[1]) : nil
    }
  }()

  private static func target(_ path: String) -> Substring { path.prefix { $0 != "/" } }

  /// "Shell/Help/HelpText.swift" → "Shell/Help"
  private static func folder(_ path: String) -> String {
    path.split(separator: "/").dropLast().prefix(2).joined(separator: "/")
  }

  /// The ways between members, within one target.
  private static func ways(_ member: (String) -> String) -> [String: Set<String>] {
    var ways = [String: Set<String>]()
    for (from, to) in references ?? [] where target(from) == target(to) {
      if member(from) != member(to) { ways[member(from), default: []].insert(member(to)) }
    }
    return ways
  }

  @Test(
    "goes round between no folders of a room",
    .enabled(if: references != nil, "needs the index store of a debug build, and python3"),
    arguments: [
      "Commands", "Desk", "Disk", "FactStore", "LineEditor", "Presentation", "Sessions", "Shell",
    ])
  func folders(_ room: String) {
    let circles = Circles.circles(Self.ways(Self.folder)).filter { $0[0].hasPrefix(room + "/") }
    #expect(circles == [])
  }

  @Test(
    "goes round between twelve files at most",
    .enabled(if: references != nil, "needs the index store of a debug build, and python3"))
  func files() {
    for circle in Circles.circles(Self.ways { $0 }) { #expect(circle.count <= 12, "\(circle)") }
  }

  @Test("that goes round is found, and no other")
  func circles() {
    let ways: [String: Set<String>] = [
      "a": ["b"], "b": ["c"], "c": ["a", "d"], "d": ["e"], "e": [], "f": ["g"], "g": ["f", "a"],
    ]
    #expect(Circles.circles(ways) == [["a", "b", "c"], ["f", "g"]])
  }
}

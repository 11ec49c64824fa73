import Foundation
import Testing

@Suite("The house")
struct HouseTests {
  @Test("is formatted as .swift-format says, strictly")
  func formatted() throws {
    let outcome = try Shell.run(
      "swift", ["format", "lint", "--strict", "--recursive", "Package.swift", "Sources", "Tests"],
      folder: Places.root)
    #expect(outcome.status == 0, "\(outcome.errors.prefix(2000))")
  }

  @Test("keeps its files short enough to read in one sitting")
  func shortFiles() throws {
    let files = try #require(
      FileManager.default.enumerator(atPath: Places.root.appendingPathComponent("Sources").path))
    for case let file as String in files where file.hasSuffix(".swift") {
      let text = try String(
        contentsOf: Places.root.appendingPathComponent("Sources/\(file)"), encoding: .utf8)
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 400, "\(file)")
    }
  }

  @Test("has nothing at its top level that the design does not name")
  func topLevel() throws {
    let outcome = try Shell.run("git", ["ls-files"], folder: Places.root)
    let names = Set(
      outcome.output.split(separator: "\n").compactMap { $0.split(separator: "/").first })
    let unknown = names.filter {
      $0.first != "."
        && !["Package.swift", "Sources", "Tests", "findings", "sessions", "README.md"].contains($0)
    }
    #expect(unknown.isEmpty)
  }
}

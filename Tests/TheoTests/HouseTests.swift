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

  @Test("keeps its files short enough to read in one sitting, and long enough to be worth a name")
  func lengths() throws {
    var lengths = [Int]()
    for file in Places.files(in: "Sources", endingIn: ".swift") {
      let count = try Places.text(file).split(separator: "\n", omittingEmptySubsequences: false)
        .count
      #expect(count <= 400, "\(file)")
      lengths.append(count)
    }
    let median = lengths.sorted()[lengths.count / 2]
    #expect((60...120).contains(median))
  }

  /// Names that only say that there is something.
  private static let vague: Set = [
    "Several", "Looking", "Hand", "Hands", "Shape", "Keeping", "Turn",
  ]

  /// "Desk+NamedSessions" → "Desk", "Named", "Sessions"
  private static func words(_ name: some StringProtocol) -> [String] {
    String(name).matches(of: #/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+/#).map { String($0.output) }
  }

  @Test("names no file and no type with a word that says nothing")
  func names() throws {
    for file in Places.files(in: "Sources", endingIn: ".swift") {
      let path = file.dropLast(".swift".count)
      let types = try Places.text(file).matches(
        of: #/\b(?:struct|class|enum|protocol|actor|typealias) ([A-Z]\w*)/#)
      for name in path.split(separator: "/") + types.map(\.output.1) {
        #expect(Self.vague.isDisjoint(with: Self.words(name)), "\(name) in \(file)")
      }
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

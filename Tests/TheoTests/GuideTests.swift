import Foundation
import Testing

/// What the guide in Sources says of the house is so.
@Suite("The guide to the house")
struct GuideTests {
  private static let text = (try? Places.text("Sources/README.md")) ?? ""

  /// What stands in backticks, outside fenced blocks.
  private static let quoted: [String] = {
    let prose = text.components(separatedBy: "\n```").enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined(separator: "\n")
    return prose.matches(of: #/`([^`\n]+)`/#).map { String($0.output.1) }
  }()

  @Test("names every target and every folder in it")
  func folders() {
    for file in Places.files(in: "Sources") where file.split(separator: "/").count > 2 {
      let folders = file.split(separator: "/").dropLast()
      #expect(Self.text.contains("**\(folders[1])**"), "\(folders[1])")
      for depth in 3..<max(3, folders.count + 1) {
        let folder = folders.prefix(depth).joined(separator: "/")
        #expect(Self.quoted.contains(folder), "\(folder)")
      }
    }
  }

  @Test("names no file and no folder that does not exist")
  func paths() {
    let paths = Self.quoted.filter { quoted in
      !quoted.contains(" ") && (quoted.contains("/") || quoted.hasSuffix(".swift"))
    }
    #expect(paths.count > 100)
    for path in paths {
      let file = Places.root.appendingPathComponent(path).path
      #expect(FileManager.default.fileExists(atPath: file), "\(path)")
    }
  }

  @Test("lists the targets in their order, and what each may import, as Package.swift has them")
  func imports() throws {
    let rows = Self.text.matches(of: #/(?m)^\| `(\w+)` \|[^|]*\|([^|]*)\|$/#).map { row in
      let names = row.output.2.matches(of: #/`(\w+)`/#).map { String($0.output.1) }
      return "\(row.output.1): \(names.sorted().joined(separator: " "))"
    }
    let targets = try PackagePlan().house.map {
      "\($0.name): \($0.dependencies.sorted().joined(separator: " "))"
    }
    #expect(rows == targets)
  }

  @Test("is where README sends who wants to know how theo is built")
  func linked() throws {
    let section = try Places.text("README.md").components(separatedBy: "## How it is built").last
    #expect(try #require(section).contains("](Sources/README.md)"))
  }
}

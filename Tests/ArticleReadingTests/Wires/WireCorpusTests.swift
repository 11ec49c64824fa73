import Foundation
import Testing

@testable import ArticleReading

/// IPTC's own examples and the test suites of its schemas.
private enum WireCorpus {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "../shared/corpus/formats").standardizedFileURL
  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func files(_ wanted: (String) -> Bool) -> [String] {
    let all =
      FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return all.filter { ($0.hasSuffix(".json") || $0.hasSuffix(".xml")) && wanted($0) }.sorted()
  }

  static func read(_ file: String) throws -> Reading {
    try Reading([UInt8](Data(contentsOf: folder.appending(path: file))), named: file)
  }
}

@Suite(
  "IPTC's examples and test suites",
  .enabled(if: WireCorpus.isThere, "needs ../shared/corpus/formats"))
struct WireCorpusTests {
  @Test("every bad one is refused by name")
  func bad() throws {
    let files = WireCorpus.files { $0.contains("/should_fail/") || $0.contains("/not-valid/") }
    #expect(files.count > 70)
    var loaded = [String]()
    for file in files {
      let reading = try WireCorpus.read(file)
      if !reading.articles.isEmpty || reading.errors.first?.input != file { loaded.append(file) }
    }
    #expect(loaded == [])
  }

  /// Drafts that no version of a schema has taken over.
  private static let drafts = ["_dev/", "/dev/", "/collection/"]

  @Test("every good one with a text loads")
  func good() throws {
    let files = WireCorpus.files { file in
      (file.contains("/should_pass/") || file.contains("examples/"))
        && !file.contains("/not-valid/")
        && !file.hasSuffix("extension-schema.json")
        && !Self.drafts.contains { file.contains($0) }
    }
    #expect(files.count > 260)
    var missed = [String]()
    var loaded = 0
    for file in files {
      let reading = try WireCorpus.read(file)
      if reading.articles.isEmpty {
        let problem = reading.problem ?? ""
        // What has no text, or is no story, is told so; anything else is a fault of the reader.
        let isTold = problem.hasSuffix("no text in it") || problem.contains("this is a <")
        if !isTold, !file.contains("LISTING_24") { missed.append(file + ": " + problem) }
      } else {
        loaded += 1
      }
    }
    #expect(missed == [])
    #expect(loaded >= 108, "\(loaded)")
  }
}

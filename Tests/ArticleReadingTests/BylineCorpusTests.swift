import ArticleReading
import ClaimModel
import Foundation
import Lexicons
import Testing

/// Word-segmented stories and who their bylines credit, where they lie beside the project.
private enum Bylined {
  struct Row {
    var file: URL
    /// As credited, with their separators: "AFP / Reuters".
    var agencies: String
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/corpus/vietnews-bylined").standardizedFileURL

  private static let table = folder.appending(path: "bylines.tsv")
  static var isThere: Bool { FileManager.default.fileExists(atPath: table.path()) }

  static func rows() throws -> [Row] {
    try String(contentsOf: table, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      return Row(file: folder.appending(path: String(columns[1])), agencies: String(columns[3]))
    }
  }

  /// The names that agencies are known by, in bare letters: "Tân_Hoa_Xã / RT" → rt, xinhua.
  static func canonical(_ names: [String]) -> Set<String> {
    Set(
      names.flatMap { $0.split { "/,;&".contains($0) } }.map { name in
        let name = AgencyRegistry.shared.entry(named: name)?.name ?? String(name)
        return Folding.folded(name).filter { $0.isLetter || $0.isNumber }
      })
  }
}

@Suite(.enabled(if: Bylined.isThere, "needs ../shared/corpus/vietnews-bylined"))
struct BylineCorpusTests {
  @Test("The agencies of at least 97 % of the bylined stories are right")
  func agencies() throws {
    var right = 0
    var wrong = [String]()
    for row in try Bylined.rows() {
      let article = try ArticleReader.article(
        named: row.file.lastPathComponent, bytes: [UInt8](Data(contentsOf: row.file)))
      let found = article.byline?.agencies ?? []
      if Bylined.canonical(found) == Bylined.canonical([row.agencies]) {
        right += 1
      } else {
        wrong.append("\(article.name): \(row.agencies), found \(found)")
      }
    }
    let total = right + wrong.count
    try #require(total > 0)
    let words = "agencies of \(right) of \(total) bylined stories are right"
    print(words)
    #expect(
      Double(right) / Double(total) >= 0.97,
      "\(words)\n\(wrong.prefix(40).joined(separator: "\n"))")
  }
}

import ArticleReading
import ClaimExtraction
import ClaimModel
import Foundation
import Lexicons
import Testing

/// Stories in plain and in word-segmented form, where they lie beside the project.
enum Twins {
  static let folder = CaseFolder.shared.appending(path: "corpus/vi-twins/clusters")

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path()) }

  private static let (plain, segmented) = (".body.txt", ".body.tok.txt")

  /// `count` stories, evenly spaced among all of them.
  static func pairs(_ count: Int) throws -> [(plain: URL, segmented: URL)] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(plain) }.sorted()
    let chosen = min(count, names.count)
    return (0..<chosen).map { number in
      let name = names[number * names.count / chosen]
      let twin = String(name.dropLast(plain.count)) + segmented
      return (folder.appending(path: name), folder.appending(path: twin))
    }
  }

  /// The claims of a story, each as its kind, source, cue and content in bare letters and digits.
  static func claims(of file: URL) throws -> [String] {
    let article = try ArticleReader.article(
      named: file.lastPathComponent, bytes: [UInt8](Data(contentsOf: file)))
    return ClaimExtractor().claims(in: article).map { claim in
      let columns = [claim.source, claim.cue, claim.content].map { spans in
        spans.map { letters(article.text($0)) }.joined()
      }
      return ([claim.kind.rawValue] + columns).joined(separator: " | ")
    }
  }

  private static func letters(_ text: String) -> String {
    Folding.folded(text.precomposedStringWithCanonicalMapping)
      .filter { $0.isLetter || $0.isNumber }
  }
}

@Suite(.enabled(if: Twins.isThere, "needs ../shared/corpus/vi-twins"))
struct TwinTests {
  @Test("At least 98 % of the claims of a segmented story are those of its plain twin")
  func twins() throws {
    var equal = 0
    var total = 0
    var different = [String]()
    for (plain, segmented) in try Twins.pairs(300) {
      let (one, other) = (try Twins.claims(of: plain), try Twins.claims(of: segmented))
      total += one.count + other.count
      let changes = other.sorted().difference(from: one.sorted())
      equal += one.count + other.count - changes.count
      for change in changes {
        switch change {
        case .remove(_, let claim, _): different.append("\(plain.lastPathComponent) - \(claim)")
        case .insert(_, let claim, _): different.append("\(plain.lastPathComponent) + \(claim)")
        }
      }
    }
    try #require(total > 0)
    let share = Double(equal) / Double(total)
    let examples = different.prefix(40).joined(separator: "\n")
    #expect(
      share >= 0.98, "\(equal) of \(total) claims are equal; plain -, segmented +:\n\(examples)")
  }
}

import ArticleReading
import ClaimModel
import Foundation
import Testing

/// Pages of our own, with the story that is on each.
struct PageSample: CustomTestStringConvertible {
  struct Picture: Codable, Equatable {
    var text: String
    var credit: String?
  }

  struct Expected: Codable, Equatable {
    var title: String?
    var lead: String?
    var author: [String]
    var agencies: [String]
    var date: String?
    var updated: String?
    var url: String?
    var section: String?
    var captions: [Picture]
    var body: [String]
  }

  let name: String
  let bytes: [UInt8]
  let expected: Expected

  var testDescription: String { name }

  static let own = samples(
    in: URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Samples"))

  static let shared = URL(filePath: #filePath)
    .appending(path: "../../../../../shared/corpus/pages").standardizedFileURL

  static func samples(in folder: URL) -> [PageSample] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".html") }.sorted().compactMap { file in
      let page = folder.appending(path: file)
      guard let bytes = try? Data(contentsOf: page),
        let json = try? Data(
          contentsOf: page.deletingPathExtension().appendingPathExtension("json")),
        let expected = try? JSONDecoder().decode(Expected.self, from: json)
      else { return nil }
      return PageSample(name: file, bytes: [UInt8](bytes), expected: expected)
    }
  }
}

/// What a format makes of bytes.
struct PageReading {
  var articles = [Article]()
  var errors = [ReadingError]()
  var told = [String]()

  init(
    _ bytes: [UInt8], as format: any StoryFormat.Type = HTMLFormat.self, named name: String = "a"
  ) {
    let box = Told()
    let input = StoryInput(name: name, told: { box.add($0) })
    var articles = [Article]()
    errors = bytes.withUnsafeBufferPointer { bytes in
      format.stories(in: bytes, of: input) { articles.append($0) }
    }
    self.articles = articles
    told = box.all
  }

  init(_ page: String) { self.init(Array(page.utf8)) }

  private final class Told: @unchecked Sendable {
    private let lock = NSLock()
    private var texts = [String]()
    func add(_ text: String) { lock.withLock { texts.append(text) } }
    var all: [String] { lock.withLock { texts } }
  }
}

extension PageSample.Expected {
  /// An article as a page's expected story is written.
  init(_ article: Article) {
    let origin = article.origin
    let marked =
      [article.title, origin?.lead, article.byline?.span].compactMap { $0 }
      + article.captions.map(\.span)
    var lines = [String]()
    var start = 0
    for line in article.text.split(separator: "\n", omittingEmptySubsequences: false) {
      let span = TextSpan(start, start + line.utf8.count)
      if !marked.contains(where: { $0.overlaps(span) }) { lines.append(String(line)) }
      start = span.end + 1
    }
    self.init(
      title: article.title.map(article.text), lead: origin?.lead.map(article.text),
      author: origin?.authors ?? [], agencies: article.agencies,
      date: origin?.published?.description, updated: origin?.updated?.description,
      url: article.url, section: origin?.section,
      captions: article.captions.map {
        PageSample.Picture(text: article.text($0.span), credit: $0.credit)
      }, body: lines)
  }
}

import ClaimModel
import Testing

@testable import FactStore

@Suite("Postings")
struct PostingTests {
  /// A store after random operations, looked at after each of them.
  private func wander(seed: UInt64, _ check: (FactStore) throws -> Void) throws {
    var operations = RandomOperations(seed: seed)
    var store = FactStore()
    for _ in 0..<80 {
      _ = try? store.apply(operations.next(in: store))
      try check(store)
    }
  }

  @Test(
    "of sources give what a look at each claim gives, after every operation",
    arguments: [UInt64](1...12))
  func sources(seed: UInt64) throws {
    let roles: [AttributionRole?] = [.saidBy, .reportedBy, nil]
    try wander(seed: seed) { store in
      let records = store.claims.compactMap(store.claim)
      for words in ["AFP", "vu an", "Thu Hà", "ha", "mai", "x", "h*"] {
        let isPrefix = words.hasSuffix("*")
        let pattern = try #require(
          TextPattern(isPrefix ? words.dropLast() : words[...], isPrefix: isPrefix))
        let meant = Set(
          store.sources.filter { $0.source.names.contains(where: pattern.matches) }.map(\.name))
        for role in roles {
          let found = store.select(Selection(.criterion(.source(.words(pattern), role))))
          let wanted = records.filter { record in
            record.attributions.contains {
              (role ?? $0.role) == $0.role && meant.contains($0.source)
            }
          }
          #expect(found == wanted.map(\.id), "\(words) as \(role?.rawValue ?? "either")")
        }
      }
    }
  }

  @Test(
    "of stories give what reading every story gives, after every operation",
    arguments: [UInt64](1...6))
  func stories(seed: UInt64) throws {
    try wander(seed: seed) { store in
      for items in [
        ["mưa"], ["mua", "số"], ["Vũ An"], ["đ*"], ["mư*", "1"], ["an noi"], ["nắng"],
      ] {
        let found = try store.find(items).map { Hit(article: $0.article, span: $0.span) }
        #expect(found == Self.read(store.articles, items), "\(items)")
      }
    }
  }

  private struct Hit: Equatable {
    var article: ArticleID
    var span: TextSpan
  }

  private static func read(_ articles: [ArticleRecord], _ items: [String]) -> [Hit] {
    articles.flatMap { record -> [Hit] in
      var text = record.article.text
      let places = text.withUTF8 { bytes in
        items.map { item -> [TextSpan] in
          let isPrefix = item.hasSuffix("*")
          guard
            let pattern = TextPattern(isPrefix ? item.dropLast() : item[...], isPrefix: isPrefix)
          else { return [] }
          return MappedWords(bytes, in: 0..<bytes.count, pattern.spelling).places(of: pattern)
        }
      }
      guard places.allSatisfy({ !$0.isEmpty }) else { return [] }
      return places.flatMap { $0 }.sorted().map { Hit(article: record.id, span: $0) }
    }
  }

  @Test(
    "of a mention's names reach every spelling of them",
    arguments: ["Hòa_Bình", "Hoà  Bình", "Ho\u{300}a Bi\u{300}nh", "HOÀ BÌNH", "(Hòa)-Bình"])
  func spellings(words: String) throws {
    var store = FactStore()
    let story = Stories.story("h.txt", "Mưa lớn ở \(words).", agencies: [], claims: [])
    try store.apply(.load([Stories.fire, story]))
    try store.apply(.addSource(Source(name: "Hoà Bình", kind: .unknown)))
    let record = try #require(store.source(named: "Hoà Bình"))
    #expect(store.mentions(of: record).map(\.article) == [ArticleID(2)])
    #expect(try store.find(["hoa b*"]).map(\.article) == [ArticleID(2)])
  }
}

import ClaimModel

@testable import FactStore

/// Invented stories whose claims came through others.
enum ChainStories {
  /// c1 carries c2, c3 carries c4; c5 has a source without a name, c6 none.
  static let missing = story(
    "missing.txt",
    "Theo AFP, cảnh sát cho biết 40 người mất tích. Reuters dẫn lời ông Lê Văn Tám nói 12 người đã "
      + "chết. Một nguồn tin nói với Kyodo rằng cảng đóng cửa, vì không được phép phát ngôn. Biển "
      + "động.",
    claims: [
      claim("cảnh sát cho biết 40 người mất tích", "AFP", .agency, inner: 1),
      claim("40 người mất tích", "cảnh sát", .government, hops: ["cảnh sát", "AFP"]),
      claim("ông Lê Văn Tám nói 12 người đã chết", "Reuters", .agency, inner: 3),
      claim("12 người đã chết", "Lê Văn Tám", .person, hops: ["Lê Văn Tám", "Reuters"]),
      claim(
        "cảng đóng cửa", "Một nguồn tin", .person, hops: ["nguồn tin", "Kyodo"],
        reason: "không được phép phát ngôn"),
      claim("Biển động", nil, .unknown),
    ])

  struct TestClaim {
    var words: String
    var speaker: String?
    var kind: SourceKind
    var hops: [String] = []
    var isNameless = false
    var reason: String?
    var inner: Int?
  }

  static func claim(
    _ words: String, _ speaker: String?, _ kind: SourceKind, hops: [String] = [],
    isNameless: Bool = false, reason: String? = nil, inner: Int? = nil
  ) -> TestClaim {
    TestClaim(
      words: words, speaker: speaker, kind: kind, hops: hops,
      isNameless: isNameless || reason != nil, reason: reason, inner: inner)
  }

  /// Hops are newsrooms if they are one of a few agencies, or joined names of these.
  static func story(
    _ name: String, _ text: String, agencies: [String] = [], day: CalendarDay? = nil,
    claims: [TestClaim]
  ) -> LoadedArticle {
    let all = TextSpan(0, text.utf8.count)
    var article = Article(name: name, text: text, language: .vietnamese, body: [all], date: day)
    if !agencies.isEmpty {
      article.byline = Byline(span: TextSpan(all.end, all.end), agencies: agencies)
    }
    let packed = claims.map { made -> Claim in
      Claim(
        kind: made.speaker == nil ? .narrated : .indirect,
        content: [Stories.span(made.words, text)],
        source: made.speaker.map { [Stories.span($0, text)] } ?? [],
        speaker: made.speaker.map { Speaker(name: $0, kind: made.kind) }, worth: 0.5,
        context: all, hops: made.hops.map { hop($0, text) },
        anonymity: made.isNameless
          ? Anonymity(reason: made.reason.map { Stories.span($0, text) }) : nil,
        inner: made.inner)
    }
    return LoadedArticle(article: article, claims: PackedClaims(packed))
  }

  private static func hop(_ name: String, _ text: String) -> Hop {
    let agencies = ["AFP", "Reuters", "Kyodo", "Xinhua", "CNN"]
    let isNewsroom = agencies.contains { name.contains($0) }
    return Hop(
      name: name, span: Stories.span(name, text),
      kind: isNewsroom ? .agency : name == "Facebook" ? .medium : .person)
  }

  static func store(_ stories: [LoadedArticle]) throws -> FactStore {
    var store = FactStore()
    for story in stories { try store.apply(.load([story])) }
    return store
  }
}

extension FactStore {
  /// "c2 c4": what a query selects.
  func found(_ query: String) throws -> String {
    select(try Selection.parse(query, saved: SavedQueryTexts())).map(\.description)
      .joined(separator: " ")
  }
}

import ClaimModel
import FactStore

/// A story whose claims are marked by hand, so that tests of commands do not hang on what the
/// extractor finds.
struct TestStory {
  var article: Article
  var claims: [Claim] = []

  init(
    _ text: String, title: String? = nil, byline: String? = nil, author: String? = nil,
    agencies: [String] = [], language: ArticleLanguage = .vietnamese
  ) {
    article = Article(name: "", text: text, language: language)
    article.title = title.map(span)
    article.byline = byline.map { Byline(span: span($0), author: author, agencies: agencies) }
    var start = article.title?.end ?? 0
    while Array(" .\n".utf8).contains(Array(text.utf8)[start]) { start += 1 }
    article.body = [TextSpan(start, article.byline?.span.start ?? text.utf8.count)]
  }

  /// Where words stand in the text, for the first time.
  func span(_ words: String) -> TextSpan {
    let text = Array(article.text.utf8)
    let wanted = Array(words.utf8)
    let start = text.indices.first { text[$0...].starts(with: wanted) } ?? 0
    return TextSpan(start, start + wanted.count)
  }

  func claim(
    _ kind: ClaimKind, _ words: String, cue: String? = nil, source: String? = nil,
    speaker: String? = nil, in sentence: (number: Int, words: String), worth: Double = 0.5,
    figures: [(words: String, value: Double, comparator: Comparator, unit: String)] = []
  ) -> TestStory {
    var story = self
    story.claims.append(
      Claim(
        kind: kind, content: [span(words)], cue: cue.map { [span($0)] } ?? [],
        source: source.map { [span($0)] } ?? [],
        speaker: (speaker ?? source).map { Speaker(name: $0, kind: .person, reason: "named") },
        quantities: figures.map {
          Quantity(span: span($0.words), value: $0.value, comparator: $0.comparator, unit: $0.unit)
        },
        worth: worth, sentence: sentence.number, context: span(sentence.words)))
    return story
  }

  func loaded(as name: String) -> LoadedArticle {
    var article = article
    article.name = name
    return LoadedArticle(article: article, claims: PackedClaims(claims))
  }

  /// Segmented Vietnamese, with a byline.
  static let bridge = TestStory(
    "Cầu Bến_Lụa sập một nhịp . Ông Trần_Kha cho biết ít_nhất 3 xe tải rơi xuống sông . "
      + "\" Chúng_tôi đã đóng cầu \" , ông nói . Nước sông dâng 2 mét . "
      + "Hải_Đăng ( Theo AFP , Reuters )",
    title: "Cầu Bến_Lụa sập một nhịp", byline: "Hải_Đăng ( Theo AFP , Reuters )",
    author: "Hải Đăng", agencies: ["AFP", "Reuters"]
  )
  .claim(
    .narrated, "Cầu Bến_Lụa sập một nhịp", in: (0, "Cầu Bến_Lụa sập một nhịp"), worth: 0.3
  )
  .claim(
    .indirect, "ít_nhất 3 xe tải rơi xuống sông", cue: "cho biết", source: "Ông Trần_Kha",
    speaker: "Trần Kha", in: (1, "Ông Trần_Kha cho biết ít_nhất 3 xe tải rơi xuống sông ."),
    worth: 0.86, figures: [("ít_nhất 3 xe tải", 3, .atLeast, "xe tải")]
  )
  .claim(
    .direct, "\" Chúng_tôi đã đóng cầu \"", cue: "nói", source: "ông", speaker: "Trần Kha",
    in: (2, "\" Chúng_tôi đã đóng cầu \" , ông nói ."), worth: 0.4
  )
  .claim(
    .narrated, "Nước sông dâng 2 mét", in: (3, "Nước sông dâng 2 mét ."), worth: 0.5,
    figures: [("2 mét", 2, .equal, "mét")])

  /// English, with an agency and no author.
  static let ferry = TestStory(
    "Ferry line reopens.\nHarbour chief Mara Quill said the ferry would run hourly.\n(Xinhua)",
    title: "Ferry line reopens.", byline: "(Xinhua)", agencies: ["Xinhua"], language: .english
  )
  .claim(.narrated, "Ferry line reopens", in: (0, "Ferry line reopens."), worth: 0.2)
  .claim(
    .indirect, "the ferry would run hourly", cue: "said", source: "Harbour chief Mara Quill",
    speaker: "Mara Quill",
    in: (1, "Harbour chief Mara Quill said the ferry would run hourly."), worth: 0.55)

  static let both = [("cau-ben-lua.txt", bridge), ("ferry.txt", ferry)]
}

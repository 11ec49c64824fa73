internal import ClaimModel

/// A story of which claim records tell, with those that were read.
struct ClaimedStory {
  let article: Article
  private let places: CodePointPlaces
  private var claims: [(number: Int, claim: Claim, inner: Int?)] = []

  init(_ record: ClaimRecordMembers, _ words: ReadingWords) throws(ClaimRecordFault) {
    guard let text = try record.text("text") else {
      throw .missing(
        "text", remedy: "the story's own text is needed: extract it anew, or load the story")
    }
    places = CodePointPlaces(text)
    article = try Self.article(record, text, places, words)
  }

  private static func article(
    _ record: ClaimRecordMembers, _ text: String, _ places: CodePointPlaces, _ words: ReadingWords
  ) throws(ClaimRecordFault) -> Article {
    let body = try record.spans("body", places)
    let title = try record.span("title", places)
    let language = try record.choice("language", of: ArticleLanguage.self)
    let name = try record.required("article")
    let date = try record.text("date").map { StoryTime(iso: $0) }
    if case .some(.none) = date { throw .wrong("date", "a day such as \"2024-01-05\"") }
    // Records without the parts of the text: they are told apart anew.
    var article =
      body.isEmpty && title == nil
      ? ArticleReader.article(
        named: name, text: text, date: date??.day, language: language, words: words)
      : Article(
        name: name, text: text, language: language ?? .unknown, title: title, body: body,
        captions: try captions(record, places), byline: try byline(record, places),
        dateline: try dateline(record, places), date: date??.day)
    article.url = try record.text("url")
    let headline = try record.text("headline")
    if headline != article.headline { article.givenTitle = headline }
    article.origin = try origin(record, places, article, published: date ?? nil)
    return article
  }

  private static func origin(
    _ record: ClaimRecordMembers, _ places: CodePointPlaces, _ article: Article,
    published: StoryTime?
  ) throws(ClaimRecordFault) -> StoryOrigin {
    let authors = try record.texts("authors")
    return StoryOrigin(
      form: ClaimsFormat.name, lead: try record.span("lead", places),
      authors: authors == article.authors ? [] : authors,
      agencies: try record.texts("agencies").filter { !article.agencies.contains($0) },
      published: published?.second == nil ? nil : published,
      updated: try record.text("updated").flatMap { StoryTime(iso: $0) },
      section: try record.text("section"))
  }

  private static func captions(
    _ record: ClaimRecordMembers, _ places: CodePointPlaces
  ) throws(ClaimRecordFault) -> [Caption] {
    var captions = [Caption]()
    for caption in try record.objects("captions") {
      guard let span = try caption.span("span", places) else { throw .missing("captions.span") }
      captions.append(Caption(span: span, credit: try caption.text("credit")))
    }
    return captions
  }

  private static func byline(
    _ record: ClaimRecordMembers, _ places: CodePointPlaces
  ) throws(ClaimRecordFault) -> Byline? {
    guard let byline = try record.object("byline") else { return nil }
    guard let span = try byline.span("span", places) else { throw .missing("byline.span") }
    return Byline(
      span: span, author: try byline.text("author"), agencies: try byline.texts("agencies"))
  }

  private static func dateline(
    _ record: ClaimRecordMembers, _ places: CodePointPlaces
  ) throws(ClaimRecordFault) -> Dateline? {
    guard let dateline = try record.object("dateline") else { return nil }
    guard let span = try dateline.span("span", places) else { throw .missing("dateline.span") }
    return Dateline(
      span: span, place: try dateline.text("place"), agencies: try dateline.texts("agencies"))
  }

  /// Adds a claim; false where its words do not stand in this story.
  mutating func add(_ record: ClaimRecordMembers) throws(ClaimRecordFault) -> Bool {
    let reader = ClaimRecordReader(record: record, places: places, text: article.text)
    let claim = try reader.claim()
    guard try reader.standsInText() else { return false }
    claims.append(
      (
        try record.text("id").flatMap(Self.number) ?? claims.count + 1, claim,
        try record.text("inner").flatMap(Self.number)
      ))
    return true
  }

  /// "c3" → 3
  private static func number(_ id: String) -> Int? {
    id.hasPrefix("c") ? Int(id.dropFirst()) : nil
  }

  /// The claims in the order of their ids; one that is there twice, once.
  var packed: PackedClaims {
    var sorted = claims
    if !zip(claims, claims.dropFirst()).allSatisfy({ $0.number < $1.number }) {
      sorted = claims.enumerated()
        .sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }
        .map(\.element)
      for at in sorted.indices.dropFirst().reversed()
      where sorted[at].number == sorted[at - 1].number && sorted[at].claim == sorted[at - 1].claim {
        sorted.remove(at: at)
      }
    }
    return PackedClaims(
      sorted.map { item in
        var claim = item.claim
        claim.inner = item.inner.flatMap { inner in sorted.firstIndex { $0.number == inner } }
        return claim
      })
  }
}

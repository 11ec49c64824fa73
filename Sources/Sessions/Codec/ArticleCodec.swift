internal import ClaimModel
internal import Digests
internal import FactStore
internal import JSONText

/// An article with its claims as JSON: `{"id": "a1", "text": …, "claims": […]}`.
enum ArticleCodec {
  static let knownMembers: Set<String> = [
    "body", "byline", "captions", "capture", "claims", "date", "dateline", "encoding",
    "givenAuthor", "givenTitle", "id", "language", "name", "origin", "sha256", "text", "title",
    "url",
  ]

  static func object(_ loaded: LoadedArticle, id: ArticleID, sha256: String? = nil) -> JSONObject {
    let article = loaded.article
    let spans = SpanCodec(text: article.text)
    var object = JSONObject()
    add(ArticleStructure(of: article), spans, to: &object)
    object.add("capture", article.capture.map(OriginCodec.json))
    object.add("claims", list: loaded.claims.map(spans.json))
    object.add("date", article.date?.description)
    object.add("encoding", article.encoding)
    object.add("givenAuthor", article.givenAuthor)
    object.add("givenTitle", article.givenTitle)
    object.add("id", id.description)
    object.add("language", article.language.rawValue)
    object.add("name", article.name)
    object.add("origin", article.origin.map { OriginCodec.json($0, spans) })
    object.add("sha256", sha256 ?? self.sha256(article.text))
    object.add("text", article.text)
    object.add("url", article.url)
    return object
  }

  static func add(_ parts: ArticleStructure, _ spans: SpanCodec, to object: inout JSONObject) {
    object.add("body", list: spans.json(parts.body))
    object.add("byline", parts.byline.map { json($0, spans) })
    object.add("captions", list: parts.captions.map { json($0, spans) })
    object.add("dateline", parts.dateline.map { json($0, spans) })
    object.add("title", parts.title.map(spans.json))
  }

  static func article(_ value: JSONValue) throws(FormatError) -> LoadedArticle {
    let object = try value.object()
    let text = try object.text("text")
    let spans = SpanCodec(text: text)
    let plain = Article(
      name: try object.text("name"), text: text,
      language: try object.choice("language", of: ArticleLanguage.self),
      date: try object.optional("date", day), encoding: try object.text("encoding"),
      url: try object.optionalText("url"), givenTitle: try object.optionalText("givenTitle"),
      givenAuthor: try object.optionalText("givenAuthor"),
      origin: try object.optional("origin") { value throws(FormatError) in
        try OriginCodec.origin(value, spans)
      },
      capture: try object.optional("capture", OriginCodec.capture))
    let article = try structure(object, spans).applied(to: plain)
    let claims = PackedClaims(try object.list("claims", spans.claim))
    return LoadedArticle(article: article, claims: claims)
  }

  static func structure(
    _ object: JSONObject, _ spans: SpanCodec
  ) throws(FormatError) -> ArticleStructure {
    ArticleStructure(
      title: try object.optional("title", spans.span),
      body: try object.list("body", spans.span),
      captions: try object.list("captions") { caption throws(FormatError) in
        let caption = try caption.object()
        return Caption(
          span: try caption.field("span", spans.span),
          credit: try caption.optionalText("credit"))
      },
      byline: try object.optional("byline") { byline throws(FormatError) in
        let byline = try byline.object()
        return Byline(
          span: try byline.field("span", spans.span),
          author: try byline.optionalText("author"), agencies: try byline.texts("agencies"))
      },
      dateline: try object.optional("dateline") { dateline throws(FormatError) in
        let dateline = try dateline.object()
        return Dateline(
          span: try dateline.field("span", spans.span),
          place: try dateline.optionalText("place"), agencies: try dateline.texts("agencies"))
      })
  }

  /// 64 hexadecimal digits: the SHA-256 of the text's UTF-8.
  static func sha256(_ text: String) -> String {
    var text = text
    return text.withUTF8 { sha256(UnsafeRawBufferPointer($0)) }
  }

  static func sha256(_ bytes: UnsafeRawBufferPointer) -> String {
    SHA256.digest(bytes).hexadecimal
  }

  static func sha256(_ bytes: [UInt8]) -> String { SHA256.digest(bytes).hexadecimal }

  private static func json(_ byline: Byline, _ spans: SpanCodec) -> JSONValue {
    var object = JSONObject()
    object.add("agencies", texts: byline.agencies)
    object.add("author", byline.author)
    object.append("span", spans.json(byline.span))
    return .object(object)
  }

  private static func json(_ caption: Caption, _ spans: SpanCodec) -> JSONValue {
    var object = JSONObject()
    object.add("credit", caption.credit)
    object.append("span", spans.json(caption.span))
    return .object(object)
  }

  private static func json(_ dateline: Dateline, _ spans: SpanCodec) -> JSONValue {
    var object = JSONObject()
    object.add("agencies", texts: dateline.agencies)
    object.add("place", dateline.place)
    object.append("span", spans.json(dateline.span))
    return .object(object)
  }

  static func day(_ value: JSONValue) throws(FormatError) -> CalendarDay {
    let text = try value.string()
    guard let day = Timestamp(parsing: text + "T00:00:00Z")?.day else {
      throw FormatError(.wrongValue(text, expected: "a day such as 2024-01-05", nearest: nil))
    }
    return day
  }
}

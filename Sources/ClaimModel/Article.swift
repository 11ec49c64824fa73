/// One story as loaded. Its text is kept byte for byte as it was decoded; spans point into it.
package struct Article: Sendable, Hashable {
  /// Where it came from: a path as given, "-" for standard input, or a record's own id.
  package var name: String
  package var text: String
  package var language: ArticleLanguage
  /// The headline, without the full stop or space that follows it.
  package var title: TextSpan?
  /// What is prose of the story: paragraphs in text order, without title, captions, byline
  /// and dateline. A story in one line has one or more pieces, split around its captions.
  package var body: [TextSpan]
  package var captions: [Caption]
  package var byline: Byline?
  /// "PARIS (AFP) -" at the head of the first paragraph.
  package var dateline: Dateline?
  /// The story's own date, where it states one or its format carries one.
  package var date: CalendarDay?
  /// The encoding it was stored in, as named to people: "UTF-8", "UTF-16LE", "Windows-1258".
  package var encoding: String
  /// Where it was published.
  package var url: String?
  /// A headline that somebody gave, in the place of the one that the text has.
  package var givenTitle: String?
  /// An author that somebody gave, in the place of the one that the byline names.
  package var givenAuthor: String?
  /// What its page, feed or wire says of it; nil of plain text.
  package var origin: StoryOrigin?
  /// The bytes that it was read from; nil where nobody kept their digest.
  package var capture: Capture?

  package init(
    name: String, text: String, language: ArticleLanguage = .unknown, title: TextSpan? = nil,
    body: [TextSpan] = [], captions: [Caption] = [], byline: Byline? = nil,
    dateline: Dateline? = nil, date: CalendarDay? = nil, encoding: String = "UTF-8",
    url: String? = nil, givenTitle: String? = nil, givenAuthor: String? = nil,
    origin: StoryOrigin? = nil, capture: Capture? = nil
  ) {
    self.name = name
    self.text = text
    self.language = language
    self.title = title
    self.body = body
    self.captions = captions
    self.byline = byline
    self.dateline = dateline
    self.date = date
    self.encoding = encoding
    self.url = url
    self.givenTitle = givenTitle
    self.givenAuthor = givenAuthor
    self.origin = origin
    self.capture = capture
  }

  /// As it was given, else as the text has it; nil if it has none.
  package var headline: String? { givenTitle ?? title.map(text) }

  /// As it was given, else as the byline names it.
  package var author: String? {
    if let author = givenAuthor ?? byline?.author { return author }
    guard let authors = origin?.authors, !authors.isEmpty else { return nil }
    return authors.joined(separator: ", ")
  }

  /// Agencies from the byline, the dateline and the form it came in, canonical names, each once,
  /// in text order.
  package var agencies: [String] {
    var names = dateline?.agencies ?? []
    for name in (byline?.agencies ?? []) + (origin?.agencies ?? []) where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  /// The exact text under a span; the empty string where the span does not lie in the text.
  package func text(_ span: TextSpan) -> String { text.utf8Slice(span) }
}

/// A photo caption that stands in the story's text.
package struct Caption: Sendable, Hashable {
  package var span: TextSpan
  /// Whom the picture is from, as written with spaces for underscores: "US Army".
  package var credit: String?
  package init(span: TextSpan, credit: String? = nil) {
    self.span = span
    self.credit = credit
  }
}

/// The sign-off: `Nguyễn_Tiến ( Theo AFP , Reuters )`.
package struct Byline: Sendable, Hashable {
  package var span: TextSpan
  /// As written with spaces for underscores: "Nguyễn Tiến".
  package var author: String?
  /// Canonical names of agencies and outlets: ["AFP", "Reuters"].
  package var agencies: [String]
  package init(span: TextSpan, author: String? = nil, agencies: [String] = []) {
    self.span = span
    self.author = author
    self.agencies = agencies
  }
}

/// "WASHINGTON, Jan 5 (Reuters) -": place, date and agency before the first sentence.
package struct Dateline: Sendable, Hashable {
  package var span: TextSpan
  package var place: String?
  package var agencies: [String]
  package init(span: TextSpan, place: String? = nil, agencies: [String] = []) {
    self.span = span
    self.place = place
    self.agencies = agencies
  }
}

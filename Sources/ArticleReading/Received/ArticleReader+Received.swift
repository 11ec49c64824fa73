package import ClaimModel
internal import Languages
internal import Lexicons

extension ArticleReader {
  /// The article of a story that came in a form; nil where it has no word.
  ///
  /// Where its parts are told apart by the form (`partsAreGiven`), only a dateline and a sign-off
  /// are looked for in its paragraphs; else captions, byline and furniture are, as in plain text.
  package static func article(
    of story: ReceivedStory, named name: String, words: ReadingWords = .standard
  ) -> Article? {
    let text = ReceivedText(story)
    guard !text.bytes.isEmpty else { return nil }
    var article =
      story.partsAreGiven
      ? given(text, story, named: name, words)
      : read(text, story, named: name, words)
    article.encoding = story.encoding
    article.url = story.url
    article.origin = story.origin
    article.origin?.lead = text.lead
    article.origin?.entries = text.entries
    article.origin?.notices += NoticeWords.notices(of: text).filter { found in
      !story.origin.notices.contains { $0.kind == found.kind }
    }
    article.date = story.origin.published?.day ?? article.date
    return article
  }

  private static func read(
    _ text: ReceivedText, _ story: ReceivedStory, named name: String, _ words: ReadingWords
  ) -> Article {
    let whole = String(decoding: text.bytes, as: UTF8.self)
    let title = text.title.map { whole.utf8Slice($0) }
    var article = Self.article(
      named: name, text: whole, title: title, language: story.language, words: words)
    let marked = text.captions.map(\.span) + text.bylines
    article.captions =
      article.captions.filter { caption in !marked.contains { $0.overlaps(caption.span) } }
      + text.captions
    article.captions.sort { $0.span < $1.span }
    text.bytes.withUnsafeBufferPointer { bytes in
      article.captions = CaptionCredits.filled(
        article.captions, in: bytes, words.language(article.language), words)
    }
    article.body.removeAll { piece in marked.contains { $0.overlaps(piece) } }
    if article.byline == nil {
      article.byline = byline(text, article.language, words)
    }
    return article
  }

  private static func given(
    _ text: ReceivedText, _ story: ReceivedStory, named name: String, _ words: ReadingWords
  ) -> Article {
    var article = Article(name: name, text: String(decoding: text.bytes, as: UTF8.self))
    article.title = text.title
    article.captions = text.captions
    text.bytes.withUnsafeBufferPointer { bytes in
      article.language = story.language ?? words.language(of: bytes)
      let language = words.language(article.language)
      article.byline = byline(text, article.language, words).map { without(story.publishers, $0) }
      article.captions = CaptionCredits.filled(article.captions, in: bytes, language, words)
      var body = ([text.lead].compactMap { $0 } + text.paragraphs)
      let read = StoryText(bytes, agencies: words.agencies)
      for (index, span) in body.enumerated().prefix(2) {
        let reader = DatelineReader(
          story: read, words: read.words(span, limit: 60), layout: language.layout)
        guard let found = reader.dateline else { continue }
        article.dateline = named(withoutStamp(found.dateline, words), story.origin.agencies, words)
        article.date = found.date
        body[index] = TextLayout.trimmed(bytes, TextSpan(found.dateline.span.end, span.end))
        break
      }
      article.body = body.filter { !$0.isEmpty }.sorted()
    }
    return article
  }

  /// "TTO - …" says no more than which site it is: without a place, only a wire's name is kept.
  private static func withoutStamp(_ dateline: Dateline, _ words: ReadingWords) -> Dateline {
    guard dateline.place == nil else { return dateline }
    var dateline = dateline
    dateline.agencies.removeAll { words.agencies.entry(named: $0)?.kind != .agency }
    return dateline
  }

  /// "(AP)" of a story that names it Associated Press elsewhere: by that name.
  private static func named(
    _ dateline: Dateline, _ agencies: [String], _ words: ReadingWords
  ) -> Dateline {
    var dateline = dateline
    dateline.agencies = dateline.agencies.map { name in
      guard !agencies.contains(name), let entry = words.agencies.entry(named: name) else {
        return name
      }
      return agencies.first { words.agencies.entry(named: $0) == entry } ?? name
    }
    return dateline
  }

  /// A byline without the agencies that are the story's own publisher.
  private static func without(_ publishers: [String], _ byline: Byline) -> Byline {
    let own = publishers.map { PageText($0) }
    var byline = byline
    byline.agencies.removeAll { name in own.contains(PageText(name)) }
    return byline
  }

  /// The line that names author and agencies; of several the last one that names an agency, else
  /// the last.
  private static func byline(
    _ text: ReceivedText, _ language: ArticleLanguage, _ words: ReadingWords
  ) -> Byline? {
    text.bytes.withUnsafeBufferPointer { bytes in
      let story = StoryText(bytes, agencies: words.agencies)
      let bylines = text.bylines.map { span in
        // "Theo Barlow" is a name in English.
        let isName = language == .english && story.name(span).hasPrefix("Theo ")
        let found = isName ? nil : SignOffParser(story: story).parse(story.words(span))
        return Byline(
          span: span, author: found?.author.map(story.name), agencies: found?.agencies ?? [])
      }
      guard var byline = bylines.last(where: { !$0.agencies.isEmpty }) ?? bylines.last else {
        return nil
      }
      byline.author = byline.author ?? bylines.compactMap(\.author).first
      return byline
    }
  }
}

internal import ClaimModel

/// What formats share in handing over the stories of one input: all of them, or none.
enum ReceivedInput {
  /// A story that an input holds, and its number in it, from 1.
  struct Item {
    var story: ReceivedStory
    var number: Int
  }

  /// Hands over the stories; those without a word are told. Of an input that may hold several, a
  /// story is named by the input and its number: "feed.xml#2".
  static func deliver(
    _ items: [Item], of input: StoryInput, form: String, numbered: Bool,
    _ body: (Article) -> Void
  ) -> [ReadingError] {
    var articles = [Article]()
    var empty = 0
    for item in items {
      let name = numbered ? "\(input.name)#\(item.number)" : input.name
      if hasText(item.story),
        let article = ArticleReader.article(of: item.story, named: name, words: input.words)
      {
        articles.append(article)
      } else {
        empty += 1
      }
    }
    guard !articles.isEmpty else {
      return [
        malformed(
          input, form, place: nil, "no text in it", remedy: "give one that holds a story")
      ]
    }
    if empty > 0 {
      input.told("\(empty == 1 ? "1 item" : "\(empty) items") without text, left out")
    }
    articles.forEach(body)
    return []
  }

  /// Whether it says anything beside who wrote it.
  private static func hasText(_ story: ReceivedStory) -> Bool {
    story.title != nil || story.lead != nil
      || story.parts.contains { if case .byline = $0 { false } else { true } }
  }

  static func malformed(
    _ input: StoryInput, _ form: String, place: String?, _ problem: String, remedy: String
  ) -> ReadingError {
    ReadingError(
      input: input.name,
      kind: .malformed(form: form, place: place, problem: problem, remedy: remedy))
  }

  /// Blanks alone, or a byte order mark.
  static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.prefix(1 << 16).allSatisfy { $0 <= 0x20 || [0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains($0) }
      && bytes.count <= 1 << 16
  }

  /// The root of an XML input; `form` as people call it: "an RSS feed".
  static func tree(
    _ bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, form: String
  ) throws(ReadingError) -> XMLTree {
    guard !isBlank(bytes) else { throw ReadingError(input: input.name, kind: .empty) }
    do {
      return try XMLTree.read(bytes)
    } catch {
      throw malformed(
        input, form, place: error.place, error.problem,
        remedy: "get it again, whole, or save it as well-formed XML")
    }
  }
}

extension ArticleLanguage {
  /// "vi-VN", "en_US", "vi": a language that is read; nil for any other.
  init?(languageTag tag: String?) {
    guard let tag else { return nil }
    let code = tag.trimmingBlanks().lowercased().prefix { $0 != "-" && $0 != "_" }
    self.init(rawValue: String(code))
  }
}

package import ClaimModel
internal import JSONText

/// JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1): a story an item.
package enum JSONFeedFormat: StoryFormat {
  package static let name = "jsonfeed"
  package static let summary = "a JSON feed: a story an item"
  package static let endings: [String] = []
  package static let order = 42

  private static let form = "a JSON feed"

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let head = JSONHead(bytes), !head.isArray, let version = head.texts["version"] else {
      return false
    }
    // JSON may write a slash as "\/".
    return version.filter { $0 != "\\" }.contains("jsonfeed.org/version/")
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    do throws(ReadingError) {
      let value = try ReceivedJSON.value(bytes, of: input, form: form)
      guard case .object(let feed) = value else {
        throw fault(input, nil, "no object", "a feed is an object with \"version\" and \"items\"")
      }
      guard case .array(let items)? = feed["items"] else {
        throw fault(input, nil, "no list \"items\"", "a feed has its stories in \"items\"")
      }
      var stories = [ReceivedInput.Item]()
      for (index, item) in items.enumerated() {
        guard case .object(let item) = item else {
          throw fault(input, "item \(index + 1)", "no object", "an item is an object with \"id\"")
        }
        stories.append(.init(story: try story(item, of: feed, index, input), number: index + 1))
      }
      guard !stories.isEmpty else {
        throw fault(input, nil, "no item in \"items\"", "give a feed that has items")
      }
      return ReceivedInput.deliver(stories, of: input, form: form, numbered: true, body)
    } catch {
      return [error]
    }
  }

  private static func story(
    _ item: JSONObject, of feed: JSONObject, _ index: Int, _ input: StoryInput
  ) throws(ReadingError) -> ReceivedStory {
    for key in ["title", "content_html", "content_text", "summary", "url", "date_published"] {
      if let value = item[key], value != .null, value.string == nil {
        throw fault(
          input, "item \(index + 1)", "\"\(key)\" is no string", "expected a string there")
      }
    }
    let full =
      item["content_html"]?.string.map(MarkupText.init(html:))
      ?? item["content_text"]?.string.map(MarkupText.init(plain:))
    let content = FeedBody(short: item["summary"]?.string.map(MarkupText.init(html:)), full: full)
    var story = ReceivedStory(
      form: name, title: item["title"]?.string, lead: content.lead, parts: content.parts,
      language: ArticleLanguage(languageTag: (item["language"] ?? feed["language"])?.string),
      url: item["url"]?.string ?? item["external_url"]?.string)
    story.origin.authors = authors(item) ?? authors(feed) ?? []
    story.origin.published = item["date_published"]?.string.flatMap(FeedDate.time)
    story.origin.updated = item["date_modified"]?.string.flatMap(FeedDate.time)
    if case .array(let tags)? = item["tags"] { story.origin.section = tags.first?.string }
    story.origin.identifier = item["id"]?.written
    story.origin.removed = content.removed?.removed ?? []
    return story
  }

  /// `authors` of version 1.1, `author` of 1.0.
  private static func authors(_ object: JSONObject) -> [String]? {
    var values = [JSONValue]()
    if case .array(let list)? = object["authors"] { values = list }
    if let one = object["author"] { values.append(one) }
    let names = FeedNames.authors(
      values.compactMap { if case .object(let author) = $0 { author["name"]?.string } else { nil } }
    )
    return names.isEmpty ? nil : names
  }

  private static func fault(
    _ input: StoryInput, _ place: String?, _ problem: String, _ remedy: String
  ) -> ReadingError {
    ReceivedInput.malformed(input, form, place: place, problem, remedy: remedy)
  }
}

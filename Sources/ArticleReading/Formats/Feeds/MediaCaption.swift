/// What Media RSS says of the pictures of an item: captions and whose they are
/// (https://www.rssboard.org/media-rss). It is no text of the story.
enum MediaCaption {
  static func captions(of item: XMLElement) -> [ReceivedStory.Part] {
    var captions = [ReceivedStory.Part]()
    func visit(_ element: XMLElement, depth: Int) {
      guard depth < 4 else { return }
      for text in element.texts("description", in: FeedSpaces.media) {
        let credit = element.texts("credit", in: FeedSpaces.media).first.map(MarkupText.line)
        let caption = ReceivedStory.Part.caption(MarkupText.line(text), credit: credit)
        if !captions.contains(caption) { captions.append(caption) }
      }
      for inner in element.elements where FeedSpaces.media.contains(inner.namespace) {
        if inner.name == "content" || inner.name == "group" || inner.name == "thumbnail" {
          visit(inner, depth: depth + 1)
        }
      }
    }
    visit(item, depth: 0)
    return captions
  }
}

package import ClaimModel

/// A story in Markdown (CommonMark 0.31.2), with front matter in YAML or TOML or without. A text
/// that has no front matter and no clear mark of Markdown stays plain text.
package enum MarkdownFormat: StoryFormat {
  package static let name = "md"
  package static let summary = "Markdown, with front matter or without"
  package static let endings = [".md", ".markdown"]
  package static let order = 600
  private static let head = 1 << 14

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if let matter = frontMatter(bytes) {
      return matter.members.keys.contains { StoryField.known($0) != nil }
    }
    return MarkdownSigns(UnsafeBufferPointer(rebasing: bytes.prefix(head))).areClear
  }

  /// Whether a text that is named as Markdown has any mark of it.
  static func hasSigns(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    frontMatter(bytes) != nil
      || MarkdownSigns(UnsafeBufferPointer(rebasing: bytes.prefix(head))).areThere
  }

  private static func frontMatter(_ bytes: UnsafeBufferPointer<UInt8>) -> FrontMatter? {
    // A byte order mark, or UTF-16.
    let opens = bytes.prefix(16).contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard opens, let text = HeadText.text(bytes, limit: head),
      text.hasPrefix("---") || text.hasPrefix("+++")
    else { return nil }
    return FrontMatter(linesOf(text))
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    do throws(ReadingError) {
      let decoded: TextDecoder.Decoded
      do throws(TextDecoder.Failure) { decoded = try TextDecoder(bytes: bytes).decoded() } catch {
        throw ReadingError(input: input.name, kind: error.kind)
      }
      let story: ReceivedStory
      do throws(StoryRow.Fault) { story = try self.story(decoded) } catch {
        throw ReadingError(
          input: input.name,
          kind: .malformed(
            form: "a Markdown text", place: "front matter", problem: error.problem,
            remedy: error.remedy))
      }
      guard !story.isEmpty,
        let article = ArticleReader.article(of: story, named: input.name, words: input.words)
      else { throw ReadingError(input: input.name, kind: .empty) }
      body(article)
      return []
    } catch {
      return [error]
    }
  }

  private static func linesOf(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  /// The title is that of the front matter, else the first heading of the first level.
  private static func story(_ decoded: TextDecoder.Decoded) throws(StoryRow.Fault) -> ReceivedStory
  {
    let lines = linesOf(decoded.text)
    let matter = FrontMatter(lines)
    var row = StoryRow()
    for (key, value) in (matter?.members ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let (field, _) = StoryField.known(key), field != .text, row[field] == nil else {
        continue
      }
      row[field] = value
    }
    let read = MarkdownBlocks(matter?.rest ?? lines[...])
    var blocks = read.blocks[...]
    if let title = title(of: blocks) {
      if row[.title] == nil || StoryField.plain(row[.title] ?? "") == StoryField.plain(title.text) {
        row[.title] = title.text
        blocks = blocks.filter { $0 != blocks[title.place] }[...]
      }
    }
    var story = try row.story(form: name, encoding: decoded.encoding)
    story.parts = blocks.map { block in
      switch block {
      case .heading(_, let text), .paragraph(let text): .paragraph(text)
      }
    }
    story.origin.removed = read.leftOut.map { RemovedText(.script, words: $0) }
    return story
  }

  private static func title(
    of blocks: ArraySlice<MarkdownBlocks.Block>
  ) -> (text: String, place: Int)? {
    for (place, block) in blocks.enumerated().prefix(3) {
      if case .heading(1, let text) = block, !text.isEmpty { return (text, place) }
    }
    return nil
  }
}

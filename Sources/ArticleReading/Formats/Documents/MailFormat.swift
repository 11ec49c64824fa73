package import ClaimModel

/// A mail message (RFC 5322, MIME of RFC 2045 to 2047): its subject is the title, its sender the
/// author, its text the story. Files attached are told by name and not read.
package enum MailFormat: StoryFormat {
  package static let name = "eml"
  package static let summary = "a mail message"
  package static let endings = [".eml"]
  package static let order = 410
  private static let form = "a mail message"

  /// A header of known fields and nothing else before the first blank line. A page that was saved
  /// as MHTML is no mail.
  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let header = MessageHeader(UnsafeBufferPointer(rebasing: bytes.prefix(1 << 16)))
    guard header.isWhole, header.bytes("snapshot-content-location") == nil,
      header["from"].map({ !$0.hasPrefix("<Saved by ") }) ?? true
    else { return false }
    let known = [
      "from", "to", "subject", "date", "message-id", "mime-version", "received", "return-path",
      "content-type", "delivered-to", "reply-to", "cc",
    ]
    let found = Set(header.fields.map(\.name)).intersection(known)
    return found.count >= 3 && (found.contains("from") || found.contains("subject"))
      && !found.isDisjoint(with: ["date", "message-id", "mime-version", "received"])
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    let header = MessageHeader(bytes)
    var reader = MailReader()
    do throws(MailReader.Fault) {
      guard header.isWhole, !header.fields.isEmpty else {
        throw MailReader.Fault(place: "header", problem: "a line that is no \"Name: value\"")
      }
      try reader.read(bytes, header)
    } catch {
      return [
        ReceivedInput.malformed(
          input, form, place: error.place, error.problem,
          remedy: "save the message anew from the mail program")
      ]
    }
    let story = story(header, reader)
    guard !reader.parts.isEmpty,
      let article = ArticleReader.article(of: story, named: input.name, words: input.words)
    else {
      return [
        ReceivedInput.malformed(
          input, form, place: nil, "no text in it", remedy: "load the files attached themselves")
      ]
    }
    if !reader.attachments.isEmpty {
      let count = reader.attachments.count
      input.told(
        "\(input.name): \(count == 1 ? "1 file" : "\(count) files") attached, not read: "
          + reader.attachments.prefix(20).joined(separator: ", "))
    }
    body(article)
    return []
  }

  private static func story(_ header: MessageHeader, _ reader: MailReader) -> ReceivedStory {
    var story = ReceivedStory(
      form: name, title: header["subject"].map(subject), parts: reader.parts,
      encoding: reader.encoding)
    story.origin.authors = header["from"].flatMap(sender).map { [$0] } ?? []
    story.origin.published = header["date"].flatMap { FeedDate.time($0) }
    story.origin.identifier = header["message-id"]
    story.language = ArticleLanguage(languageTag: header["content-language"])
    story.origin.removed =
      reader.removed + reader.attachments.map { RemovedText(.attachment, words: $0) }
    return story
  }

  /// "Fwd: Re: Lũ lớn" → "Lũ lớn"
  private static func subject(_ text: String) -> String {
    var rest = text[...]
    while let colon = rest.firstIndex(of: ":"),
      ["re", "fw", "fwd", "tr", "aw", "wg"].contains(rest[..<colon].lowercased())
    {
      rest = rest[rest.index(after: colon)...].drop { $0 == " " }
    }
    return rest.isEmpty ? text : String(rest)
  }

  /// `"An Lê" <an@bao.example>` → An Lê
  private static func sender(_ text: String) -> String? {
    FeedNames.author(text).map { name in
      name.hasPrefix("\"") && name.hasSuffix("\"") && name.count > 1
        ? String(name.dropFirst().dropLast()) : name
    }
  }
}

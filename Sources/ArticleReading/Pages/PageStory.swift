internal import ClaimModel

/// From a page's bytes to the story on it.
enum PageStory {
  static let form = "a web page"
  /// Bytes of a page.
  static let sizeLimit = 64 << 20
  /// Bytes of text in which a language may not show.
  private static let shortText = 600

  /// `charset` and `address` stand outside the page: in the header of a response.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, charset: String? = nil,
    address: String? = nil, form name: String = HTMLFormat.name
  ) throws(ReadingError) -> ReceivedStory {
    guard bytes.count <= sizeLimit else {
      throw malformed(
        input, "larger than \(sizeLimit >> 20) MB", "give the page alone, without its pictures")
    }
    let decoded: PageDecoder.Decoded
    do throws(TextDecoder.Failure) {
      decoded = try PageDecoder(bytes: bytes, charset: charset).decoded()
    } catch {
      throw ReadingError(input: input.name, kind: error.kind)
    }
    return try decoded.bytes.withUnsafeBufferPointer { page throws(ReadingError) in
      try story(page, input, name, decoded.encoding, address)
    }
  }

  private static func story(
    _ bytes: UnsafeBufferPointer<UInt8>, _ input: StoryInput, _ form: String, _ encoding: String,
    _ address: String?
  ) throws(ReadingError) -> ReceivedStory {
    let scanner = PageScanner(bytes)
    let tree: PageTree
    do throws(PageTree.Failure) {
      tree = try PageTree(scanner)
    } catch {
      throw malformed(
        input, "its markup takes more than \(PageTree.memoryFactor) times its size to read",
        "save the page again from a browser")
    }
    let linked = scanner.data.filter(\.isLinked).flatMap {
      JSONLinked.things(in: UnsafeBufferPointer(rebasing: bytes[$0.range]))
    }
    let page = Page(
      tree: tree, facts: PageFacts(tree, data: linked), roles: PageRoles.all(of: tree),
      agencies: input.words.agencies, scripts: scanner.data.count)
    guard var story = written(page, scanner, bytes, form, encoding) else {
      throw noText(input.name)
    }
    note(
      SavedPage(scanner.comments.map { String(decoding: bytes[$0], as: UTF8.self) }), address,
      in: &story)
    story.language = language(story, page, input)
    return story
  }

  /// The story that the page shows; of a page that scripts fill, what its data hold.
  private static func written(
    _ page: Page, _ scanner: PageScanner, _ bytes: UnsafeBufferPointer<UInt8>, _ form: String,
    _ encoding: String
  ) -> ReceivedStory? {
    let shown = PageReader(page, form: form, encoding: encoding)
    if let shown, shown.hasText, shown.length >= 200 { return shown.story }
    let data = scanner.data.map { UnsafeBufferPointer(rebasing: bytes[$0.range]) }
    if let hidden = PageData.story(page, data: data, form: form, encoding: encoding),
      PageData.length(hidden) > shown?.length ?? 0
    {
      return hidden
    }
    return shown.flatMap { $0.hasText ? $0.story : nil }
  }

  private static func note(_ saved: SavedPage, _ address: String?, in story: inout ReceivedStory) {
    story.origin.savedFrom = saved.address ?? address
    story.origin.savedAt = saved.time
    story.url = story.url ?? saved.address ?? address
  }

  /// What the page declares, where its text does not tell.
  private static func language(
    _ story: ReceivedStory, _ page: Page, _ input: StoryInput
  ) -> ArticleLanguage? {
    guard PageData.length(story) < shortText else { return nil }
    let text = story.parts.prefix(12).map(\.text).joined(separator: "\n")
    let guess = Array(text.utf8).withUnsafeBufferPointer { input.words.language(of: $0) }
    guard guess == .unknown, let declared = page.facts.language?.lowercased() else { return nil }
    return ArticleLanguage(rawValue: String(declared.prefix(2)))
  }

  static func malformed(_ input: StoryInput, _ problem: String, _ remedy: String) -> ReadingError {
    ReadingError(
      input: input.name,
      kind: .malformed(form: form, place: nil, problem: problem, remedy: remedy))
  }

  static func noText(_ name: String) -> ReadingError {
    ReadingError(
      input: name,
      kind: .malformed(
        form: form, place: nil, problem: "no text of an article in it",
        remedy: "save the page when all of it is shown, or load its text (--as text)"))
  }
}

/// What a browser or SingleFile wrote into a page that it saved.
struct SavedPage {
  var address: String?
  var time: StoryTime?

  /// "saved from url=(0057)https://…"; "Page saved with SingleFile url: … saved date: …"
  init(_ comments: [String]) {
    for comment in comments {
      if let mark = comment.ranges(of: "saved from url=").first {
        let rest = comment[mark.upperBound...]
        let address = rest.first == "(" ? rest.drop { $0 != ")" }.dropFirst() : rest
        self.address = Self.address(address) ?? self.address
      }
      guard comment.contains("SingleFile") else { continue }
      if let mark = comment.ranges(of: "url:").first {
        address = Self.address(comment[mark.upperBound...].drop { $0 == " " }) ?? address
      }
      if let mark = comment.ranges(of: "saved date:").first {
        time = Self.time(comment[mark.upperBound...])
      }
    }
  }

  private static func address(_ text: Substring) -> String? {
    let word = text.prefix { !$0.isWhitespace }
    return word.contains("://") ? String(word) : nil
  }

  /// "Fri Jan 05 2024 10:30:00 GMT+0700 (Indochina Time)"
  private static func time(_ text: Substring) -> StoryTime? {
    let line = text.prefix { $0 != "\n" && $0 != "(" }.split(separator: " ").map(String.init)
    if let first = line.first, let time = StoryTime(iso: first) { return time }
    guard line.count >= 5 else { return nil }
    return PageDateLine("\(line[2]) \(line[1]) \(line[3]) \(line[4...].joined(separator: " "))")?
      .published
  }
}

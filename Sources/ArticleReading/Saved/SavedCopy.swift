package import ClaimModel

/// Where and when a page was taken that somebody saved, as the file says itself: what a piece of
/// evidence is kept with. No story need be in it.
package struct SavedCopy: Sendable, Hashable {
  package enum Form: String, Sendable, CaseIterable {
    case html, mhtml, warc, wacz
  }

  package var form: Form
  /// The page's address.
  package var address: String?
  package var time: StoryTime?

  /// Nil for bytes that are none of these forms. A form that says nothing, or is damaged, has no
  /// address and no time.
  package init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    if WARCRecords.begin(bytes, at: 0) {
      self = Self.ofRecords(bytes)
    } else if GzipFormat.recognises(bytes) {
      guard let unpacked = Self.unpacked(bytes) else { return nil }
      let found = unpacked.withUnsafeBufferPointer { inner in
        GzipFormat.recognises(inner) ? nil : SavedCopy(inner)
      }
      guard let found else { return nil }
      self = found
    } else if ZipDirectory.isMarked(bytes) {
      guard let found = SavedCollection(bytes)?.copy else { return nil }
      self = found
    } else if MHTMLFormat.recognises(bytes) {
      self = Self.ofParts(bytes)
    } else if PageRecogniser.isPage(bytes) {
      self = Self.ofPage(bytes, charset: nil)
    } else {
      return nil
    }
  }

  init(_ form: Form, address: String? = nil, time: StoryTime? = nil) {
    self.form = form
    self.address = address
    self.time = time
  }

  /// Bytes of an unpacked WARC file that are looked at.
  private static let most = 256 << 20

  private static func unpacked(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    try? Inflater(bytes, .gzip).read(most)
  }
}

extension SavedCopy {
  /// What SingleFile or a browser wrote into a page, else its `<link rel=canonical>`.
  private static func ofPage(_ bytes: UnsafeBufferPointer<UInt8>, charset: String?) -> SavedCopy {
    guard bytes.count <= PageStory.sizeLimit,
      let page = try? PageDecoder(bytes: bytes, charset: charset).decoded().bytes
    else { return SavedCopy(.html) }
    return page.withUnsafeBufferPointer { page in
      let scanner = PageScanner(page)
      let saved = SavedPage(scanner.comments.map { String(decoding: page[$0], as: UTF8.self) })
      var copy = SavedCopy(.html, address: saved.address, time: saved.time)
      if copy.address == nil, let tree = try? PageTree(scanner) {
        let facts = PageFacts(tree, data: [])
        copy.address = (facts.canonical ?? facts.url).flatMap { $0.contains("://") ? $0 : nil }
      }
      return copy
    }
  }

  /// RFC 2557: what the header says, else the page in it.
  private static func ofParts(_ bytes: UnsafeBufferPointer<UInt8>) -> SavedCopy {
    let head = ServedHeader(bytes, from: 0, most: 1 << 16)
    var copy = SavedCopy(.mhtml, address: head["snapshot-content-location"])
    copy.time = head["date"].flatMap { PageDateLine($0)?.published }
    if copy.address == nil, let boundary = head.parameter("boundary", of: "content-type"),
      let part = MailParts(bytes, from: head.end, boundary: boundary).page
    {
      copy.address = part.header["content-location"]
      if copy.address == nil {
        let charset = part.header.parameter("charset", of: "content-type")
        copy.address = part.content.withUnsafeBufferPointer { ofPage($0, charset: charset).address }
      }
    }
    return copy
  }

  /// ISO 28500: the first answer that is a page, else the first answer.
  static func ofRecords(_ bytes: UnsafeBufferPointer<UInt8>) -> SavedCopy {
    var records = WARCRecords(bytes)
    var first: WARCRecords.Record?
    while let record = records.next() {
      guard record.isAnswer else { continue }
      if record.page != nil {
        first = record
        break
      }
      first = first ?? record
    }
    return SavedCopy(
      .warc, address: first?.address, time: first?.date.flatMap { StoryTime(iso: $0) })
  }
}

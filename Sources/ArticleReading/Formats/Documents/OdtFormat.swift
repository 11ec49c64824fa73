package import ClaimModel

/// An OpenDocument text (OASIS OpenDocument 1.3, part 3). What tracked changes deleted and hidden
/// text are listed as left out, as are comments; a note stands behind its paragraph.
package enum OdtFormat: StoryFormat {
  package static let name = "odt"
  package static let summary = "an OpenDocument text"
  package static let endings = [".odt", ".ott"]
  package static let order = 11

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    ZipPackage(bytes) == .text
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    do throws(ReadingError) {
      let document = try PackageDocument(bytes, "an OpenDocument text", input)
      try document.finish(try story(document), body)
      return []
    } catch {
      return [error]
    }
  }

  private static func story(_ document: PackageDocument) throws(ReadingError) -> ReceivedStory {
    let part = "content.xml"
    if try document.xml("META-INF/manifest.xml")?.firstBelow("encryption-data") != nil {
      throw document.fault(nil, "encrypted", "save it without a password")
    }
    guard let root = try document.xml(part) else {
      throw document.fault(part, "missing, though an OpenDocument text has its text there")
    }
    guard let text = root.first("body")?.first("text") else {
      throw document.fault(part, "no <office:text> in its <office:body>")
    }
    var reader = OpenDocumentReader(
      styles: [root, try document.xml("styles.xml")].compactMap { $0 })
    reader.readBlocks(text)
    let title = try document.xml("meta.xml")?.first("meta")?.first("title")?.text
    return reader.text.story(form: name, named: title)
  }
}

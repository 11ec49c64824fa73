package import ClaimModel

/// A Word document (ISO/IEC 29500, transitional and strict). Insertions that are tracked are in,
/// deletions, moved and hidden text are not and are listed as left out, as are comments. A note
/// stands as a paragraph behind the one that it belongs to, so that the story's end stays its end.
/// Author and times among the document's properties are those of a template or of whoever made the
/// file: they are not taken.
package enum DocxFormat: StoryFormat {
  package static let name = "docx"
  package static let summary = "a Word document"
  package static let endings = [".docx", ".docm"]
  package static let order = 10

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    ZipPackage(bytes) == .word
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    do throws(ReadingError) {
      let document = try PackageDocument(bytes, "a Word document", input)
      try document.finish(try story(document), body)
      return []
    } catch {
      return [error]
    }
  }

  private static func story(_ document: PackageDocument) throws(ReadingError) -> ReceivedStory {
    let main = try document.relations(of: "").first { $0.type == "officeDocument" }?.part
    let part = main ?? "word/document.xml"
    guard let root = try document.xml(part) else {
      throw document.fault(part, "missing, though a Word document has its text there")
    }
    guard root.isNamed("document"), let body = root.first("body") else {
      throw document.fault(part, "no <w:document> with a <w:body> in it")
    }
    let relations = try document.relations(of: part)
    func xml(_ type: String) throws(ReadingError) -> XMLElement? {
      guard let part = relations.first(where: { $0.type == type })?.part else { return nil }
      return try document.xml(part)
    }
    var notes: [String: XMLElement] = [:]
    for kind in ["footnote", "endnote"] {
      for note in try xml(kind + "s")?.all(kind) ?? [] {
        guard note.value("type").map({ $0 == "normal" }) ?? true, let id = note.value("id") else {
          continue
        }
        notes["\(kind) \(id)"] = note
      }
    }
    var reader = WordReader(styles: WordStyles(try xml("styles")), notes: notes)
    reader.readBlocks(body)
    var text = reader.text
    for comment in try xml("comments")?.all("comment") ?? [] {
      text.leaveOut(.deskNote, comment.all("p").map(\.text).joined(separator: " "))
    }
    let core = try document.relations(of: "").first { $0.type == "core-properties" }?.part
    let title = try document.xml(core ?? "docProps/core.xml")?.first("title")?.text
    return text.story(form: name, named: title)
  }
}

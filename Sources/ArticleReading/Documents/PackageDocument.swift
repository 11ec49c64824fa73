internal import ClaimModel

/// What formats of office documents share: parts of a zip archive, XML in them, errors by part.
struct PackageDocument {
  /// As people call it: "a Word document".
  let words: String
  let input: StoryInput
  private let parts: ZipPackageParts

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ words: String, _ input: StoryInput
  ) throws(ReadingError) {
    self.words = words
    self.input = input
    do throws(ArchiveFault) { parts = try ZipPackageParts(bytes) } catch {
      throw ReadingError(
        input: input.name,
        kind: .malformed(
          form: words, place: nil, problem: error.problem, remedy: error.remedy))
    }
  }

  var names: [String] { parts.names }

  func fault(_ place: String?, _ problem: String, _ remedy: String? = nil) -> ReadingError {
    ReadingError(
      input: input.name,
      kind: .malformed(
        form: words, place: place, problem: problem,
        remedy: remedy ?? "open it in its program and save it anew"))
  }

  /// nil where there is no such part.
  func bytes(_ part: String) throws(ReadingError) -> [UInt8]? {
    do throws(ArchiveFault) { return try parts.part(part) } catch {
      throw fault(part, error.problem, error.remedy)
    }
  }

  /// The root of a part; nil where there is no such part.
  func xml(_ part: String) throws(ReadingError) -> XMLElement? {
    guard let bytes = try bytes(part) else { return nil }
    do throws(XMLFault) { return try XMLTree.read(bytes).root } catch {
      throw fault(part + (error.place.map { ", " + $0 } ?? ""), error.problem)
    }
  }

  /// Where the relationships of a part lead, by id and by the end of their type:
  /// "officeDocument" → "word/document.xml" (ISO/IEC 29500-2, section 6.5).
  func relations(of part: String) throws(ReadingError) -> [(id: String, type: String, part: String)]
  {
    let folder = part.split(separator: "/").dropLast().joined(separator: "/")
    let file = part.split(separator: "/").last.map(String.init) ?? ""
    let place = (folder.isEmpty ? "" : folder + "/") + "_rels/" + file + ".rels"
    guard let root = try xml(place) else { return [] }
    return root.all("Relationship").compactMap { relation in
      guard let id = relation["Id"], let type = relation["Type"], let target = relation["Target"],
        let end = type.split(separator: "/").last
      else { return nil }
      let path = target.hasPrefix("/") || folder.isEmpty ? target : folder + "/" + target
      return (id, String(end), path.split(separator: "/").joined(separator: "/"))
    }
  }

  /// Hands the story over; an error where it has no word.
  func finish(_ story: ReceivedStory, _ body: (Article) -> Void) throws(ReadingError) {
    guard !story.isEmpty,
      let article = ArticleReader.article(of: story, named: input.name, words: input.words)
    else { throw ReadingError(input: input.name, kind: .empty) }
    body(article)
  }
}

extension XMLElement {
  /// The value of an attribute of any namespace.
  func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}

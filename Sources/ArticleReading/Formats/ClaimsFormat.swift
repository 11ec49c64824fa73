package import ClaimModel
internal import JSONText

extension Article {
  /// Whether its claims came with it and were not found by the extractor.
  package var bringsClaims: Bool { origin?.form == ClaimsFormat.name }
}

/// Records of stories and their claims as extract writes them, or a selection of these: JSON Lines,
/// or a JSON list of them. Nothing is extracted anew: claims stand as they are given.
package enum ClaimsFormat: ClaimedStoryFormat {
  package static let name = "claims"
  package static let summary = "JSON Lines of claims, as extract writes them"
  package static let endings = [".jsonl", ".ndjson"]
  /// Before lists of stories, whose members these have as well.
  package static let order = 85
  package static let isCut = true

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Asked of every input: the name of the member stands in the first record.
    guard let first = bytes.prefix(64).first(where: { $0 > 0x20 && $0 < 0x80 }),
      first == UInt8(ascii: "{") || first == UInt8(ascii: "["), let head = JSONHead(bytes)
    else { return false }
    return head.texts["record"].map { ClaimRecordKind(rawValue: $0) != nil } == true
      && head.keys.contains("article")
  }

  package static func converted(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    JSONEncoding.utf8(ofUTF16: bytes)
  }

  package static func pieces(of bytes: UnsafeBufferPointer<UInt8>) -> [StoryPiece] {
    ClaimPieces(bytes).pieces
  }

  package static func claimedStories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput,
    _ body: (Article, PackedClaims) -> Void
  ) -> [ReadingError] {
    var stories = ClaimedStories(input)
    if bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "[") {
      do throws(JSONError) {
        guard case .array(let items) = try JSONReader.read(bytes) else { return [] }
        for (index, item) in items.enumerated() { stories.take(item, at: "item \(index + 1)") }
      } catch {
        let place = "line \(error.position.line), column \(error.position.column)"
        stories.refuse(error.words, at: place)
      }
    } else {
      JSONLinesFormat.forEachLine(in: bytes, from: input.firstLine) { line, number in
        do throws(JSONError) {
          stories.take(try JSONReader.read(line), at: "line \(number)")
        } catch {
          stories.refuse(error.words, at: "line \(number), column \(error.position.column)")
        }
      }
    }
    stories.finish()
    for story in stories.stories { body(story.article, story.packed) }
    if !stories.stories.isEmpty { input.told("claims as given, not extracted again") }
    return stories.errors
  }
}

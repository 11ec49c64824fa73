import ClaimModel
import Foundation
import Lexicons
import Testing

@testable import ClaimExtraction

@Suite struct DeepFinderTests {
  static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/CEncoder/weights/encoder-en.weights")

  /// A file's bytes, where they stay.
  private final class Bytes: @unchecked Sendable {
    let memory: UnsafeRawBufferPointer

    init(_ bytes: some Collection<UInt8>) {
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
      copy.copyBytes(from: bytes)
      memory = UnsafeRawBufferPointer(copy)
    }

    deinit { memory.deallocate() }

    func file() throws(EncoderProblem) -> EncoderFile { try EncoderFile(memory, keeping: self) }
  }

  private static let weights = (try? Data(contentsOf: path)).map(Bytes.init)

  private func encoder(path: Int = 0) throws -> EncoderFinder {
    EncoderFinder(try #require(Self.weights).file(), path: path)
  }

  @Test(
    "A file that holds no sound weights is refused, and what is wrong with it is said",
    arguments: [
      (EncoderProblem.notAnEncoder, 0, 0x58), (.otherVersion(7), 8, 7), (.damaged, 60, 0xFF),
    ] as [(EncoderProblem, Int, UInt8)])
  func damaged(problem: EncoderProblem, place: Int, byte: UInt8) throws {
    var bytes = [UInt8](try #require(Self.weights).memory)
    bytes[place] = byte
    #expect(throws: problem) { try Bytes(bytes).file() }
  }

  @Test func `a text is no weights`() {
    #expect(throws: EncoderProblem.notAnEncoder) { try Bytes(Array("no weights".utf8)).file() }
  }

  @Test func `a file that is cut off is refused`() throws {
    let bytes = [UInt8](try #require(Self.weights).memory)
    #expect(throws: EncoderProblem.cutOff(expected: bytes.count, found: 1000)) {
      try Bytes(bytes.prefix(1000)).file()
    }
  }

  @Test(
    "A token is cut into the longest pieces that the encoder knows",
    arguments: [
      ("said", ["said"]), ("SAID", ["said"]), ("café", ["cafe"]), ("'s", ["'", "s"]),
      ("unflappably", ["un", "##fl", "##app", "##ably"]), ("2,400", ["2", ",", "400"]),
    ])
  func pieces(token: String, expected: [String]) throws {
    let file = try #require(Self.weights).file()
    let names = String(decoding: file.vocabulary, as: UTF8.self).split(separator: "\n")
    var text = token
    let pieces = text.withUTF8 { WordPieces(file.vocabulary).pieces(of: $0) }
    #expect(pieces.map { String(names[Int($0)]) } == expected)
  }

  static let story = """
    The mayor bristled that the bridge would not reopen before Friday. Officials in the \
    port city mused that the harbour might close for a week.
    """

  /// Words of content, cue and source.
  private func found(_ text: String, _ finder: CombinedFinder) -> [[String]] {
    let article = article(text, .english)
    return withStory(article) { story in
      finder.attributions(in: story).map { draft in
        [draft.content, draft.cue, draft.source].map { ranges in
          ranges.map { article.text(story.span($0)) }.joined(separator: " … ")
        }
      }
    }
  }

  @Test func `finds an attribution by a cue that the standard finder does not know`() throws {
    let deep = CombinedFinder(deep: DeepFinder(try encoder()))
    let spans = ["that the bridge would not reopen before Friday", "bristled", "The mayor"]
    #expect(found(Self.story, deep).contains(spans))
    #expect(!found(Self.story, .shared).contains(spans))
  }

  @Test func `every way of computing finds the same`() throws {
    let readings = try [0, 1, 2].compactMap { path -> [String]? in
      let encoder = try encoder(path: path)
      return withStory(article(Self.story, .english)) { story in
        encoder.reading(of: story).decodings.map {
          "\($0.cue) \($0.content) \(String(describing: $0.source))"
        }
      }
    }
    #expect(!readings[0].isEmpty)
    #expect(Set(readings).count == 1)
  }

  @Test func `the first reason tells the encoder's share`() throws {
    let deep = CombinedFinder(deep: DeepFinder(try encoder()))
    let reasons = withStory(article(Self.story, .english)) { story in
      deep.attributions(in: story).compactMap(\.reasons.first?.words)
    }
    let first = try #require(reasons.first)
    #expect(first.contains("an attribution to "))
    #expect(first.contains("the encoder is sure to "))
  }

  @Test func `a Vietnamese story is read as always`() throws {
    let text = "Bộ Y tế cho biết dịch cúm đã lan ra năm tỉnh."
    let article = article(text, .vietnamese)
    let deep = ClaimExtractor(deep: DeepFinder(try encoder()))
    #expect(deep.claims(in: article) == ClaimExtractor().claims(in: article))
  }

  @Test func `a story without a word has no claims`() throws {
    let deep = ClaimExtractor(deep: DeepFinder(try encoder()))
    #expect(deep.claims(in: article("", .english)).isEmpty)
  }
}

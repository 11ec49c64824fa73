import Testing

@testable import ArticleReading

@Suite("Inputs without a word")
struct EmptyInputTests {
  @Test(
    "are told as that by every format of feeds and wires",
    arguments: ["rss", "atom", "jsonfeed", "newsml-g2", "ninjs", "nitf", "newsml", "iptc7901"])
  func empty(_ name: String) throws {
    let format = try #require(StoryFormats.named(name))
    for text in ["", " ", "\u{FEFF}", "\r\n\t\n"] {
      let reading = Reading(text, named: "a.xml", as: format)
      #expect(reading.errors == [ReadingError(input: "a.xml", kind: .empty)])
      #expect(reading.articles.isEmpty)
    }
  }

  @Test(
    "and bytes of pictures and programs are no stories of any of them",
    arguments: ["rss", "atom", "jsonfeed", "newsml-g2", "ninjs", "nitf", "newsml", "iptc7901"])
  func binary(_ name: String) throws {
    let format = try #require(StoryFormats.named(name))
    let bytes: [UInt8] = [
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0xFF, 0xFE,
    ]
    let reading = Reading(bytes, named: "a.png", as: format)
    #expect(reading.errors.count == 1)
    #expect(reading.articles.isEmpty)
    #expect(!bytes.withUnsafeBufferPointer { format.recognises($0) })
  }
}

import ClaimModel
import Desk
import FactStore
import Foundation
import TerminalText
import TestSupport
import Testing

@Suite("The deep finder at the prompt")
struct DeepFinderCommandTests {
  private static let weights = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/CEncoder/weights/encoder-en.weights").path

  /// Cues that no list has.
  private static let story = """
    Norland bank cuts rate

    The Norland central bank took the view on Monday that inflation had peaked.
    Governor Ann Reed left no doubt that more cuts would follow. "We are not done," she said.
    """

  /// A desk that looks for the weights in one place.
  private func desk(weights: String = Self.weights) -> Desk {
    Desk(
      store: FactStore(catalogue: .agencies),
      surroundings: Surroundings(
        now: { Timestamp(seconds: 1_773_824_400) }, user: "an",
        encoder: EncoderShelf(places: [weights])))
  }

  /// A file with the story.
  private func file(in folder: TestFolder) throws -> String {
    try folder.write(Self.story, to: "story.txt")
  }

  @Test func `without its weights it says what is missing and where it looked`() throws {
    let shelf = EncoderShelf(places: ["/nowhere/one", "/nowhere/two"])
    let error = try #require(throws: UserError.self) { try shelf.finder() }
    #expect(error.message.headline.contains("encoder-en.weights"))
    #expect(error.message.details.joined().contains("/nowhere/two"))
    #expect(error.status == .noInput)
  }

  @Test func `without its weights a deep load loads nothing`() throws {
    let folder = try TestFolder()
    var desk = self.desk(weights: "/nowhere/one")
    let loaded = ran("load --deep \(try file(in: folder))", on: &desk)
    #expect(loaded.status == .noInput)
    #expect(loaded.messages.contains("/nowhere/one"))
    #expect(desk.store.digest == self.desk().store.digest)
  }

  @Test func `why tells the encoder's share of what only a deep load found`() throws {
    let folder = try TestFolder()
    var desk = self.desk()
    #expect(ran("load --deep \(try file(in: folder))", on: &desk).status == .done)
    let listed = ran("claims cue:\"took the view on\"", on: &desk).output
    #expect(listed.contains("inflation had peaked"))
    let why = ran("why c2", on: &desk).output
    #expect(why.contains("the encoder is sure to "))
    #expect(why.contains("the tagger"))
  }

  @Test func `a deep session replays without the weights, and why says that it cannot tell`() throws
  {
    let folder = try TestFolder()
    var desk = self.desk()
    _ = ran("load --deep \(try file(in: folder))", on: &desk)
    let session = folder.path + "/deep.json"
    #expect(ran("save \(session)", on: &desk).status == .done)
    var other = self.desk(weights: "/nowhere/one")
    #expect(ran("open \(session)", on: &other).status == .done)
    #expect(ran("session verify \(session)", on: &other).status == .done)
    #expect(other.store.digest == desk.store.digest)
    #expect(ran("why c2", on: &other).output.contains("not found again"))
  }
}

import Desk
import TerminalText
import Testing

@Suite struct DeepFinderMissingTests {
  @Test func `without its weights the deep finder says what is missing and where it looked`() throws
  {
    let shelf = EncoderShelf(places: ["/nowhere/one", "/nowhere/two"])
    let error = try #require(throws: UserError.self) { try shelf.finder() }
    #expect(error.message.headline.contains("encoder-en.weights"))
    #expect(error.message.details.joined().contains("/nowhere/two"))
    #expect(error.status == .noInput)
  }
}

import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("A dialogue")
struct TranscriptTests {
  @Test("gives to the letter what is recorded of it", arguments: Transcript.names)
  func recorded(_ name: String) throws { try Transcript(name).check() }

  @Test("is there for every command that says the same whatever the extractor finds")
  func complete() throws {
    let open: Set = ["load", "extract", "why", "run", "replay"]
    let said = try Transcript.names.map { try Transcript($0).commands }.joined()
    for type in CommandCatalogue.standard.all where !open.contains(type.name) {
      #expect(said.contains { $0.hasPrefix(type.name) }, "no dialogue has '\(type.name)'")
    }
  }
}

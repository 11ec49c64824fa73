import ClaimModel
import Desk
import Disk
import Presentation
import TerminalText

/// Stories that lie neither in files nor on standard input: on the clipboard, behind addresses of
/// the web.
struct OutsideStories {
  /// The words of the command, with `-` for the clipboard.
  let words: [String]
  private let manner: Capture.Manner
  private let fetched: [String: FetchedPage]
  private let clipboard: MappedFile?
  private let console: any Console

  /// Nothing is asked of the web unless `fetch` says so.
  init(
    _ words: [String], clipboard: Bool, fetch: Bool, console: any Console
  ) throws(UserError) {
    self.console = console
    var fetched: [String: FetchedPage] = [:]
    for word in words where WebAddress.isOne(word) {
      guard fetch else { throw UserError(WebAddress.Refusal(address: word)) }
      let page = try WebAddress.page(word)
      if page.url != word {
        console.tell([StyledText("theo: '\(word)' leads to '\(page.url)'", .dim)])
      }
      fetched[word] = page
    }
    self.fetched = fetched
    self.clipboard = clipboard ? try Clipboard.contents() : nil
    self.words = clipboard ? words + ["-"] : words
    manner = clipboard ? .clipboard : console.inputManner
  }

  func apply(to reading: inout StoryReading) {
    reading.manner = manner
    reading.fetched = fetched
  }

  /// What `-` stands for.
  func input() throws(UserError) -> MappedFile {
    if let clipboard { return clipboard }
    return try console.standardInput()
  }
}

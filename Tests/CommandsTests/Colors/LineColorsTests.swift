import ClaimModel
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("The colours of a line")
struct LineColorsTests {
  /// `claims` → `C:claims`: each part behind the letter of what it is.
  private func told(_ line: String) -> String {
    LineColors(.standard).parts(of: line, aliases: ["ll": "claims --limit 5"]).map { part in
      let letter =
        switch part.style {
        case .command: "C"
        case .option: "O"
        case .typedID: "I"
        case .quotation: "Q"
        case .failure: "X"
        default: "?"
        }
      return letter + ":" + line.utf8Slice(part.span)
    }.joined(separator: " ")
  }

  @Test(
    "tell what each part is",
    arguments: [
      ("claims", "C:claims"),
      ("cla", ""),
      ("clams", "X:clams"),
      ("cla ", "X:cla"),
      ("claim", "C:claim"),
      ("claim ad", "C:claim"),
      ("claim nope", "C:claim X:nope"),
      ("claim drop c3", "C:claim C:drop I:c3"),
      ("show c3..c9; read a1", "C:show I:c3..c9 C:read I:a1"),
      ("claims --limit 4", "C:claims O:--limit"),
      ("claims --lim", "C:claims"),
      ("claims --lim 4", "C:claims X:--lim"),
      ("claims --limit=4", "C:claims O:--limit"),
      ("claims --format jsn --by wor", "C:claims O:--format X:jsn O:--by"),
      ("claims said:\"Thu Hà\" siad:x", "C:claims O:said: X:siad: Q:\"Thu Hà\""),
      ("claims -kind:direct", "C:claims O:kind:"),
      ("claims ferry -overcrowded worth>0.7", "C:claims O:worth>"),
      ("articles -x", "C:articles X:-x"),
      ("attribute c1 \"x: y\"", "C:attribute I:c1 Q:\"x: y\""),
      ("annotate c1 --note \"chưa", "C:annotate I:c1 O:--note Q:\"chưa X:\""),
      ("annotate c1 --note 'a' --verdict", "C:annotate I:c1 O:--note O:--verdict Q:'a'"),
      ("claims c1 > ", "C:claims I:c1"),
      ("claims | wc -l", "C:claims"),
      ("| wc", ""),
      ("ll c3 --nope", "C:ll I:c3 X:--nope"),
      ("quit \\", "C:quit"),
      ("", ""),
    ])
  func parts(_ line: String, _ expected: String) { #expect(told(line) == expected) }

  @Test("stay within the line and on character edges, wherever it ends")
  func edges() {
    let line = "annotate c1..c4 --note \"Bến \\\" Lụa\" --tag 'đ'; claims said:\"Hà\" | wc > 'x'"
    for end in line.unicodeScalars.indices {
      let typed = String(line.unicodeScalars[..<end])
      for part in LineColors(.standard).parts(of: typed) {
        #expect(part.span.start >= 0 && part.span.end <= typed.utf8.count)
        let bytes = Array(typed.utf8)[part.span.start..<part.span.end]
        #expect(String(validating: bytes, as: UTF8.self) != nil)
      }
    }
  }
}

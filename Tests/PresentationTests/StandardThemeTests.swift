import ClaimModel
import Testing

@testable import Presentation
import TerminalText

@Suite("The standard theme")
struct StandardThemeTests {
  @Test("has an escape code for every style but plain text, and no two styles are one")
  func styles() {
    let styles: [Style] =
      [
        .plain, .dim, .heading, .warning, .failure, .good, .hit, .id, .speaker, .agency,
        .quotation, .number, .cue, .prompt, .command, .option, .typedID,
      ] + Verdict.allCases.map(Style.verdict) + Verdict.allCases.map(Style.claim)
    #expect(Set(styles).count == styles.count)
    for style in styles.dropFirst() { #expect(Theme.standard.look(style) != .plain, "\(style)") }
  }

  @Test(
    "paints as it always did",
    arguments: [
      (Style.id, "2"), (.heading, "1"), (.speaker, "1"), (.agency, "36"), (.quotation, "32"),
      (.prompt, "1;32"), (.typedID, "94"), (.warning, "33"), (.failure, "1;31"), (.hit, "7"),
      (.verdict(.unchecked), "2"), (.verdict(.mostlyTrue), "92"), (.verdict(.false), "31"),
      (.claim(.unchecked), "4"), (.claim(.misleading), "4;35"), (.claim(.unverifiable), "4;34"),
    ])
  func codes(_ style: Style, _ codes: String) {
    #expect(Theme.standard.painted(StyledText("a", style)) == "\u{1B}[\(codes)ma\u{1B}[0m")
  }
}

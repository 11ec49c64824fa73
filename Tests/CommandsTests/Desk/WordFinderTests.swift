import ClaimModel
import FactStore
import Foundation
import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("Finding words in a story")
struct WordFinderTests {
  private static let text = "Bà Hồ Thị Hoà nói khoảng 40 người bị thuơng. Ở Tuỳ An, ông Hòa vắng."

  private func found(_ words: String, in text: String) -> [String] {
    WordFinder(text).places(of: words).map { text.utf8Slice($0) }
  }

  /// UniKey's "Unicode tổ hợp": a letter with its quality, the tone apart.
  private static func tonesApart(_ text: String) -> String {
    let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
    return text.map { character in
      let parts = String(character).decomposedStringWithCanonicalMapping.unicodeScalars
      let letter = parts.filter { !tones.contains($0) }.map(String.init).joined()
      return letter.precomposedStringWithCanonicalMapping
        + parts.filter(tones.contains).map(String.init).joined()
    }.joined()
  }

  @Test("Composition of story and words does not matter: composed, decomposed, tones apart")
  func composition() {
    let forms: [(String) -> String] = [
      { $0.precomposedStringWithCanonicalMapping }, { $0.decomposedStringWithCanonicalMapping },
      Self.tonesApart,
    ]
    for words in ["khoảng 40 người", "Hồ Thị Hoà", "bị", "Tuỳ An,"] {
      for story in forms {
        let text = story(Self.text)
        for typed in forms {
          #expect(found(typed(words), in: text) == [story(words)], "\(words)")
        }
      }
    }
  }

  @Test(
    "The tone may stand on the other vowel of a syllable, where words do not stand so themselves",
    arguments: [
      ("Hồ Thị Hòa", ["Hồ Thị Hoà"]), ("Tùy An", ["Tuỳ An"]), ("Hòa", ["Hòa"]), ("Hoà", ["Hoà"]),
      ("khoang 40", []), ("hồ thị hoà", []), ("Hoạ", []), ("Hò", ["Hò"]), ("Tuy An", []),
    ] as [(String, [String])])
  func tones(_ words: String, _ expected: [String]) {
    #expect(found(words, in: Self.text) == expected)
  }

  @Test(
    "Blanks of every kind and underscores do not count",
    arguments: [
      "Bộ Ngoại giao", "Bộ_Ngoại_giao", "Bộ\u{A0}Ngoại\u{202F}giao", "Bộ\r\nNgoại\u{200B} giao",
    ])
  func blanks(_ words: String) {
    for text in [
      "Ông Bộ_Ngoại_giao Mỹ", "Ông Bộ\u{A0}Ngoại\r\ngiao Mỹ", "Ông Bộ Ngoại\u{3000}giao Mỹ",
    ] {
      #expect(found(words, in: text).count == 1)
    }
  }

  @Test("A place begins and ends with whole letters")
  func wholeLetters() {
    #expect(found("ngươ", in: "ngươ\u{300}i") == [])
    #expect(found("ngươi", in: "người ngươi") == ["ngươi"])
  }

  @Test(
    "A claim of a decomposed story is added, edited and attributed by words that are composed",
    arguments: [true, false])
  func commands(decomposes: Bool) throws {
    let folder = try TestFolder()
    let story = "Cháy kho ở bến Sen\n\nSở Cứu hoả cho biết khoảng 40 người bị thương ở làng Ổi.\n"
    try folder.write(
      decomposes ? story.decomposedStringWithCanonicalMapping : Self.tonesApart(story), to: "a.txt")
    var desk = testDesk()
    _ = ran(folder.filled("load $DIR/a.txt"), on: &desk)
    let count = desk.store.claimCount
    let lines = """
      claim add a1 "khoảng 40 người" --source "Sở Cứu hỏa" --cue "cho biết"
      claim edit c\(count + 1) --words "khoảng 40 người bị thương"
      attribute c\(count + 1) to "Sở Cứu hoả"
      """
    let told = ran(lines, on: &desk)
    #expect(told.messages == "")
    #expect(told.status == .done)
    #expect(desk.store.claimCount == count + 1)
  }
}

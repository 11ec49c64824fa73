import CTerminal
import TerminalText
import Testing

@Suite("Display width")
struct DisplayWidthTests {
  /// wcwidth knows the Unicode of the system's C library, which is older than the table: where it
  /// knows a character (and it is no control), both must say the same.
  @Test("is that of wcwidth in a UTF-8 locale, for every character that it knows")
  func wcwidth() throws {
    try #require(cterminal_use_utf8_locale())
    var compared = 0
    var different = [UInt32]()
    for value in UInt32(0x20)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), Self.isComparable(scalar) else { continue }
      let system = Int(cterminal_width(value))
      guard system >= 0 else { continue }
      compared += 1
      if DisplayWidth.of(scalar) != system { different.append(value) }
    }
    #expect(different.map { String($0, radix: 16) } == [])
    #expect(compared > 100_000)
  }

  /// Left out: what has no form of its own, and the hexagrams, which became wide in Unicode 16.
  private static func isComparable(_ scalar: Unicode.Scalar) -> Bool {
    if (0x4DC0...0x4DFF).contains(scalar.value) { return false }
    switch scalar.properties.generalCategory {
    case .control, .unassigned, .privateUse: return false
    default: return true
    }
  }

  @Test(
    "of a grapheme is the sum of its scalars', at most two",
    arguments: [
      ("a", 1), ("ế", 1), ("e\u{302}\u{301}", 1), ("漢", 2), ("한", 2),
      ("\u{1112}\u{1161}\u{11AB}", 2),
      ("की", 2), ("🇻🇳", 2), ("\u{1F1FB}", 1), ("👩‍💻", 2), ("👍🏽", 2), ("☝🏽", 2), ("☝", 1),
      ("☝\u{FE0F}", 2), ("\u{301}", 0), ("\u{200D}", 0), ("𛀀", 2), ("\u{600}", 1), ("🫨", 2),
    ])
  func graphemes(_ character: Character, _ width: Int) {
    #expect(DisplayWidth.of(character) == width)
  }

  @Test(
    "of a text is that of its graphemes",
    arguments: [
      "", "claims", "Cảng Vân Sa: “ít nhất 14 người”…", "e\u{301}ế", "–\u{301}", "“\u{FE0F}”",
      "港口 đóng",
      "ạ\u{323}", "a\u{300}", "\u{2FF}\u{300}", "ừ🇻🇳🇻🇳ừ", "ỿ\u{1F00}", "\u{2027}\u{2028}",
    ])
  func texts(_ text: String) {
    let sum = text.reduce(0) { $0 + DisplayWidth.of($1) }
    #expect(DisplayWidth.of(text) == sum)
    #expect(DisplayWidth.of(text[...]) == sum)
  }
}

@Suite("Harmless text")
struct HarmlessTextTests {
  @Test(
    "has one spelling for a number; a control looks as typed in a line, as a picture in output",
    arguments: [
      ("\u{1B}", "␛", "^["), ("\u{7F}", "␡", "^?"), ("\t", " ", "^I"),
      ("\u{202E}", "‹202E›", "‹202E›"),
      ("\u{85}", "‹0085›", "‹0085›"), ("\u{F6E1}", "‹E1›", "‹E1›"), ("\u{2028}", " ", "‹2028›"),
      ("\u{200D}", nil, "‹200D›"), ("\u{E000}", nil, "‹E000›"), ("a", nil, nil), ("ế", nil, nil),
    ] as [(Unicode.Scalar, String?, String?)])
  func spelling(_ scalar: Unicode.Scalar, _ output: String?, _ line: String?) {
    #expect(Sanitiser.replacement(scalar, in: .output) == output)
    #expect(Sanitiser.replacement(scalar, in: .editedLine) == line)
    #expect(Sanitiser.harmless("x\(scalar)y") == "x\(output ?? String(scalar))y")
  }

  @Test("leaves no scalar that steers a terminal, of all there are")
  func all() {
    var steering = [UInt32]()
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = Sanitiser.harmless(String(scalar))
      let typed = Sanitiser.replacement(scalar, in: .editedLine) ?? String(scalar)
      if (shown + typed).unicodeScalars.contains(where: SteeringScalar.contains) {
        steering.append(value)
      }
    }
    #expect(steering == [])
  }
}

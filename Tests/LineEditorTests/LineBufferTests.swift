import TestSupport
import Testing

@testable import LineEditor

/// A line with `|` for its cursor.
func line(_ marked: String) -> LineBuffer {
  let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
  return LineBuffer(parts.joined(), cursor: parts[0].count)
}

extension LineBuffer {
  var marked: String { textBeforeCursor + "|" + textAfterCursor }
}

@Suite("A line is edited by grapheme")
struct LineBufferTests {
  @Test(
    "Typing composes to NFC",
    arguments: [
      ("|", "e", "e|"),
      ("e|", "\u{302}", "ê|"),
      ("ê|x", "\u{301}", "ế|x"),
      ("đ|", "\u{309}", "đ\u{309}|"),
      ("👩|", "\u{200D}💻", "👩‍💻|"),
      ("🇻|", "🇳", "🇻🇳|"),
      ("ab|cd", "漢\n字", "ab漢\n字|cd"),
    ])
  func insert(_ before: String, _ text: String, _ after: String) {
    var buffer = line(before)
    buffer.insert(text)
    #expect(buffer.marked.composed == after.composed)
  }

  @Test(
    "Deleting takes a whole grapheme",
    arguments: [
      ("ế|", "|"), ("a🇻🇳|b", "a|b"), ("👨‍👩‍👧|", "|"), ("đ\u{309}|", "|"), ("漢|字", "|字"),
      ("|a", "|a"),
    ])
  func deleteBackward(_ before: String, _ after: String) {
    var buffer = line(before)
    buffer.deleteBackward()
    #expect(buffer.marked == after)
  }

  @Test(
    "A word is letters, digits and underscores",
    arguments: [
      ("Bộ_Ngoại_giao |Mỹ", 0, 16), ("list c3|..c9", 5, 11), ("một, |hai", 0, 8), ("|", 0, 0),
    ])
  func words(_ marked: String, _ start: Int, _ end: Int) {
    let buffer = line(marked)
    #expect(buffer.wordStart == start)
    #expect(buffer.wordEnd == end)
  }

  @Test(
    "Up and down keep the column as far as they can",
    arguments: [("abcd\nef|\ngh", "ab|cd\nef\ngh", "abcd\nef\ngh|"), ("a\nbcd|", "a|\nbcd", nil)])
  func vertical(_ marked: String, _ up: String, _ down: String?) {
    var above = line(marked)
    let movedUp = above.moveUp()
    #expect(movedUp)
    #expect(above.marked == up)
    var below = line(marked)
    let movedDown = below.moveDown()
    #expect(movedDown == (down != nil))
    #expect(below.marked == down ?? marked)
  }

  @Test(
    "The case of Vietnamese words changes",
    arguments: [
      (LineBuffer.LetterCase.upper, "|đắk lắk", "ĐẮK| lắk"), (.capital, "|bộ ngoại", "Bộ| ngoại"),
      (.lower, "x |ỦY ban", "x ủy| ban"), (.capital, "a| ĐỨC", "a Đức|"),
    ])
  func letterCase(_ change: LineBuffer.LetterCase, _ before: String, _ after: String) {
    var buffer = line(before)
    buffer.changeCase(change)
    #expect(buffer.marked == after)
  }

  @Test("Letters change places", arguments: [("ab|", "ba|"), ("ế|n x", "nế| x"), ("|ab", "|ab")])
  func transpose(_ before: String, _ after: String) {
    var buffer = line(before)
    buffer.transpose()
    #expect(buffer.marked == after)
  }

  @Test(
    "The last argument is a quoted one whole",
    arguments: [
      ("note c3 \"chưa rõ\"", "\"chưa rõ\""), ("load tin.txt ", "tin.txt"), ("", nil),
      ("a 'b c", "'b c"),
    ])
  func lastArgument(_ text: String, _ word: String?) {
    #expect(LineBuffer.lastArgument(of: text) == word)
  }

  @Test(
    "A range of bytes covers whole graphemes",
    arguments: [
      (0..<2, 0..<2), (2..<5, 2..<3), (3..<4, 2..<3), (2..<6, 2..<4), (6..<6, 4..<4),
      (2..<2, 2..<2),
    ])
  func utf8Ranges(_ bytes: Range<Int>, _ graphemes: Range<Int>) {
    #expect(LineBuffer("abếd").range(utf8: bytes) == graphemes)
  }

  @Test("Any edits: the cursor is within the line, and the line is in NFC")
  func anyEdits() {
    var generator = SplitMix(seed: 11)
    let pieces = [
      "e", "\u{302}", "\u{301}", "đ", "🇻", "🇳", "👩", "\u{200D}", "漢", " ", "\n", "_",
    ]
    for _ in 0..<300 {
      var buffer = LineBuffer()
      for _ in 0..<30 {
        change(&buffer, with: &generator, pieces)
        #expect((0...buffer.characters.count).contains(buffer.cursor))
        #expect(buffer.text.unicodeScalars.elementsEqual(buffer.text.composed.unicodeScalars))
        #expect(Array(buffer.text) == buffer.characters)
      }
    }
  }

  private func change(
    _ buffer: inout LineBuffer, with generator: inout SplitMix, _ pieces: [String]
  ) {
    switch generator.next() % 8 {
    case 0: buffer.deleteBackward()
    case 1: buffer.deleteForward()
    case 2: buffer.moveLeft()
    case 3: buffer.moveRight()
    case 4: buffer.cursor = buffer.wordStart
    case 5: buffer.transpose()
    default: buffer.insert(pieces.randomElement(using: &generator) ?? "")
    }
  }

  @Test(
    "A grapheme cut apart goes whole",
    arguments: [
      ("a🇻🇳b", "a🇳|b", "a|b"), ("a👨‍👩‍👧", "a\u{200D}👩‍👧|", "a|"), ("ab", "a|", nil), ("🇻🇳", "|", nil),
      ("đ\u{309}x", "đ|x", "|x"), ("🇻🇳", "a|🇻🇳", nil), ("x🇻🇳", "xế🇳|", "xế|"), ("e", "ê|", nil),
    ])
  func repaired(_ old: String, _ new: String, _ result: String?) {
    #expect(line(new).repaired(from: LineBuffer(old))?.marked == result)
  }

  @Test("libedit's cursor inside a grapheme goes to its end")
  func fromScalars() {
    let buffer = LineBuffer(scalars: "a🇻🇳b".unicodeScalars, scalarCursor: 2)
    #expect(buffer.marked == "a🇻🇳|b")
  }
}

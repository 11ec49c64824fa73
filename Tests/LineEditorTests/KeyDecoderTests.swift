import TestSupport
import Testing

@testable import LineEditor

@Suite("Bytes from the terminal become keys")
struct KeyDecoderTests {
  @Test(
    "A sequence is one key",
    arguments: [
      ("a", [Key.character("a")]),
      ("đ", [.character("đ")]),
      ("\u{1}", [.control("A")]),
      ("\u{1F}", [.control("_")]),
      ("\r", [.enter]),
      ("\n", [.enter]),
      ("\t", [.tab]),
      ("\u{7F}", [.backspace]),
      ("\u{1B}f", [.meta("f")]),
      ("\u{1B}đ", [.meta("đ")]),
      ("\u{1B}\u{7F}", [.named(.backspace, .alt)]),
      ("\u{1B}[A", [.named(.up)]),
      ("\u{1B}OA", [.named(.up)]),
      ("\u{1B}[1;5D", [.named(.left, .control)]),
      ("\u{1B}[1;3C", [.named(.right, .alt)]),
      ("\u{1B}[1;6C", [.named(.right, [.control, .shift])]),
      ("\u{1B}O5D", [.named(.left, .control)]),
      ("\u{1B}[H", [.named(.home)]),
      ("\u{1B}[4~", [.named(.end)]),
      ("\u{1B}[3~", [.named(.delete)]),
      ("\u{1B}[3;5~", [.named(.delete, .control)]),
      ("\u{1B}[Z", [.backTab]),
      ("\u{1B}[15~", [.named(.function(5))]),
      ("\u{1B}[[A", [.named(.function(1))]),
      ("\u{1B}OP", [.named(.function(1))]),
      ("\u{1B}[97;5u", [.control("A")]),
      ("\u{1B}[13;2u", [.named(.enter, .shift)]),
      ("\u{1B}[27;5;9~", [.named(.tab, .control)]),
      ("\u{1B}\u{1B}[A", [.escape, .named(.up)]),
    ])
  func sequence(_ text: String, _ keys: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: text.utf8) == keys)
    #expect(!decoder.isPending)
  }

  @Test(
    "What is unknown leaks nothing into the line",
    arguments: [
      "\u{1B}[<35;10;5M", "\u{1B}[<0;1;1m", "\u{1B}[M !!", "\u{1B}[I", "\u{1B}[?1;2c",
      "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}]0;title\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\",
      "\u{1B}[99~", "\u{1B}[1;2;3;4x", "\u{1B}Oz", "\u{85}", "\u{9B}", "\u{1B}[12;40R",
    ])
  func unknown(_ text: String) {
    var decoder = KeyDecoder()
    let keys = decoder.keys(from: Array(text.utf8) + Array("q".utf8))
    let characters = keys.filter { if case .character = $0 { true } else { false } }
    #expect(characters == [.character("q")])
  }

  @Test("A sequence cut anywhere gives the same key as whole")
  func cuts() {
    let text = "\u{1B}[1;5Dế\u{1B}[200~a\rb\u{1B}[201~\u{1B}f👍"
    let bytes = Array(text.utf8)
    var whole = KeyDecoder()
    let keys = whole.keys(from: bytes)
    #expect(
      keys == [
        .named(.left, .control), .character("ế"), .paste("a\nb"), .meta("f"), .character("👍"),
      ])
    for cut in bytes.indices {
      var decoder = KeyDecoder()
      let parts = decoder.keys(from: bytes[..<cut]) + decoder.keys(from: bytes[cut...])
      #expect(parts == keys)
    }
  }

  @Test("ESC alone is the Escape key once time has passed")
  func loneEscape() {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: [0x1B]).isEmpty)
    #expect(decoder.isPending)
    #expect(decoder.timeOut() == [.escape])
    #expect(decoder.keys(from: [0x66]) == [.character("f")])
  }

  @Test("Half a character or sequence is dropped once time has passed")
  func tornSequence() {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: [0xE1, 0xBA]).isEmpty)
    #expect(decoder.timeOut().isEmpty)
    #expect(decoder.keys(from: Array("\u{1B}[1;".utf8)).isEmpty)
    #expect(decoder.timeOut().isEmpty)
    #expect(decoder.keys(from: [0x61]) == [.character("a")])
  }

  @Test(
    "Bytes that are no UTF-8 give nothing and take nothing with them",
    arguments: [[0xFF], [0xC0, 0xAF], [0xE1, 0x61], [0x80], [0xED, 0xA0, 0x80], [0xC4]] as [[UInt8]]
  )
  func malformed(_ bytes: [UInt8]) {
    var decoder = KeyDecoder()
    let keys = decoder.keys(from: bytes + Array("q".utf8))
    #expect(keys.last == .character("q"))
    #expect(keys.dropLast().allSatisfy { $0 == .character("a") })
  }

  /// What a terminal, or a slip of the finger, may begin and never end.
  static let hanging = [
    "\u{1B}", "\u{1B}[", "\u{1B}[1;", "\u{1B}[200", "\u{1B}O", "\u{1B}O5", "\u{1B}]",
    "\u{1B}]11;rgb:", "\u{1B}]0;title\u{1B}", "\u{1B}P", "\u{1B}P1$r0m", "\u{1B}X", "\u{1B}^note",
    "\u{1B}_G", "\u{1B}[M", "\u{1B}[M !", "\u{1B}[[", "\u{1B}[200~", "\u{1B}[200~abc",
    "\u{1B}[200~abc\u{1B}[20", "\u{1B}[" + String(repeating: "1;", count: 200),
  ]

  @Test("Nothing that never ends is waited for without end", arguments: hanging)
  func hangs(_ text: String) {
    var decoder = KeyDecoder()
    _ = decoder.keys(from: text.utf8)
    #expect(decoder.isPending)
    #expect((decoder.patience ?? 0) <= 3000)
    _ = decoder.timeOut()
    #expect(!decoder.isPending)
    #expect(decoder.keys(from: Array("q".utf8)) == [.character("q")])
  }

  @Test("^C is heard in the midst of a sequence", arguments: hanging)
  func interrupts(_ text: String) {
    var decoder = KeyDecoder()
    _ = decoder.keys(from: text.utf8)
    if decoder.isPasting { return }  // the reader of the keys tells a pasted one from a typed one
    let last = decoder.keys(from: [0x03]).last
    #expect(last == .control("C"))
    #expect(!decoder.isPending)
  }

  @Test(
    "Alt with a character that begins a sequence is a key once time has passed",
    arguments: ["[", "O", "]", "P", "X", "^", "_"] as [Unicode.Scalar])
  func alt(_ sign: Unicode.Scalar) {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: ("\u{1B}" + String(sign)).utf8).isEmpty)
    #expect(decoder.timeOut() == [.meta(sign)])
  }

  @Test(
    "Half a character hangs no longer than a sequence",
    arguments: [[0xE1], [0xE1, 0xBA], [0x1B, 0xC4]])
  func halfCharacter(_ bytes: [UInt8]) {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: bytes).isEmpty)
    #expect(decoder.isPending)
    #expect(decoder.keys(from: [0x03]) == [.control("C")])
    #expect(!decoder.isPending)
  }

  @Test("A paste that never ends is handed over, without half an end mark")
  func endlessPaste() {
    for end in ["", "\u{1B}", "\u{1B}[2", "\u{1B}[201"] {
      var decoder = KeyDecoder()
      #expect(decoder.keys(from: ("\u{1B}[200~một\rhai" + end).utf8).isEmpty)
      #expect(decoder.timeOut() == [.paste("một\nhai")])
    }
  }

  @Test("Any bytes: no key is a control or C1 character")
  func noControlCharacters() {
    var generator = SplitMix(seed: 7)
    for _ in 0..<2000 {
      let bytes = (0..<40).map { _ in
        generator.next() % 3 == 0 ? 0x1B : UInt8(truncatingIfNeeded: generator.next())
      }
      var decoder = KeyDecoder()
      for key in decoder.keys(from: bytes) + decoder.timeOut() {
        guard case .character(let scalar) = key else { continue }
        #expect(scalar.properties.generalCategory != .control)
      }
    }
  }

  @Test(
    "A paste is one key, its controls gone and its last line end with them",
    arguments: [
      ("list claims\r", "list claims"),
      ("a\r\nb\nc\rd", "a\nb\nc\nd"),
      ("a\tb", "a\tb"),
      ("\u{1B}[31mred", "[31mred"),
      ("tie\u{302}\u{301}ng", "tiếng"),
      ("\u{3}\u{4}x", "x"),
    ])
  func paste(_ sent: String, _ text: String) {
    var decoder = KeyDecoder()
    let bytes = Array("\u{1B}[200~\(sent)\u{1B}[201~".utf8)
    #expect(decoder.keys(from: bytes) == [.paste(text)])
  }
}

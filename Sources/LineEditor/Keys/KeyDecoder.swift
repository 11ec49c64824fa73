/// Bytes from a terminal to keys; what it does not know it swallows whole, never a part of it.
///
/// `1B 5B 31 3B 35 44` → Ctrl-Left, `C4 91` → đ, `1B 66` → Alt-f. Sequences are those of ECMA-48
/// (CSI, SS3, string sequences) with xterm's parameters; a lone ESC is decided by `timeOut()`. A
/// control character breaks a sequence off and is a key: ^C is heard wherever one hangs.
package struct KeyDecoder: Sendable {
  private enum State: Sendable {
    case ground
    case escape
    /// Inside `ESC [`, with the bytes since.
    case control([UInt8])
    /// After `ESC O`, with the modifier digits since.
    case singleShift([UInt8])
    /// Inside `ESC ]`, `ESC P`, `ESC X`, `ESC ^` or `ESC _`, until BEL or `ESC \`; `lead` is the
    /// character behind ESC as long as nothing has followed it.
    case string(lead: UInt8?, escape: Bool)
    /// An X10 mouse report: three more bytes.
    case mouse(left: Int)
    /// Inside a bracketed paste.
    case paste([UInt8])
  }

  private var state = State.ground
  private var scalar = ScalarAssembler()
  /// ESC came before the character that is being assembled.
  private var isMeta = false
  private var keys: [Key] = []

  package init() {}

  /// More bytes must come, or time must pass, before the next key is known.
  package var isPending: Bool { patience != nil }

  /// Milliseconds that what is begun may take to go on; over a slow line it needs some. Nil: nothing
  /// is begun. The end of a paste that was cut off never comes, but a slow one must not be taken
  /// for such: its rest would be run as commands.
  package var patience: Int32? {
    switch state {
    case .ground: scalar.isPending ? 50 : nil
    case .string(lead: nil, _): 500
    case .paste: 3000
    default: 50
    }
  }

  package var isPasting: Bool {
    if case .paste = state { true } else { false }
  }

  /// The keys that `bytes` complete.
  package mutating func keys(from bytes: some Sequence<UInt8>) -> [Key] {
    for byte in bytes { push(byte) }
    defer { keys = [] }
    return keys
  }

  /// Nothing came for as long as `patience`: ESC alone is the Escape key, a paste has ended; half a
  /// sequence or half a character is dropped.
  package mutating func timeOut() -> [Key] {
    defer {
      state = .ground
      scalar = ScalarAssembler()
      isMeta = false
    }
    switch state {
    case .escape: return [.escape]
    case .control([]): return [.meta("[")]
    case .singleShift([]): return [.meta("O")]
    case .string(.some(let lead), false): return [.meta(Unicode.Scalar(lead))]
    case .paste(let bytes): return [.paste(PastedText.cleaned(Self.withoutHalfEnd(bytes)))]
    default: return []
    }
  }

  /// A paste of which the end mark came in part: the part is no text.
  private static func withoutHalfEnd(_ bytes: [UInt8]) -> [UInt8] {
    let half = pasteEnd.indices.last { bytes.suffix($0).elementsEqual(pasteEnd[..<$0]) } ?? 0
    return bytes.dropLast(half)
  }

  private mutating func push(_ byte: UInt8) {
    if byte < 0x20, breaksOff(byte) { state = .ground }
    switch state {
    case .ground: ground(byte)
    case .escape: escape(byte)
    case .control(let bytes): control(bytes, byte)
    case .singleShift(let digits): singleShift(digits, byte)
    case .string(_, let escape): string(escape: escape, byte)
    case .mouse(let left): state = left > 1 ? .mouse(left: left - 1) : .ground
    case .paste: paste(byte)
    }
  }

  /// Whether a control character cannot belong to what is begun.
  private func breaksOff(_ byte: UInt8) -> Bool {
    switch state {
    case .ground, .escape, .paste: false
    case .string: byte != 0x07 && byte != 0x1B
    case .mouse: true
    case .control, .singleShift: byte != 0x1B
    }
  }

  private mutating func ground(_ byte: UInt8) {
    if byte == 0x1B, !scalar.isPending {
      state = .escape
      return
    }
    switch scalar.push(byte) {
    case .some(let value) where value.value < 0x20 || value.value == 0x7F:
      keys.append(Self.controlKey(UInt8(value.value)))
    case .some(let value) where (0x80..<0xA0).contains(value.value):
      break
    case .some(let value):
      keys.append(isMeta ? .meta(value) : .character(value))
    case .none:
      if scalar.isPending { return }
    }
    isMeta = false
    // A byte that broke a character off starts anew.
    if let again = scalar.takeRejected() { push(again) }
  }

  private mutating func escape(_ byte: UInt8) {
    state = .ground
    switch byte {
    case UInt8(ascii: "["): state = .control([])
    case UInt8(ascii: "O"): state = .singleShift([])
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      state = .string(lead: byte, escape: false)
    case 0x1B:
      keys.append(.escape)
      state = .escape
    case 0x00..<0x20, 0x7F: keys.append(Self.metaControl(byte))
    default:
      isMeta = true
      ground(byte)
    }
  }

  private mutating func control(_ bytes: [UInt8], _ byte: UInt8) {
    switch byte {
    case 0x1B: state = .escape
    case UInt8(ascii: "M") where bytes.isEmpty: state = .mouse(left: 3)
    case UInt8(ascii: "[") where bytes.isEmpty: state = .control([byte])  // Linux console: ESC [[A
    case 0x20..<0x40: if bytes.count < Self.longest { state = .control(bytes + [byte]) }
    case 0x40..<0x7F: finish(bytes, final: byte)
    default: state = .ground
    }
  }

  /// Bytes of a sequence that are kept; no key has as many.
  private static let longest = 64

  private mutating func finish(_ bytes: [UInt8], final: UInt8) {
    if bytes == Array("200".utf8), final == UInt8(ascii: "~") {
      state = .paste([])
      return
    }
    state = .ground
    if let key = ControlSequence(parameters: bytes, final: final).key { keys.append(key) }
  }

  private mutating func singleShift(_ digits: [UInt8], _ byte: UInt8) {
    if byte == 0x1B {
      state = .escape
      return
    }
    if (0x30..<0x3A).contains(byte), digits.count < 4 {
      state = .singleShift(digits + [byte])
      return
    }
    state = .ground
    let parameters = digits.isEmpty ? [] : Array("1;".utf8) + digits
    if let key = ControlSequence(parameters: parameters, final: byte).key { keys.append(key) }
  }

  private mutating func string(escape: Bool, _ byte: UInt8) {
    if byte == 0x07 || (escape && byte == UInt8(ascii: "\\")) {
      state = .ground
    } else {
      state = .string(lead: nil, escape: byte == 0x1B)
    }
  }

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private mutating func paste(_ byte: UInt8) {
    guard case .paste(var bytes) = state else { return }
    state = .ground  // the array is held once while it grows
    bytes.append(byte)
    if byte == UInt8(ascii: "~"), bytes.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd) {
      bytes.removeLast(Self.pasteEnd.count)
      keys.append(.paste(PastedText.cleaned(bytes)))
    } else {
      state = .paste(bytes)
    }
  }

  private static func controlKey(_ byte: UInt8) -> Key {
    switch byte {
    case 0x0D, 0x0A: .enter
    case 0x09: .tab
    case 0x7F, 0x08: .backspace
    case 0x00: .control("@")
    default: .control(Character(Unicode.Scalar(byte + 0x40)))
    }
  }

  private static func metaControl(_ byte: UInt8) -> Key {
    switch controlKey(byte) {
    case .named(let name, let modifiers): .named(name, modifiers.union(.alt))
    case let other: other
    }
  }
}

/// Pasted bytes to text a line can hold.
enum PastedText {
  /// Line ends become \n, text becomes NFC, control characters other than tab go.
  ///
  /// `a\r\nb\u{1B}[0m\n` → `a\nb[0m`: an escape sequence loses its ESC, so it stays visible; blank
  /// line ends at the end go, so that a pasted command waits for Enter.
  static func cleaned(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar {
      case "\r": scalars.append("\n")
      case "\n": if !afterReturn { scalars.append("\n") }
      case "\t": scalars.append(scalar)
      default: if !isControl(scalar) { scalars.append(scalar) }
      }
    }
    while scalars.last == "\n" { scalars.removeLast() }
    return String(scalars).composed
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
  }
}

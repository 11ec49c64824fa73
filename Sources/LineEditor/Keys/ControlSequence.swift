/// A whole `ESC [ parameters final`, and the key it stands for.
///
/// `1;5` `D` → Ctrl-Left; `3` `~` → Delete; `97;5` `u` → Ctrl-A. Mouse and focus reports, answers
/// to queries and anything unknown are no key.
struct ControlSequence: Sendable {
  var parameters: [UInt8]
  var final: UInt8

  var key: Key? {
    guard let first = parameters.first else { return Self.letters[final].map { named($0) } }
    if first == UInt8(ascii: "["), parameters.count == 1 { return consoleFunctionKey }
    guard (0x30...0x39).contains(first) || first == UInt8(ascii: ";") else { return nil }
    switch final {
    case UInt8(ascii: "~"):
      if number(0) == 27 { return encoded(number(2)) }
      return Self.numbers[number(0)].map { named($0) }
    case UInt8(ascii: "u"):
      return encoded(number(0))
    default:
      return Self.letters[final].map { named($0) }
    }
  }

  private func named(_ name: Key.Name) -> Key {
    if final == UInt8(ascii: "Z") { return .backTab }
    return .named(name, modifiers)
  }

  /// The second parameter, less one: 1 shift, 2 alt, 4 control (8 and up are ignored).
  private var modifiers: Key.Modifiers {
    let value = number(1)
    return Key.Modifiers(rawValue: UInt8(truncatingIfNeeded: max(0, value - 1)) & 7)
  }

  private var consoleFunctionKey: Key? {
    (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(final)
      ? .named(.function(Int(final - UInt8(ascii: "A")) + 1)) : nil
  }

  /// A key sent as its code point (xterm's modifyOtherKeys, `CSI u`).
  private func encoded(_ code: Int) -> Key? {
    switch code {
    case 9: return .named(.tab, modifiers)
    case 13: return .named(.enter, modifiers)
    case 27: return .named(.escape, modifiers)
    case 127, 8: return .named(.backspace, modifiers)
    default: break
    }
    guard code >= 0x20, let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else {
      return nil
    }
    if modifiers.contains(.control) {
      let upper = String(scalar).uppercased()
      return scalar.isASCII ? upper.first.map { .control($0) } : nil
    }
    return modifiers.contains(.alt) ? .meta(scalar) : .character(scalar)
  }

  private func number(_ index: Int) -> Int {
    let fields = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    guard index < fields.count else { return 0 }
    // A colon starts sub-parameters (`97:65;5u`): the first one counts.
    let digits = fields[index].prefix { $0 != UInt8(ascii: ":") }
    return Int(String(decoding: digits, as: UTF8.self)) ?? 0
  }

  private static let letters: [UInt8: Key.Name] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "F"): .end, UInt8(ascii: "H"): .home,
    UInt8(ascii: "M"): .enter, UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
    UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4), UInt8(ascii: "Z"): .tab,
  ]

  private static let numbers: [Int: Key.Name] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]
}

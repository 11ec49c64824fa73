extension JSONError: CustomStringConvertible {
  /// What is wrong, without the place: "expected ':' after the key, found '='".
  package var words: String {
    switch kind {
    case .unexpected(let byte, let expected):
      "expected \(expected.words), found \(JSONError.name(of: byte))"
    case .unterminatedString: "this string has no closing quotation mark"
    case .controlCharacter(let byte):
      "a string holds \(JSONError.name(of: byte)), which must be written as an escape"
    case .invalidEscape: #"expected an escape such as \n, \" or \u00e9 after the backslash"#
    case .loneSurrogate(let unit):
      "\\u\(hex(Int(unit), 4)) is half of a surrogate pair, and its other half is missing"
    case .invalidUTF8(let byte): "\(JSONError.name(of: byte)) is not valid UTF-8 here"
    case .leadingZero: "a number does not start with 0 when more digits follow"
    case .numberOutOfRange: "this number is too large to be kept"
    case .tooDeep(let limit): "lists and objects are nested deeper than \(limit) levels"
    case .duplicateKey(let key, let first):
      "the key '\(key.prefix(40))' stands here again; the first is in line \(first.line), "
        + "column \(first.column)"
    case .trailingData: "expected the end of the text after the value"
    }
  }

  /// "line 3, column 7: expected ':' after the key, found '='".
  package var description: String {
    "line \(position.line), column \(position.column): \(words)"
  }

  /// "'x'", "byte 0x0A" or "the end of the text".
  private static func name(of byte: UInt8?) -> String {
    guard let byte else { return "the end of the text" }
    guard byte > 0x20, byte < 0x7F else { return "byte 0x" + hex(Int(byte), 2).uppercased() }
    return "'\(Character(Unicode.Scalar(byte)))'"
  }
}

extension JSONError.Expectation {
  fileprivate var words: String {
    switch self {
    case .value: "a value"
    case .key: "a key in quotation marks"
    case .colon: "':' after the key"
    case .digit: "a digit"
    case .word(let word): "'\(word)'"
    case .commaOrBrace: "',' or '}'"
    case .commaOrBracket: "',' or ']'"
    }
  }
}

private func hex(_ number: Int, _ width: Int) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

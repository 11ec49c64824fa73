/// Why a text is no JSON, and where.
package struct JSONError: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// A byte that cannot stand here; nil is the end of the text.
    case unexpected(UInt8?, expected: Expectation)
    /// A string that the text ends in; the place is its opening mark.
    case unterminatedString
    /// A control character that stands in a string unescaped.
    case controlCharacter(UInt8)
    /// What follows a backslash is no escape of JSON's.
    case invalidEscape
    /// Half of a UTF-16 pair, escaped without its other half.
    case loneSurrogate(UInt16)
    case invalidUTF8(UInt8)
    case leadingZero
    /// A number that neither `Int` nor `Double` holds: 1e400.
    case numberOutOfRange
    case tooDeep(limit: Int)
    /// The place is the second one.
    case duplicateKey(String, first: JSONPosition)
    /// Something stands after the value.
    case trailingData
  }

  package enum Expectation: Sendable, Hashable {
    case value, key, colon, digit, word(String)
    case commaOrBrace, commaOrBracket
  }

  package var kind: Kind
  package var position: JSONPosition

  package init(_ kind: Kind, at position: JSONPosition) {
    self.kind = kind
    self.position = position
  }
}

/// A place in a text: byte offset from 0; line and column from 1, the column in code points.
package struct JSONPosition: Sendable, Hashable {
  package var offset: Int
  package var line: Int
  package var column: Int

  package init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// Counts lines and code points up to `offset`: only for a place that is going to be shown.
  package init(offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    let before = bytes.prefix(offset)
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    self.offset = offset
    line = 1 + before.reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
    column = 1 + before[lineStart...].reduce(0) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 }
  }
}

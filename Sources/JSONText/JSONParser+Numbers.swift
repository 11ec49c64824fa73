extension JSONParser {
  /// The number at the cursor: an integer where it is written as one, else a double.
  mutating func number() throws(JSONError) -> JSONValue {
    let start = at
    let isNegative = next == UInt8(ascii: "-")
    if isNegative { at += 1 }
    guard let first = next, isDigit(first) else { throw unexpected(.digit) }
    let digits = at
    let magnitude = integerDigits()
    if first == UInt8(ascii: "0"), at > digits + 1 { throw error(.leadingZero, at: start) }
    guard try fractionAndExponent() else { return try integer(magnitude, isNegative, start) }
    guard let value = Double(String(decoding: bytes[start..<at], as: UTF8.self)),
      value.isFinite
    else { throw error(.numberOutOfRange, at: start) }
    return .number(value)
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Steps over digits; their value, or nil past `UInt64`.
  private mutating func integerDigits() -> UInt64? {
    var value: UInt64 = 0
    var fits = true
    while let byte = next, isDigit(byte) {
      let (tens, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, carries) = tens.addingReportingOverflow(UInt64(byte &- 0x30))
      value = sum
      fits = fits && !tooLarge && !carries
      at += 1
    }
    return fits ? value : nil
  }

  /// Steps over ".5", "e-3" or both; whether there were any.
  private mutating func fractionAndExponent() throws(JSONError) -> Bool {
    let start = at
    if next == UInt8(ascii: ".") {
      at += 1
      try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      at += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
      try digits()
    }
    return at > start
  }

  private mutating func digits() throws(JSONError) {
    guard let first = next, isDigit(first) else { throw unexpected(.digit) }
    while let byte = next, isDigit(byte) { at += 1 }
  }

  private func integer(
    _ magnitude: UInt64?, _ isNegative: Bool, _ start: Int
  ) throws(JSONError) -> JSONValue {
    guard let magnitude else { throw error(.numberOutOfRange, at: start) }
    if isNegative {
      guard magnitude <= UInt64(Int.max) + 1 else {
        throw error(.numberOutOfRange, at: start)
      }
      return .integer(Int(truncatingIfNeeded: 0 &- magnitude))
    }
    guard let value = Int(exactly: magnitude) else { throw error(.numberOutOfRange, at: start) }
    return .integer(value)
  }
}

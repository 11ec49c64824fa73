internal import JSONText

/// Appends JSON values to a byte buffer.
struct JSONBytes {
  var out: [UInt8]

  mutating func raw(_ text: StaticString) {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    out.append(contentsOf: bytes)
  }

  mutating func raw(_ text: String) { out.append(contentsOf: text.utf8) }

  /// A string, or null.
  mutating func string(_ text: String?) {
    guard var text else {
      raw("null")
      return
    }
    raw("\"")
    text.withUTF8 { escaped($0) }
    raw("\"")
  }

  /// The inside of a JSON string, escaped as the house's JSON is.
  mutating func escaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    JSONWriter.write(inside: bytes, into: &out)
  }

  mutating func integer(_ number: Int) {
    if number < 10, number >= 0 {
      out.append(0x30 + UInt8(number))
      return
    }
    var rest = number.magnitude
    if number < 0 { out.append(0x2D) }
    let start = out.count
    repeat {
      out.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    out[start...].reverse()
  }

  /// A number: whole ones without a point; what JSON cannot hold is null.
  mutating func number(_ value: Double) {
    if !value.isFinite {
      raw("null")
    } else if value.rounded() == value, abs(value) < 9_007_199_254_740_992 {
      integer(Int(value))
    } else {
      raw(value.description)
    }
  }

  /// A number between 0 and 1000 with at most `places` digits behind the point.
  mutating func decimal(_ value: Double, places: Int) {
    guard value.isFinite, abs(value) < 1000 else {
      number(value)
      return
    }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    number((value * scale).rounded() / scale)
  }

  mutating func list<Item>(_ items: [Item], _ write: (inout JSONBytes, Item) -> Void) {
    raw("[")
    for (index, item) in items.enumerated() {
      if index > 0 { raw(",") }
      write(&self, item)
    }
    raw("]")
  }
}

/// Appends JSON piece by piece to a byte buffer, where a tree of values would cost too much.
///
/// Commas and brackets are the caller's, as raw text: `{"n":` … `}`.
public struct JSONStream {
  public var out: [UInt8]

  package init(out: [UInt8]) { self.out = out }

  @inlinable
  public mutating func raw(_ text: StaticString) {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    // Commas and brackets are most of what comes here.
    if bytes.count == 1 { out.append(bytes[0]) } else { out.append(contentsOf: bytes) }
  }

  /// A string, or null.
  package mutating func string(_ text: String?) {
    if let text { JSONWriter.write(text, into: &out) } else { raw("null") }
  }

  /// The inside of a JSON string, escaped as the house's JSON is.
  package mutating func escaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    JSONWriter.write(inside: bytes, into: &out)
  }

  @inlinable
  public mutating func integer(_ number: Int) {
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

  /// A number: whole ones without a point or a sign of zero; what JSON cannot hold is null.
  package mutating func number(_ value: Double) {
    if value == 0 { integer(0) } else { JSONWriter.write(value, into: &out) }
  }

  /// A number that is written with a point or an exponent, so that readers who guess a column's
  /// type from its first records take it for one that can have a fraction: 60 → "60.0".
  package mutating func fraction(_ value: Double) {
    let start = out.count
    number(value)
    let written = out[start...]
    guard value.isFinite, !written.contains(where: { $0 == 0x2E || $0 | 0x20 == 0x65 }) else {
      return
    }
    out.append(contentsOf: [0x2E, 0x30])
  }

  /// A number between 0 and 1000 with at most `places` digits behind the point.
  package mutating func decimal(_ value: Double, places: Int) {
    guard value.isFinite, abs(value) < 1000 else {
      number(value)
      return
    }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (value * scale).rounded()
    guard scaled > 0 else { return number(scaled / scale) }
    append(Int(scaled), over: Int(scale))
  }

  /// 73 over 100 → "0.73", 70 over 100 → "0.7", 200 over 100 → "2".
  private mutating func append(_ number: Int, over scale: Int) {
    integer(number / scale)
    var (rest, digit) = (number % scale, scale / 10)
    if rest > 0 { out.append(0x2E) }
    while rest > 0 {
      out.append(0x30 + UInt8(rest / digit))
      (rest, digit) = (rest % digit, digit / 10)
    }
  }

  @inlinable
  package mutating func list<Item>(_ items: [Item], _ write: (inout JSONStream, Item) -> Void) {
    raw("[")
    for (index, item) in items.enumerated() {
      if index > 0 { raw(",") }
      write(&self, item)
    }
    raw("]")
  }
}

/// Cuts a text into rows and fields: RFC 4180, with any separator, a field in quotation marks may
/// hold separators, line ends and marks written twice.
struct DelimitedReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private var at: Int
  /// Of the byte that is read next, from 1.
  private(set) var line = 1

  struct Fault: Error, Hashable {
    var line: Int
    var problem: String
  }

  static let mostFields = 10_000

  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
    at = 0
    // Excel's own first line: "sep=;".
    if bytes.starts(with: "sep=".utf8), bytes.count > 5, bytes[4] == separator {
      at = (bytes.firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
      line = 2
    }
  }

  var isAtEnd: Bool { at >= bytes.count }

  /// The next row; nil at the end. A blank line is a row of one empty field.
  mutating func row() throws(Fault) -> [String]? {
    guard !isAtEnd else { return nil }
    var fields = [String]()
    let start = line
    while true {
      guard fields.count < Self.mostFields else {
        throw Fault(line: start, problem: "more than \(Self.mostFields) fields in a row")
      }
      fields.append(try field(rowStart: start))
      guard at < bytes.count else { return fields }
      let end = bytes[at]
      at += 1
      if end == separator { continue }
      if end == 0x0D, at < bytes.count, bytes[at] == 0x0A { at += 1 }
      line += 1
      return fields
    }
  }

  private mutating func field(rowStart: Int) throws(Fault) -> String {
    guard at < bytes.count, bytes[at] == 0x22 else { return plain() }
    let start = line
    var out = [UInt8]()
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == 0x0A { line += 1 }
      guard byte == 0x22 else {
        out.append(byte)
        continue
      }
      if at < bytes.count, bytes[at] == 0x22 {
        out.append(0x22)
        at += 1
        continue
      }
      // What follows the closing mark belongs to the field: `"a"b` → `ab`.
      return String(decoding: out, as: UTF8.self) + plain()
    }
    throw Fault(line: start, problem: "a field in quotation marks that has no end")
  }

  private mutating func plain() -> String {
    let start = at
    while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != 0x0D {
      at += 1
    }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<at]), as: UTF8.self)
  }
}

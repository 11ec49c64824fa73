/// Writes JSON values as text: compact on one line, or pretty with two blanks a level.
package struct JSONWriter: Sendable {
  /// Whether members are written in the order of their keys (by UTF-8), for stable files.
  package var sortsKeys: Bool
  package var isPretty: Bool

  package init(pretty: Bool = false, sortsKeys: Bool = false) {
    isPretty = pretty
    self.sortsKeys = sortsKeys
  }

  package func string(_ value: JSONValue) -> String {
    String(decoding: bytes(value), as: UTF8.self)
  }

  package func bytes(_ value: JSONValue) -> [UInt8] {
    var out = [UInt8]()
    write(value, level: 0, into: &out)
    return out
  }

  package func write(_ value: JSONValue, level: Int, into out: inout [UInt8]) {
    switch value {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let flag): out.append(contentsOf: (flag ? "true" : "false").utf8)
    case .integer(let number): out.append(contentsOf: String(number).utf8)
    case .number(let number): JSONWriter.write(number, into: &out)
    case .string(let text): JSONWriter.write(text, into: &out)
    case .array(let items): write(items, level: level, into: &out)
    case .object(let object): write(object, level: level, into: &out)
    }
  }

  /// Lists of numbers, and of pairs of them, stay on one line: spans read better so.
  private func write(_ items: [JSONValue], level: Int, into out: inout [UInt8]) {
    let breaks = isPretty && !items.allSatisfy(\.isShort)
    out.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { out.append(contentsOf: (breaks || !isPretty ? "," : ", ").utf8) }
      if breaks { newLine(level + 1, into: &out) }
      write(item, level: level + 1, into: &out)
    }
    if breaks { newLine(level, into: &out) }
    out.append(UInt8(ascii: "]"))
  }

  private func write(_ object: JSONObject, level: Int, into out: inout [UInt8]) {
    guard !object.members.isEmpty else { return out.append(contentsOf: "{}".utf8) }
    let members =
      sortsKeys
      ? object.members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      : object.members
    out.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      if isPretty { newLine(level + 1, into: &out) }
      JSONWriter.write(member.key, into: &out)
      out.append(contentsOf: (isPretty ? ": " : ":").utf8)
      write(member.value, level: level + 1, into: &out)
    }
    if isPretty { newLine(level, into: &out) }
    out.append(UInt8(ascii: "}"))
  }

  private func newLine(_ level: Int, into out: inout [UInt8]) {
    out.append(0x0A)
    out.append(contentsOf: repeatElement(0x20, count: level * 2))
  }

  /// Whole numbers without a fraction; NaN and infinities, which JSON lacks, as null.
  package static func write(_ number: Double, into out: inout [UInt8]) {
    if let whole = Int(exactly: number), abs(whole) < 1 << 53 {
      out.append(contentsOf: String(whole).utf8)
    } else if number.isFinite {
      out.append(contentsOf: "\(number)".utf8)
    } else {
      out.append(contentsOf: "null".utf8)
    }
  }

  /// A string in quotation marks. Control characters, DEL, C1 and the bidirectional controls
  /// are escaped, so that a file can be looked at in a terminal.
  package static func write(_ text: String, into out: inout [UInt8]) {
    out.append(0x22)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: out.append(contentsOf: #"\""#.utf8)
      case 0x5C: out.append(contentsOf: #"\\"#.utf8)
      case 0x0A: out.append(contentsOf: #"\n"#.utf8)
      case 0x0D: out.append(contentsOf: #"\r"#.utf8)
      case 0x09: out.append(contentsOf: #"\t"#.utf8)
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
        writeEscape(scalar.value, into: &out)
      case 0x20..<0x7F: out.append(UInt8(scalar.value))
      default: out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
      }
    }
    out.append(0x22)
  }

  private static func writeEscape(_ value: UInt32, into out: inout [UInt8]) {
    out.append(contentsOf: #"\u"#.utf8)
    for shift in [12, 8, 4, 0] as [UInt32] {
      let digit = UInt8(value >> shift & 0xF)
      out.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
}

extension JSONValue {
  /// Numbers, and lists of at most four numbers.
  fileprivate var isShort: Bool {
    switch self {
    case .integer, .number: true
    case .array(let items): items.count <= 4 && items.allSatisfy(\.isNumber)
    default: false
    }
  }

  private var isNumber: Bool {
    switch self {
    case .integer, .number: true
    default: false
    }
  }
}

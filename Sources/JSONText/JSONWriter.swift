import TerminalText

/// Writes JSON values as text: compact on one line, or pretty with two blanks a level.
package struct JSONWriter: Sendable {
  /// Whether members are written in the order of their keys (by UTF-8), for stable files.
  package var sortsKeys: Bool
  package var isPretty: Bool
  /// When pretty: lists of plain values and numbers in pairs, and objects of such lists and
  /// plain values, stay on one line where that line has at most so many code points. Nil: only lists of
  /// numbers do, however long.
  package var lineWidth: Int?
  /// Whether numbers that may have a fraction are written with a point always, 12 as 12.0: readers
  /// that guess a column's type from its first records guess right then.
  package var keepsPoints = false

  /// Whether characters are escaped as they were when the first hashes were made.
  private var isForHashes = false

  package init(pretty: Bool = false, sortsKeys: Bool = false, lineWidth: Int? = nil) {
    isPretty = pretty
    self.sortsKeys = sortsKeys
    self.lineWidth = lineWidth
  }

  /// What hashes are made over: on one line, keys sorted, escapes as they always were.
  package static let forHashes: JSONWriter = {
    var writer = JSONWriter(sortsKeys: true)
    writer.isForHashes = true
    return writer
  }()

  private func write(_ text: String, into out: inout [UInt8]) {
    if isForHashes {
      JSONWriter.write(text, escaping: SteeringScalar.isEscapedInHashes, into: &out)
    } else {
      JSONWriter.write(text, into: &out)
    }
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
    case .integer(let number): JSONWriter.write(number, into: &out)
    case .number(let number):
      JSONWriter.write(number, into: &out)
      if keepsPoints, JSONWriter.whole(number) != nil { out.append(contentsOf: ".0".utf8) }
    case .string(let text): write(text, into: &out)
    case .array(let items):
      layOut(value, into: &out) { breaks, out in
        write(items, level: level, breaks: breaks, into: &out)
      }
    case .object(let object):
      layOut(value, into: &out) { breaks, out in
        write(object, level: level, breaks: breaks, into: &out)
      }
    }
  }

  /// Writes a list or object on one line where it may stay there, else broken.
  private func layOut(
    _ value: JSONValue, into out: inout [UInt8], _ write: (_ breaks: Bool, inout [UInt8]) -> Void
  ) {
    guard isPretty else { return write(false, &out) }
    guard let lineWidth else { return write(!value.isListOfNumbers, &out) }
    guard value.isFlat else { return write(true, &out) }
    let start = out.count
    write(false, &out)
    let lineStart = out[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let columns = out[lineStart...].reduce(0) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 }
    guard columns > lineWidth else { return }
    out.removeLast(out.count - start)
    write(true, &out)
  }

  private func write(
    _ items: [JSONValue], level: Int, breaks: Bool, into out: inout [UInt8]
  ) {
    out.append(UInt8(ascii: "["))
    var isFirst = true
    for item in items {
      separate(&isFirst, level: level, breaks: breaks, into: &out)
      write(item, level: level + 1, into: &out)
    }
    if breaks, !isFirst { newLine(level, into: &out) }
    out.append(UInt8(ascii: "]"))
  }

  private func write(
    _ object: JSONObject, level: Int, breaks: Bool, into out: inout [UInt8]
  ) {
    out.append(UInt8(ascii: "{"))
    var isFirst = true
    for member in inOrder(object.members) {
      separate(&isFirst, level: level, breaks: breaks, into: &out)
      write(member.key, into: &out)
      out.append(UInt8(ascii: ":"))
      if isPretty { out.append(0x20) }
      write(member.value, level: level + 1, into: &out)
    }
    if breaks, !isFirst { newLine(level, into: &out) }
    out.append(UInt8(ascii: "}"))
  }

  func inOrder(_ members: [JSONObject.Member]) -> [JSONObject.Member] {
    guard sortsKeys, members.count > 1 else { return members }
    let pairs = zip(members, members.dropFirst())
    if pairs.allSatisfy({ !precedes($1.key, $0.key) }) { return members }
    return members.sorted { precedes($0.key, $1.key) }
  }

  private func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  func separate(
    _ isFirst: inout Bool, level: Int, breaks: Bool, into out: inout [UInt8]
  ) {
    if !isFirst {
      out.append(UInt8(ascii: ","))
      if isPretty, !breaks { out.append(0x20) }
    }
    isFirst = false
    if breaks { newLine(level + 1, into: &out) }
  }

  func newLine(_ level: Int, into out: inout [UInt8]) {
    out.append(0x0A)
    out.append(contentsOf: repeatElement(0x20, count: level * 2))
  }
}

extension JSONValue {
  /// Numbers, and lists of at most four numbers.
  private var isShort: Bool {
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

  fileprivate var isListOfNumbers: Bool {
    guard case .array(let items) = self else { return false }
    return items.allSatisfy(\.isShort)
  }

  private var isPlain: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private var isPlainList: Bool {
    guard case .array(let items) = self else { return isPlain }
    return items.allSatisfy { $0.isPlain || $0.isShort }
  }

  /// Nothing in it but plain values and lists of such.
  fileprivate var isFlat: Bool {
    switch self {
    case .array(let items): items.allSatisfy { $0.isPlain || $0.isShort }
    case .object(let object): object.members.allSatisfy(\.value.isPlainList)
    default: true
    }
  }
}

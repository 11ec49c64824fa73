import JSONText

/// One line of a history file: a JSON object with the member `line`, and room for others.
enum HistoryEntry {
  /// `{"line":"list claims"}` and a line end.
  static func written(_ line: String) -> String {
    JSONWriter().string(.object(["line": .string(line)])) + "\n"
  }

  private static let opening = Array("{\"line\":\"".utf8)
  private static let closing = Array("\"}".utf8)

  /// The UTF-8 of the member `line` of a flat object; nil for anything else, a torn line among it.
  static func line(_ object: ArraySlice<UInt8>) -> [UInt8]? {
    var object = object
    if object.last == UInt8(ascii: "\n") { object.removeLast() }
    if object.starts(with: opening), object.suffix(2).elementsEqual(closing),
      let text = unescaped(object.dropFirst(opening.count).dropLast(closing.count))
    {
      return text
    }
    guard case .object(let members)? = try? JSONReader.read(Array(object)),
      case .string(let line)? = members["line"]
    else { return nil }
    return Array(line.utf8)
  }

  /// A string as it is written here; nil for one with escapes of other kinds.
  private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var isEscaped = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "\\") where !isEscaped:
        isEscaped = true
        continue
      case UInt8(ascii: "n") where isEscaped: result.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "t") where isEscaped: result.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        if !isEscaped { return nil }
        result.append(byte)
      default:
        if isEscaped { return nil }
        result.append(byte)
      }
      isEscaped = false
    }
    return isEscaped ? nil : result
  }
}

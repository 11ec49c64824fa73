internal import JSONText

/// The members of the first object of a JSON text, as far as its first bytes show them: what a form
/// is told by, without reading the rest. The text may be cut off or wrong further on.
struct JSONHead {
  /// The keys of the object, in order.
  private(set) var keys: [String] = []
  /// The values that are short strings, and those of objects in the object, by "standard.name".
  private(set) var texts: [String: String] = [:]
  /// Whether it is an array that holds the object.
  private(set) var isArray = false

  private static let limit = 1 << 17

  /// nil where the bytes begin with no object, nor an array of them.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = UnsafeBufferPointer(rebasing: bytes.prefix(Self.limit))
    if let converted = JSONEncoding.utf8(ofUTF16: start) {
      guard converted.withUnsafeBufferPointer({ scan($0) }) else { return nil }
    } else {
      guard scan(UnsafeBufferPointer(rebasing: start[JSONEncoding.mark(start)...])) else {
        return nil
      }
    }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
    if at < bytes.count, bytes[at] == UInt8(ascii: "[") {
      isArray = true
      at = bytes[(at + 1)...].firstIndex { $0 > 0x20 } ?? bytes.count
    }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "{") else { return false }
    var depth = 0
    var path: [String] = []
    var string: String?
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        string = nil
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        note(string, path, depth)
        string = nil
        depth -= 1
        if depth == 0 { return true }
        if path.count > depth { path.removeLast(path.count - depth) }
      case UInt8(ascii: ","):
        note(string, path, depth)
        string = nil
      case UInt8(ascii: ":"):
        if depth <= 2, let key = string {
          path.removeLast(max(0, path.count - depth + 1))
          path.append(key)
          if depth == 1 { keys.append(key) }
        }
        string = nil
      case UInt8(ascii: "\""):
        string = Self.string(bytes, &at)
      default: break
      }
      at += 1
    }
    return true
  }

  private mutating func note(_ value: String?, _ path: [String], _ depth: Int) {
    if let value, depth <= 2, path.count == depth, value.utf8.count < 200 {
      texts[path.joined(separator: ".")] = value
    }
  }

  /// The string that begins at `at`, which ends up at its last quotation mark.
  private static func string(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> String {
    let start = at + 1
    at = start
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return String(decoding: bytes[min(start, bytes.count)..<min(at, bytes.count)], as: UTF8.self)
  }
}

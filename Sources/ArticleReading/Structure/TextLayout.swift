internal import ClaimModel
internal import Lexicons

/// The lines of a text and the places in it that may credit a picture, found in one pass.
struct TextLayout {
  struct Line {
    /// Without blanks at both ends; never empty.
    var span: TextSpan
    /// Empty lines right before it.
    var emptyLinesBefore: Int
  }

  private(set) var lines = [Line]()
  /// Offsets of ":" and "(" that a credit may stand before or behind.
  private(set) var marks = [Int]()

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var empty = 0
    for at in 0..<bytes.count {
      switch bytes[at] {
      case 0x0A:
        add(bytes, from: start, to: at, &empty)
        start = at + 1
      case 0x3A: if Self.mayCredit(bytes, before: at) { marks.append(at) }
      case 0x28: if Self.mayCredit(bytes, after: at) { marks.append(at) }
      default: break
      }
    }
    add(bytes, from: start, to: bytes.count, &empty)
  }

  /// Without some of its lines; the empty lines around one that goes stay before the next.
  func without(_ left: Set<Int>) -> TextLayout {
    guard !left.isEmpty else { return self }
    var copy = self
    copy.lines = []
    var empty = 0
    for (number, line) in lines.enumerated() {
      empty = max(empty, line.emptyLinesBefore)
      if left.contains(number) { continue }
      copy.lines.append(Line(span: line.span, emptyLinesBefore: copy.lines.isEmpty ? 0 : empty))
      empty = 0
    }
    return copy
  }

  private mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, _ empty: inout Int
  ) {
    let span = Self.trimmed(bytes, TextSpan(start, end))
    if span.isEmpty {
      empty += 1
    } else {
      lines.append(Line(span: span, emptyLinesBefore: lines.isEmpty ? 0 : empty))
      empty = 0
    }
  }

  /// Without blanks (also no-break ones and a byte order mark) at both ends.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan) -> TextSpan {
    var (start, end) = (span.start, span.end)
    while start < end {
      var next = start
      guard isBlank(UTF8Scanning.scalar(bytes, at: &next, end: end)) else { break }
      start = next
    }
    while end > start {
      var last = end - 1
      while last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
      var next = last
      guard isBlank(UTF8Scanning.scalar(bytes, at: &next, end: end)) else { break }
      end = last
    }
    return TextSpan(start, end)
  }

  private static func isBlank(_ scalar: UInt32) -> Bool {
    scalar != 0x5F && Scalars.kind(scalar) == .blank
  }

  /// Whether the word before a colon ends like one of the credit words: ả(nh), ho(ạ), vide(o).
  @inline(__always)
  private static func mayCredit(_ bytes: UnsafeBufferPointer<UInt8>, before colon: Int) -> Bool {
    var at = colon - 1
    while at >= 0, bytes[at] == 0x20 || bytes[at] == 0x5F { at -= 1 }
    guard at >= 0 else { return false }
    return bytes[at] >= 0x41
  }

  /// Whether a letter stands behind a bracket.
  @inline(__always)
  private static func mayCredit(_ bytes: UnsafeBufferPointer<UInt8>, after bracket: Int) -> Bool {
    var at = bracket + 1
    if at < bytes.count, bytes[at] == 0x20 { at += 1 }
    return at < bytes.count && bytes[at] >= 0x41 && bytes[at] != 0x5B
  }
}

@_spi(_Unicode) import Swift
import TerminalText

/// ^R: history lines that hold what is typed, newest first.
///
/// A query without marks finds accented text (`bo ngoai` finds `Bộ Ngoại giao`), one with marks
/// finds just that; case never matters.
struct HistorySearch: Sendable {
  /// The line before the search, to go back to.
  let original: LineBuffer
  private let lines: TextArena
  private let folded: TextArena
  private var fold = PlainFold()
  private(set) var query = ""
  /// The query has no marks.
  private var isPlain = true
  /// Indices into `lines`, oldest first.
  private var matches: [Int] = []
  /// Steps from the newest match.
  private var chosen = 0

  init(lines: TextArena, folded: TextArena, original: LineBuffer) {
    self.original = original
    self.lines = lines
    self.folded = folded
  }

  mutating func type(_ text: String) { search((query + text).composed) }
  mutating func deleteBackward() { search(String(query.dropLast())) }
  mutating func older() { chosen = min(chosen + 1, max(0, matches.count - 1)) }
  mutating func newer() { chosen = max(chosen - 1, 0) }

  private mutating func search(_ text: String) {
    query = text
    chosen = 0
    matches = []
    if query.isEmpty { return }
    let plain = fold(query)
    let exact = Array(query.lowercased().utf8)
    isPlain = plain == exact
    matches = folded.indices(holding: plain)
    if !isPlain {
      matches.removeAll { !TextArena([lines[$0].lowercased()]).holds(exact) }
    }
  }

  private var match: Int? {
    chosen < matches.count ? matches[matches.count - 1 - chosen] : nil
  }

  /// The match, the cursor at its start, or what stood there before.
  var shownLine: LineBuffer {
    guard let match else { return original }
    var buffer = LineBuffer(lines[match])
    buffer.cursor = matchedRange?.lowerBound ?? buffer.cursor
    return buffer
  }

  /// The graphemes of the line that match.
  var matchedRange: Range<Int>? {
    guard let match else { return nil }
    var fold = fold
    let key = { [isPlain] (character: Character) -> [UInt8] in
      isPlain ? fold(String(character)) : Array(character.lowercased().utf8)
    }
    let line = LineBuffer(lines[match]).characters.map(key)
    let wanted = query.map(key)
    guard wanted.count <= line.count else { return nil }
    return (0...(line.count - wanted.count)).lazy
      .map { $0..<($0 + wanted.count) }
      .first { line[$0].elementsEqual(wanted) }
  }

  /// The row below the line: what is searched for, and which match of how many.
  func append(to builder: inout FrameBuilder) {
    let count =
      query.isEmpty ? "" : matches.isEmpty ? "no match" : "\(chosen + 1) of \(matches.count)"
    builder.appendCut("search: ", .dim, to: builder.room, padding: false)
    builder.appendCut(query, .plain, to: max(1, builder.room - count.count - 2), padding: false)
    builder.appendCut("  " + count, .dim, to: builder.room, padding: false)
  }
}

extension TextArena {
  /// One of the texts holds `part`.
  fileprivate func holds(_ part: [UInt8]) -> Bool { !indices(holding: part).isEmpty }
}

/// Text to lower case without marks, for searching: `Đắk Lắk` → `dak lak`.
struct PlainFold: Sendable {
  /// What each scalar beyond ASCII that was met becomes.
  private var known: [UInt32: [UInt8]] = [:]

  mutating func callAsFunction(_ text: some StringProtocol) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        let isCapital = (0x41...0x5A).contains(scalar.value)
        folded.append(UInt8(scalar.value) | (isCapital ? 0x20 : 0))
      } else if let bytes = known[scalar.value] {
        folded.append(contentsOf: bytes)
      } else {
        let bytes = Self.fold(scalar)
        known[scalar.value] = bytes
        folded.append(contentsOf: bytes)
      }
    }
    return folded
  }

  private static func fold(_ scalar: Unicode.Scalar) -> [UInt8] {
    String(scalar).lowercased()._nfd.flatMap { part -> [UInt8] in
      if part.properties.generalCategory == .nonspacingMark { return [] }
      return part == "đ" ? [UInt8(ascii: "d")] : Array(String(part).utf8)
    }
  }
}

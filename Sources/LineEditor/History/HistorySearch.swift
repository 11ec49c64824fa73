/// ^R: history lines that hold what is typed, newest first.
///
/// A query without marks finds accented text (`bo ngoai` finds `Bộ Ngoại giao`), one with marks
/// finds just that; case never matters.
struct HistorySearch: Sendable {
  /// The line before the search, to go back to.
  let original: LineBuffer
  private let lines: [String]
  private let plain: [String]
  private(set) var query = ""
  /// Indices into `lines`, newest first.
  private var matches: [Int] = []
  private var chosen = 0

  init(lines: [String], original: LineBuffer) {
    self.original = original
    self.lines = lines.reversed()
    plain = self.lines.map(\.foldedPlain)
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
    let folded = query.foldedPlain
    let exact = query.lowercased()
    let isPlain = folded.utf8.elementsEqual(exact.utf8)
    matches = lines.indices.filter { index in
      plain[index].utf8.contains(folded.utf8)
        && (isPlain || lines[index].lowercased().utf8.contains(exact.utf8))
    }
  }

  /// The match, or what stood there before.
  var shownLine: LineBuffer {
    guard chosen < matches.count else { return original }
    var buffer = LineBuffer(lines[matches[chosen]])
    buffer.cursor = matchedRange?.lowerBound ?? buffer.cursor
    return buffer
  }

  /// The graphemes of the line that match.
  var matchedRange: Range<Int>? {
    guard chosen < matches.count else { return nil }
    let isPlain = query.foldedPlain.utf8.elementsEqual(query.lowercased().utf8)
    let fold = { (text: String) in isPlain ? text.foldedPlain : text.lowercased() }
    let line = lines[matches[chosen]].composed.map { fold(String($0)) }
    let wanted = query.map { fold(String($0)) }
    guard wanted.count <= line.count else { return nil }
    for start in 0...(line.count - wanted.count)
    where line[start..<(start + wanted.count)].elementsEqual(wanted) {
      return start..<(start + wanted.count)
    }
    return nil
  }

  /// The row below the line: what is searched for, and which match of how many.
  func append(to builder: inout FrameBuilder) {
    let count =
      query.isEmpty ? "" : matches.isEmpty ? "no match" : "\(chosen + 1) of \(matches.count)"
    builder.appendCut("search: ", Style(dim: true), to: builder.room, padding: false)
    builder.appendCut(query, .plain, to: max(1, builder.room - count.count - 2), padding: false)
    builder.appendCut("  " + count, Style(dim: true), to: builder.room, padding: false)
  }
}

extension Collection<UInt8> {
  /// The bytes of `part` follow each other somewhere in it.
  func contains(_ part: some Collection<UInt8>) -> Bool {
    guard let first = part.first else { return true }
    var rest = self[...]
    while let at = rest.firstIndex(of: first) {
      rest = rest[at...]
      if rest.starts(with: part) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}

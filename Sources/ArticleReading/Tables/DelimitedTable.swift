/// What the head of an input says of the table that it is, if it is one.
struct DelimitedTable {
  var separator: UInt8
  var names: [String]
  /// Whether the rows behind the header have as many fields as it has.
  var isEven: Bool
  /// Whether there is a row behind the header.
  var hasRows: Bool

  /// Bytes that are looked at.
  private static let head = 1 << 16
  private static let separators: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

  /// The table that has a column of text, else the one of most columns; nil where no separator
  /// stands in the first line.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, among separators: [UInt8] = separators) {
    guard var text = HeadText.text(bytes, limit: Self.head) else { return nil }
    let isWhole = bytes.count <= Self.head
    let found = text.withUTF8 { bytes in
      separators.compactMap { Self.read(bytes, $0, isWhole) }
    }
    let best = found.max { a, b in
      let (first, second) = (StoryColumns(a.names).hasText, StoryColumns(b.names).hasText)
      return first == second ? a.names.count < b.names.count : second
    }
    guard let best, best.names.count > 1 else { return nil }
    self = best
  }

  private init(separator: UInt8, names: [String], isEven: Bool, hasRows: Bool) {
    self.separator = separator
    self.names = names
    self.isEven = isEven
    self.hasRows = hasRows
  }

  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ separator: UInt8, _ isWhole: Bool
  ) -> DelimitedTable? {
    var reader = DelimitedReader(bytes, separator: separator)
    guard let names = try? reader.row(), names.count > 1 else { return nil }
    var isEven = true
    let hasRows = !reader.isAtEnd
    for _ in 0..<8 {
      // The last row of a cut head may be half a row.
      guard let row = try? reader.row(), isWhole || !reader.isAtEnd else { break }
      if row.count != names.count, row != [""] { isEven = false }
    }
    return DelimitedTable(
      separator: separator, names: names, isEven: isEven, hasRows: hasRows)
  }

  /// Whether it is surely a table of stories: a column of text and another one that stories have,
  /// names that are all short, even rows. theo's own lists of claims have text as well.
  var isOfStories: Bool {
    let columns = StoryColumns(names)
    return hasRows && isEven && columns.hasText && columns.places.count > 1 && isNamed
      && !isOfClaims
  }

  /// Whether the first row can be one of names.
  var isNamed: Bool {
    let named = names.filter { !TextTrim.isBlank($0) }
    return named.count > 1 && named.allSatisfy { $0.utf8.count <= 60 && !$0.contains("\n") }
      && Set(named).count == named.count
  }

  var isOfClaims: Bool {
    let names = Set(names.map(StoryField.plain))
    return names.isSuperset(of: ["worth", "kind", "speaker"])
  }
}

/// The beginning of an input as text, whatever its encoding: for telling what it is.
enum HeadText {
  /// nil for what is no text. A character cut in two at the end goes.
  static func text(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> String? {
    var head = bytes.prefix(limit)
    guard !head.isEmpty else { return nil }
    if bytes.count > limit {
      if let end = head.lastIndex(where: { $0 & 0xC0 != 0x80 }), head[end] >= 0xC0 {
        head = head[..<end]
      }
      if head.count % 2 != 0, head[0] >= 0xFE { head = head.dropLast() }
    }
    return try? TextDecoder(bytes: UnsafeBufferPointer(rebasing: head)).decoded().text
  }
}

internal import ClaimModel
internal import FactStore

@_spi(_Unicode) internal import Swift

/// A story's text as it is compared with others: composed (NFC), without blanks, line ends and
/// marks that are not seen. The same story saved with CRLF, decomposed, with blanks at the ends
/// of its lines or behind a BOM is the same there.
///
/// `"Hà\r\n nội "` → `"Hànội"`
struct KeyText: Sendable {
  /// UTF-8.
  private(set) var bytes: [UInt8] = []
  private var letters: [Letter] = []

  /// What is composed as one: a code point, or several that form one. Offsets are bytes.
  private struct Letter: Sendable {
    /// In the text.
    var start: Int
    var end: Int
    /// In `bytes`.
    var key: Int
  }

  init(_ text: String) {
    bytes.reserveCapacity(text.utf8.count)
    Self.compose(text, into: &bytes) { letters.append(Letter(start: $0, end: $1, key: $2)) }
  }

  /// The bytes alone.
  static func bytes(of text: String) -> [UInt8] {
    var bytes = [UInt8]()
    bytes.reserveCapacity(text.utf8.count)
    compose(text, into: &bytes) { _, _, _ in }
    return bytes
  }

  /// Where a span of the text stands here.
  func key(_ span: TextSpan) -> TextSpan {
    let start = key(span.start)
    return TextSpan(start, max(start, key(span.end)))
  }

  private func key(_ offset: Int) -> Int {
    let place = firstLetter { $0.start >= offset }
    return place < letters.count ? letters[place].key : bytes.count
  }

  /// Where a span of this stands in the text, without blanks around it.
  func span(_ key: TextSpan) -> TextSpan {
    let first = firstLetter { $0.key >= key.start }
    guard first < letters.count else {
      let end = letters.last?.end ?? 0
      return TextSpan(end, end)
    }
    let start = letters[first].start
    let next = firstLetter { $0.key >= key.end }
    return TextSpan(start, next > first ? letters[next - 1].end : start)
  }

  /// The place of the first letter that holds, or the one behind the last.
  private func firstLetter(where holds: (Letter) -> Bool) -> Int {
    var low = 0
    var high = letters.count
    while low < high {
      let middle = (low + high) / 2
      if holds(letters[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension KeyText {
  /// Appends every letter that is seen, and tells its start and end in the text and its start in
  /// `bytes`.
  private static func compose(
    _ text: String, into bytes: inout [UInt8], tell: (Int, Int, Int) -> Void
  ) {
    var at = 0
    if text.unicodeScalars.allSatisfy(isComposed) {
      for scalar in text.unicodeScalars {
        let end = at + UTF8.width(scalar)
        if !isUnseen(scalar) {
          tell(at, end, bytes.count)
          UTF8.encode(scalar).map { bytes.append(contentsOf: $0) }
        }
        at = end
      }
      return
    }
    for character in text {
      let end = at + character.utf8.count
      if let first = character.unicodeScalars.first, !isUnseen(first) {
        tell(at, end, bytes.count)
        for scalar in String(character)._nfc {
          UTF8.encode(scalar).map { bytes.append(contentsOf: $0) }
        }
      }
      at = end
    }
  }

  /// Whether a code point is composed as it stands and takes part in no composition: Latin
  /// letters with Vietnamese marks, punctuation, money.
  private static func isComposed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x1E00..<0x1F00, 0x2002..<0x20D0, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// Blanks, line ends, and what takes no room: soft hyphens, joiners of words, a BOM.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0xAD, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F,
      0x205F, 0x2060, 0x3000, 0xFEFF:
      true
    default: false
    }
  }
}

/// Claims whose spans count in a key text instead of the story's own, and back.
extension KeyText {
  func key(_ claim: Claim) -> Claim {
    var claim = claim.movingSpans(key)
    // "Lê\u{A0}Thu Hà" is the same name.
    if let name = claim.speaker?.name {
      claim.speaker?.name = name.unicodeScalars.split(whereSeparator: Self.isUnseen)
        .map(String.init).joined(separator: " ")
    }
    return claim
  }

  func claim(_ key: Claim) -> Claim { key.movingSpans(span) }
}

extension Claim {
  fileprivate func movingSpans(_ move: (TextSpan) -> TextSpan) -> Claim {
    var claim = self
    claim.content = content.map(move)
    claim.cue = cue.map(move)
    claim.source = source.map(move)
    claim.context = move(context)
    for index in quantities.indices {
      claim.quantities[index].span = move(quantities[index].span)
    }
    for index in dates.indices { claim.dates[index].span = move(dates[index].span) }
    for index in reasons.indices { claim.reasons[index].span = reasons[index].span.map(move) }
    for index in hops.indices {
      claim.hops[index].span = move(hops[index].span)
      claim.hops[index].ties = hops[index].ties.map(move)
    }
    claim.anonymity?.reason = anonymity?.reason.map(move)
    return claim
  }
}

extension ArticleStructure {
  func movingSpans(_ move: (TextSpan) -> TextSpan) -> ArticleStructure {
    var structure = self
    structure.title = title.map(move)
    structure.body = body.map(move)
    for index in captions.indices { structure.captions[index].span = move(captions[index].span) }
    structure.byline?.span = byline.map { move($0.span) } ?? TextSpan(0, 0)
    structure.dateline?.span = dateline.map { move($0.span) } ?? TextSpan(0, 0)
    return structure
  }
}

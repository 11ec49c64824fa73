internal import ClaimModel
internal import Lexicons

/// Finds credits that no word opens: a photographer and an agency at the end of a line.
///
/// "… on Tuesday. Anna Reed/AFP via Getty Images", "… the hall. TOM STONE/via REUTERS",
/// "… the march. (AP Photo/Tom Stone)"
struct AgencyCreditFinder {
  let story: StoryText
  let longestName: Int
  /// Whether "Lê Minh/VOV" at a line's end may sign the story: then only brackets credit.
  let mayBeSignOff: Bool

  /// Bytes at the end of a line in which one stands.
  private static let window = 96
  private static let picture = [WordKey("photo"), WordKey("photos"), WordKey("images")]
  private static let bylineWords = PhraseBook(embedded: "byline-words.tsv")
  private static let via = WordKey("via")

  private var names: AgencyNames { AgencyNames(story: story) }

  func credits(beside found: [PictureCredit]) -> [PictureCredit] {
    let taken = Set(found.map(\.line))
    return story.lines.indices.compactMap { line in
      taken.contains(line) || !mayCredit(story.lines[line].span) ? nil : credit(at: line)
    }
  }

  /// Whether a slash stands near the end of a line.
  private func mayCredit(_ line: TextSpan) -> Bool {
    story.bytes[max(line.start, line.end - Self.window)..<line.end].contains(0x2F)
  }

  private func credit(at line: Int) -> PictureCredit? {
    let span = story.lines[line].span
    let (words, isAll) = story.lastWords(span, bytes: Self.window)
    guard var end = words.indices.last, end > 1 else { return nil }
    if words[end].isMark("."), end > 0 { end -= 1 }
    let isBracketed = words[end].isClosing
    guard isBracketed || !mayBeSignOff else { return nil }
    let first: Int
    if isBracketed {
      guard let opening = words[..<end].lastIndex(where: \.isOpening) else { return nil }
      first = opening + 1
      guard first < end, Self.bylineWords.match(words, at: first) == nil else { return nil }
    } else {
      guard let start = start(words, end), start > 0 || isAll else { return nil }
      first = start
    }
    let name = words[first...(isBracketed ? end - 1 : end)]
    guard !name.isEmpty, name.count <= longestName, isCredit(name) else { return nil }
    let start = isBracketed ? words[first - 1].start : words[first].start
    guard start > span.start else { return nil }
    return PictureCredit(
      span: TextSpan(start, words[words.count - 1].end), name: names(in: name), line: line,
      isBracketed: isBracketed)
  }

  /// Behind the last sentence that ends in the line.
  private func start(_ words: [Word], _ end: Int) -> Int? {
    guard
      let stop = words[..<end].indices.last(where: {
        words[$0].endsSentence && !words[$0 + 1].touchesPrevious
      })
    else { return nil }
    return stop + 1
  }

  /// Names on both sides of a slash, an agency of the register or "Photo" among them.
  private func isCredit(_ words: ArraySlice<Word>) -> Bool {
    guard let slash = words.firstIndex(where: { $0.isMark("/") }), slash > words.startIndex,
      slash + 1 < words.endIndex,
      words.allSatisfy({
        $0.isName || $0.kind == .punctuation && !$0.isMark(":") || $0.key == Self.via
          || $0.key == WordKey("for")
      })
    else { return false }
    var sides = [words[..<slash], words[(slash + 1)...]]
    for (index, side) in sides.enumerated() {
      if let via = side.firstIndex(where: { $0.key == Self.via }) {
        sides[index] = side[..<via]
        sides.append(side[(via + 1)...])
      }
    }
    return sides.contains { isHouse($0) }
  }

  private func isHouse(_ side: ArraySlice<Word>) -> Bool {
    guard let last = side.last else { return false }
    let bare = Self.picture.contains(last.key) ? side.dropLast() : side
    return names.isRegistered(side) || names.isRegistered(bare)
  }

  private func names(in words: ArraySlice<Word>) -> String? {
    guard let first = words.first, let last = words.last else { return nil }
    return story.name(TextSpan(first.start, last.end))
  }
}

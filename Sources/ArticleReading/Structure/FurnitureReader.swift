internal import ClaimModel
internal import Lexicons

/// Finds the lines that a page prints around a story: links to other stories, buttons, comments,
/// and the codes that an agency's desk ends a story with.
///
/// ">> Xem thêm: Giá vàng hôm nay tăng", "TIN LIÊN QUAN:" and the headlines below it,
/// "Bình luận (35)", "Chia sẻ Facebook Zalo", "rsu/jfx/cwl"
struct FurnitureReader {
  let story: StoryText

  private static let words = PhraseBook(embedded: "page-words.tsv")
  /// Words of the longest headline of another story.
  private static let longestHeadline = 30

  /// Numbers of such lines, and why each is none of the story.
  func lines() -> [Int: LeftOut.Cause] {
    var found = [Int: LeftOut.Cause]()
    var isListing = false
    for (number, line) in story.lines.enumerated() where number > 0 {
      if opens(line.span), let kind = kind(of: words(line.span)) {
        found[number] = .furniture
        isListing = kind == .list
      } else if isListing, isHeadline(words(line.span)) {
        found[number] = .furniture
      } else {
        isListing = false
        if let cause = atEnd(line.span, linesBelow: story.lines.count - number - 1) {
          found[number] = cause
        }
      }
    }
    return found
  }

  private static let mostLinesBelow = 5

  /// Codes, marks and notes of the desk in the last lines: "AFP-rsu/cwl", "-30-", "Ann Poe
  /// contributed to this report."
  private func atEnd(_ line: TextSpan, linesBelow: Int) -> LeftOut.Cause? {
    guard linesBelow <= Self.mostLinesBelow, line.end - line.start < 400 else { return nil }
    if linesBelow < 3, hasSlash(line), isDeskCode(words(line), line) { return .deskCode }
    if linesBelow < 3, isEndMark(line) { return .deskCode }
    return isNote(line) || isLink(line) || isStaff(line) ? .furniture : nil
  }

  /// "Nguồn: https://a.example/1", "Link gốc: www.a.example": a few words, a colon and an address.
  private func isLink(_ line: TextSpan) -> Bool {
    let words = story.words(line, limit: 8)
    guard let colon = words.prefix(5).firstIndex(where: { $0.isMark(":") }), colon > 0,
      colon + 1 < words.count
    else { return false }
    let address = story.name(TextSpan(words[colon + 1].start, line.end))
    return !address.contains(" ")
      && ["http://", "https://", "www."].contains(where: address.hasPrefix)
  }

  /// "Thiết kế: Mai Chi", "Đồ họa: Mai Chi - Thu An": who made the page, not the story.
  private func isStaff(_ line: TextSpan) -> Bool {
    let words = story.words(line, limit: 16)
    guard let first = words.first, first.isCapital, words.count < 16, words.last?.end == line.end,
      let (_, count) = Self.words.match(words, at: 0, roles: ["staff"]), count + 1 < words.count,
      words[count].isMark(":")
    else { return false }
    return words[(count + 1)...].allSatisfy { $0.isName || $0.kind == .punctuation }
  }

  /// "-30-", "- 30 -"
  private func isEndMark(_ line: TextSpan) -> Bool {
    guard line.end - line.start <= 8 else { return false }
    let words = words(line)
    return words.count == 3 && words[0].isDash && words[2].isDash && words[1].kind == .number
      && story.name(TextSpan(words[1].start, words[1].end)) == "30"
  }

  /// One or two sentences of the desk about the story: no cue of speech makes one of them a claim.
  private func isNote(_ line: TextSpan) -> Bool {
    let words = story.words(line, limit: Self.longestNote + 1)
    guard words.count <= Self.longestNote else { return false }
    let isNote = words.indices.contains { index in
      words[index].kind == .word && Self.words.opens(words[index].key)
        && Self.words.match(words, at: index, roles: ["note"]) != nil
    }
    // "© 2025 AFP. All rights reserved" names whose story it is.
    return isNote && SignOffParser(story: story).parse(words)?.agencies.isEmpty ?? true
  }

  private static let longestNote = 45

  private func words(_ line: TextSpan) -> [Word] {
    story.words(line, limit: Self.longestHeadline + 1)
  }

  /// Whether a line's first word, marks aside, opens such a phrase: most lines go no further.
  private func opens(_ line: TextSpan) -> Bool {
    var opens = false
    WordScanner(bytes: story.bytes)
      .forEachWord(from: line.start, to: min(line.end, line.start + Self.head)) {
        start, end, scalar, _ in
        let kind = Scalars.kind(scalar)
        guard kind == .letter || kind == .mark else { return kind != .digit }
        opens = Self.words.opens(WordKey(bytes: story.bytes, from: start, to: end))
        return false
      }
    return opens
  }

  /// Bytes in which the first word of a line stands.
  private static let head = 40

  private enum Kind { case line, list }

  private func kind(of words: [Word]) -> Kind? {
    var first = 0
    while first < words.count, words[first].kind == .punctuation,
      !words[first].isOpening, !words[first].isOpeningQuote
    { first += 1 }
    guard first < words.count, words[first].isCapital || first > 0,
      let (role, count) = Self.words.match(
        words, at: first, roles: ["head", "alone", "open", "share"])
    else { return nil }
    let rest = words[(first + count)...]
    switch role {
    case "head": return kind(behindHead: rest, isMarked: first > 0)
    case "open": return .line
    case "alone": return rest.allSatisfy { $0.kind == .punctuation } ? .line : nil
    default: return namesNetworks(rest) ? .line : nil
    }
  }

  /// A colon and a headline, a count in brackets, or nothing: then headlines follow in lines of
  /// their own.
  private func kind(behindHead rest: ArraySlice<Word>, isMarked: Bool) -> Kind? {
    guard let mark = rest.first else { return .list }
    if mark.isMark(":") { return rest.count == 1 ? .list : .line }
    if mark.isMark(">") || mark.scalar == 0xBB { return .line }
    let isCount = rest.allSatisfy { $0.kind != .word }
    return isCount && mark.isOpening ? .line : nil
  }

  private func namesNetworks(_ rest: ArraySlice<Word>) -> Bool {
    guard !rest.isEmpty else { return true }
    let words = Array(rest)
    return words.indices.allSatisfy {
      words[$0].kind == .punctuation || words[$0].kind == .number
        || Self.words.match(words, at: $0, roles: ["network"]) != nil
    } && words.contains { $0.kind == .word }
  }

  /// A line that no mark ends, as headlines of other stories stand.
  private func isHeadline(_ words: [Word]) -> Bool {
    guard words.count <= Self.longestHeadline, words.count >= 3, let last = words.last else {
      return false
    }
    return last.kind != .punctuation || last.isClosing || last.isMark("?")
  }

  /// A short line with a slash: all that a desk's code can be.
  private func hasSlash(_ line: TextSpan) -> Bool {
    line.end - line.start <= 64 && story.bytes[line.start..<line.end].contains(0x2F)
  }

  /// "rsu/jfx/cwl", "bur-ab/cd", "AFP-ab/cd": lower-case letters in groups of two to four.
  private func isDeskCode(_ words: [Word], _ line: TextSpan) -> Bool {
    guard words.count >= 3, words.count <= 13, words.last?.end == line.end else { return false }
    let codes = words.indices.filter { $0 % 2 == 0 }.map { words[$0] }
    let marks = words.indices.filter { $0 % 2 == 1 }.map { words[$0] }
    return words.count % 2 == 1 && marks.contains { $0.isMark("/") }
      && marks.allSatisfy { ($0.isMark("/") || $0.isDash) && $0.touchesPrevious }
      && codes.enumerated().allSatisfy { place, code in
        isAgency(code) && place == 0 && codes.count > 1 || isCode(code)
      }
  }

  private func isAgency(_ word: Word) -> Bool {
    word.shape == .upper
      && story.agencies.entry(named: story.name(TextSpan(word.start, word.end))) != nil
  }

  private func isCode(_ word: Word) -> Bool {
    word.kind == .word && word.shape == .lower && (1...4).contains(word.letters)
      && word.end - word.start == word.letters
  }
}

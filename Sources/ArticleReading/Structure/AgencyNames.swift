internal import ClaimModel
internal import Lexicons

/// Reads a list of agencies: "AFP , Reuters", "TTXVN/Tin tức", "Guardian và CNN".
struct AgencyNames {
  let story: StoryText

  private static let words = PhraseBook(embedded: "byline-words.tsv")
  private static let pageWords = PhraseBook(embedded: "page-words.tsv")
  private static let mostNames = 6
  private static let longestName = 8

  /// Canonical names of wire agencies, others as written; nil where the words are no such list.
  func names(in words: ArraySlice<Word>) -> [String]? {
    var names = [String]()
    for part in parts(of: words) {
      guard let first = part.first, let last = part.last, part.count <= Self.longestName,
        isName(part)
      else { return nil }
      let written = story.name(TextSpan(first.start, last.end))
      let name = canonical(written)
      if !names.contains(name) { names.append(name) }
    }
    return names.isEmpty || names.count > Self.mostNames ? nil : names
  }

  /// "Tân Hoa Xã" → "Xinhua"; an outlet keeps the name that the desk gave it.
  private func canonical(_ written: String) -> String {
    guard let entry = story.agencies.entry(named: written), entry.kind == .agency else {
      return written
    }
    return entry.name
  }

  /// "Trung tâm Tin", but not "Norland sẽ rút quân": a clause behind "theo" is a statement.
  private func isClause(_ words: ArraySlice<Word>) -> Bool {
    let all = Array(words)
    return all.indices.contains { index in
      all[index].kind == .number && index == 0 && all.count > 3
        || all[index].shape == .lower
          && Self.pageWords.match(all, at: index, roles: ["sentence"]) != nil
    }
  }

  /// "Yonhap, Triều Tiên phóng tên lửa": behind the first name of a list stands a statement. A name
  /// of several words has capitals throughout, "Pháp luật Việt Nam", or says what house it is.
  func endsInStatement(_ words: ArraySlice<Word>) -> Bool {
    parts(of: words).dropFirst().contains { part in
      let tail = part.reversed().prefix { $0.shape == .lower }.count
      return tail > 1 && part.first?.isName == true && !isRegistered(part) && !namesOutlet(part)
    }
  }

  /// Whether a word of the kind of house stands among them: "Báo Tin Mới", "Van Sa Times".
  func namesOutlet(_ words: ArraySlice<Word>) -> Bool {
    let all = Array(words)
    return all.indices.contains {
      Self.pageWords.match(all, at: $0, roles: ["outlet"]) != nil
    }
  }

  func isRegistered(_ words: ArraySlice<Word>) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    let name = story.name(TextSpan(first.start, last.end))
    return story.agencies.entry(named: name) != nil
  }

  /// Cuts at , ; / & and at "và".
  private func parts(of words: ArraySlice<Word>) -> [ArraySlice<Word>] {
    var parts = [ArraySlice<Word>]()
    var start = words.startIndex
    for index in words.indices where isSeparator(words, index) {
      parts.append(trimmed(words[start..<index]))
      start = index + 1
    }
    parts.append(trimmed(words[start...]))
    return parts.filter { !$0.isEmpty }
  }

  private func isSeparator(_ words: ArraySlice<Word>, _ index: Int) -> Bool {
    let word = words[index]
    if word.kind == .punctuation { return [0x2C, 0x3B, 0x2F, 0x26].contains(word.scalar) }
    let previous = index > words.startIndex ? words[index - 1] : nil
    return Self.words.match(Array(words[index...index]), at: 0)?.role == "and"
      && previous?.kind != .punctuation
  }

  private func trimmed(_ words: ArraySlice<Word>) -> ArraySlice<Word> {
    var words = words
    while let last = words.last, last.isMark(".") || last.isDash { words.removeLast() }
    while let first = words.first, first.isDash || first.isMark(":") { words.removeFirst() }
    return words
  }

  /// A capital somewhere, or a domain: "nld.com.vn"; no sentence inside.
  private func isName(_ words: ArraySlice<Word>) -> Bool {
    if isRegistered(words) { return true }
    if isClause(words) { return false }
    let hasCapital = words.contains { $0.isName }
    let isDomain = words.count > 2 && words.dropFirst().allSatisfy(\.touchesPrevious)
    let hasQuote = words.contains { $0.isOpeningQuote && $0.scalar != 0x27 && $0.scalar != 0x2018 }
    return (hasCapital || isDomain) && !hasQuote
  }
}

internal import ClaimModel
internal import Lexicons

/// A sign-off as parsed from a few words at the end of a story.
struct SignOff {
  var author: TextSpan?
  var agencies: [String] = []
  /// Whether words such as "Theo" or brackets say that this is a sign-off; a lone name needs
  /// its place in the story to say so.
  var isCertain = false
  /// "Tổng hợp" without an author: goes with the line above.
  var isRemark = false
}

/// Parses words as a sign-off.
///
/// "Nguyễn_Tiến ( Theo AFP , Reuters )" → Nguyễn Tiến; AFP, Reuters
/// "Minh PhươngTheo AP" → Minh Phương; AP. "Lê Minh/VOV online" → Lê Minh; VOV online
struct SignOffParser {
  let story: StoryText
  private static let phrases = PhraseBook(embedded: "byline-words.tsv")
  /// "theo chân": no source follows.
  private static let pageWords = PhraseBook(embedded: "page-words.tsv")
  private static let longestAuthor = 9

  private var names: AgencyNames { AgencyNames(story: story) }

  func parse(_ words: [Word]) -> SignOff? {
    var words = splitGlued(words)
    let isStopped = words.last?.isMark(".") == true && !isInitial(words, words.count - 1)
    if isStopped { words.removeLast() }
    // A lead-in: "Theo Bộ Tài chính:"
    if words.last?.isMark(":") == true { return nil }
    guard let last = words.last, !last.isMark(".") || !isStopped else { return nil }
    if let sign = reported(words) ?? wired(words) ?? worded(words) ?? bracketed(words) {
      return sign
    }
    if let from = words.indices.first(where: { phrase(words, $0)?.role == "from" }) {
      return named(words, from: from)
    }
    if let (role, count) = phrase(words, 0), count == words.count, role == "compiled" {
      return SignOff(isCertain: true, isRemark: true)
    }
    if let sign = slashed(words) ?? remarked(words) ?? paired(words) { return sign }
    guard !isStopped else { return nil }
    if names.isRegistered(words[...]), let agencies = names.names(in: words[...]) {
      return SignOff(agencies: agencies)
    }
    return isAuthor(words[...]) ? SignOff(author: span(words[...])) : nil
  }

  /// "(Reporting by A and B; Editing by C)" → A and B
  private func reported(_ words: [Word]) -> SignOff? {
    let first = words[0].isOpening ? 1 : 0
    guard first < words.count, let (role, count) = phrase(words, first),
      role == "reporting" || role == "editing"
    else { return nil }
    let names = words[(first + count)...].prefix { !$0.isMark(";") && !$0.isClosing }
    if self.names.isRegistered(names), let agencies = self.names.names(in: names) {
      return SignOff(agencies: agencies, isCertain: true)
    }
    let author = role == "reporting" && names.first?.isName == true ? span(names) : nil
    return SignOff(author: author, isCertain: true)
  }

  /// "Bài và ảnh: Minh Anh - Thu Trang", "Bài, ảnh: Minh Anh": words that say what the authors
  /// made, and a colon.
  private func worded(_ words: [Word]) -> SignOff? {
    guard let colon = words.prefix(7).firstIndex(where: { $0.isMark(":") }),
      case let work = words[..<colon].filter({ !$0.isMark(",") }), !work.isEmpty,
      let (_, count) = Self.pageWords.match(work, at: 0, roles: ["work"]), count == work.count,
      case let author = words[(colon + 1)...], !author.isEmpty, isAuthor(author)
    else { return nil }
    return SignOff(author: span(author), isCertain: true)
  }

  /// "- AFP", "© 2024 AFP", "Copyright The Associated Press. All rights reserved"
  private func wired(_ words: [Word]) -> SignOff? {
    var rest = words[...]
    if rest.first?.isDash == true {
      rest.removeFirst()
    } else if let (role, count) = phrase(words, 0), role == "rights" {
      rest = rest.dropFirst(count)
      while let next = rest.first, next.kind != .word { rest.removeFirst() }
      rest = rest.prefix { !$0.endsSentence }
    } else {
      return nil
    }
    guard names.isRegistered(rest), let agencies = names.names(in: rest) else { return nil }
    return SignOff(agencies: agencies, isCertain: true)
  }

  /// "PhươngTheo" → Phương | Theo
  private func splitGlued(_ words: [Word]) -> [Word] {
    guard words.contains(where: { $0.shape == .mixed }) else { return words }
    var out = [Word]()
    let suffix = Array("Theo".utf8)
    for word in words {
      let cut = word.end - suffix.count
      guard word.shape == .mixed, cut > word.start,
        story.bytes[cut..<word.end].elementsEqual(suffix)
      else {
        out.append(word)
        continue
      }
      let scanner = WordScanner(bytes: story.bytes)
      out += scanner.words(from: word.start, to: cut)
      out += scanner.words(from: cut, to: word.end)
    }
    return out
  }

  private func phrase(_ words: [Word], _ index: Int) -> (role: String, count: Int)? {
    Self.phrases.match(words, at: index)
  }

  /// "[author] ( [Theo] names )", "Theo author ( names )", "author ( tổng hợp )"
  private func bracketed(_ words: [Word]) -> SignOff? {
    guard let closing = words.last, closing.isClosing,
      let opening = words.lastIndex(where: \.isOpening), opening + 1 < words.count - 1
    else { return nil }
    var inside = words[(opening + 1)..<(words.count - 1)]
    var head = words[..<opening]
    var sign = SignOff(isCertain: true)
    var isMarked = false
    // "(t/h)", "(s.t)"
    let inner = inside.filter { $0.kind == .word }
    if inner.count > 1, inner.allSatisfy({ $0.letters == 1 }),
      phrase(inner, 0)?.count == inner.count
    {
      inside = []
    } else if let (role, count) = phrase(words, opening + 1), role != "and", role != "by" {
      isMarked = true
      inside = inside.dropFirst(count)
      if inside.first?.isMark(":") == true { inside = inside.dropFirst() }
    }
    if let (role, count) = phrase(words, 0), role == "from", !head.isEmpty {
      head = head.dropFirst(count)
      isMarked = true
    }
    while let last = head.last, last.isDash || last.isMark(",") { head = head.dropLast() }
    guard head.isEmpty || isAuthor(head) else { return headless(words, head, inside, isMarked) }
    if !inside.isEmpty {
      guard let agencies = names.names(in: inside),
        isMarked || names.isRegistered(inside) || agencies.allSatisfy(isKnown)
      else { return nil }
      sign.agencies = agencies
    }
    sign.author = head.isEmpty ? nil : span(head)
    sign.isRemark = head.isEmpty && inside.isEmpty
    return sign
  }

  /// "CTV Cường Trần/VOV online (theo Reuters)": an author with an outlet before the bracket.
  private func headless(
    _ words: [Word], _ head: ArraySlice<Word>, _ inside: ArraySlice<Word>, _ isMarked: Bool
  ) -> SignOff? {
    guard isMarked, var sign = slashed(Array(head)) else { return nil }
    for name in names.names(in: inside) ?? [] where !sign.agencies.contains(name) {
      sign.agencies.append(name)
    }
    sign.isCertain = true
    return sign
  }

  private func isKnown(_ name: String) -> Bool { story.agencies.entry(named: name) != nil }

  /// "[author] Theo names"
  private func named(_ words: [Word], from: Int) -> SignOff? {
    guard let (_, count) = phrase(words, from), from + count < words.count,
      words[from].isCapital || from == 0 || words[from - 1].kind == .punctuation,
      Self.pageWords.match(words, at: from, roles: ["none"]) == nil
    else { return nil }
    var rest = words[(from + count)...]
    if rest.first?.isMark(":") == true { rest = rest.dropFirst() }
    guard mayName(rest) else { return nil }
    var head = words[..<from]
    while let last = head.last, last.isDash || last.isMark(",") || last.isMark("/") {
      head = head.dropLast()
    }
    if head.isEmpty, let sign = authorAndOutlet(rest) { return sign }
    guard let agencies = names.names(in: rest), head.isEmpty || isAuthor(head),
      !head.isEmpty || !names.endsInStatement(rest),
      !rest.contains(where: { $0.endsSentence && !$0.touchesPrevious && !isAfterInitial($0, rest) })
    else { return nil }
    return SignOff(
      author: head.isEmpty ? nil : span(head), agencies: agencies, isCertain: true)
  }

  /// Whether words begin as a name does: not "nước lấy từ hồ Bàu Sen" behind "Nguồn".
  private func mayName(_ words: ArraySlice<Word>) -> Bool {
    guard let first = words.first else { return false }
    let isDomain = words.dropFirst().first?.touchesPrevious == true
    return first.shape != .lower || isDomain || names.isRegistered(words)
      || names.namesOutlet(words.prefix(2))
  }

  /// "Minh An Dân Việt" behind "Theo": a Vietnamese author and the outlet.
  private func authorAndOutlet(_ words: ArraySlice<Word>) -> SignOff? {
    // "Lê Ba - AFP, Reuters"
    if let dash = words.firstIndex(where: \.isDash), dash > words.startIndex,
      !words[dash].touchesPrevious, isAuthor(words[..<dash]), !names.isRegistered(words[..<dash]),
      let agencies = names.names(in: words[(dash + 1)...]), agencies.allSatisfy(isKnown)
    {
      return SignOff(author: span(words[..<dash]), agencies: agencies, isCertain: true)
    }
    // "Hồng Vân/Dân Tin"
    if let slash = words.firstIndex(where: { $0.isMark("/") }), case let head = words[..<slash],
      (2...4).contains(head.count), head.allSatisfy(\.isName), !names.isRegistered(head),
      !names.namesOutlet(head), let agencies = names.names(in: words[(slash + 1)...])
    {
      return SignOff(author: span(head), agencies: agencies, isCertain: true)
    }
    guard !names.isRegistered(words), words.allSatisfy(\.isName) else { return nil }
    for start in words.indices.dropFirst(2) where start - words.startIndex <= 4 {
      let outlet = words[start...]
      guard let first = outlet.first, let last = outlet.last,
        let entry = story.agencies.entry(
          named: story.name(TextSpan(first.start, last.end))),
        entry.country == "VN", let agencies = names.names(in: outlet)
      else { continue }
      return SignOff(author: span(words[..<start]), agencies: agencies, isCertain: true)
    }
    return nil
  }

  private func isAfterInitial(_ word: Word, _ words: ArraySlice<Word>) -> Bool {
    guard let index = words.firstIndex(where: { $0.start == word.start }), index > words.startIndex
    else { return false }
    return words[index - 1].letters <= 2 && words[index - 1].isCapital
  }

  /// "author / outlet", "agency / agency"
  private func slashed(_ words: [Word]) -> SignOff? {
    guard let slash = words.firstIndex(where: { $0.isMark("/") }), slash > 0,
      slash + 1 < words.count, words.count <= 14
    else { return nil }
    let head = words[..<slash]
    if names.isRegistered(head) {
      return names.names(in: words[...]).map { SignOff(agencies: $0, isCertain: true) }
    }
    guard isAuthor(head), let agencies = names.names(in: words[(slash + 1)...]) else { return nil }
    guard agencies.allSatisfy({ isKnown($0) || startsKnown($0) }) else {
      return isAuthor(words[...]) ? SignOff(author: span(words[...])) : nil
    }
    return SignOff(author: span(head), agencies: agencies, isCertain: true)
  }

  /// "Thành Đạt Tổng hợp"
  private func remarked(_ words: [Word]) -> SignOff? {
    let roles = ["compiled", "made"]
    for index in words.indices.dropFirst() {
      guard let (_, count) = Self.phrases.match(words, at: index, roles: roles),
        index + count == words.count, isAuthor(words[..<index])
      else { continue }
      return SignOff(author: span(words[..<index]), isCertain: true)
    }
    return nil
  }

  /// "Minh Anh - TTXVN", "John Doe, AFP": a name, and a registered one behind it.
  private func paired(_ words: [Word]) -> SignOff? {
    guard let mark = words.lastIndex(where: { $0.isMark(",") || $0.isDash }), mark > 0,
      mark + 1 < words.count, !words[mark].isDash || !words[mark].touchesPrevious,
      names.isRegistered(words[(mark + 1)...]) || isOutlet(words[(mark + 1)...]),
      !names.isRegistered(words[..<mark]),
      isAuthor(words[..<mark]), let agencies = names.names(in: words[(mark + 1)...])
    else { return nil }
    return SignOff(author: span(words[..<mark]), agencies: agencies)
  }

  /// "Tidewater News": a short name that says what house it is.
  private func isOutlet(_ words: ArraySlice<Word>) -> Bool {
    (2...5).contains(words.count) && words.allSatisfy(\.isName) && names.namesOutlet(words)
  }

  /// "VOV-Trung tâm Tin" starts with a registered name.
  private func startsKnown(_ name: String) -> Bool {
    let first = name.split(whereSeparator: { $0 == "-" || $0 == "." || $0 == " " }).first
    return first.map { isKnown(String($0)) } ?? false
  }

  /// One to nine capitalised words or initials: "Nguyễn Tiến", "N.H", "Trương Nguyễn - Nguyễn Phê".
  private func isAuthor(_ words: ArraySlice<Word>) -> Bool {
    guard let first = words.first, first.isName, words.count <= Self.longestAuthor * 2,
      words.filter({ $0.kind == .word }).count <= Self.longestAuthor
    else { return false }
    for (index, word) in zip(words.indices, words) {
      switch word.kind {
      case .word:
        guard word.isName || phrase(Array(words[index...index]), 0)?.role == "and" else {
          return false
        }
      case .number: return false
      case .punctuation:
        let joins = word.isDash || [0x2C, 0x2F, 0x26, 0x2B].contains(word.scalar)
        let isDot = word.isMark(".") && isInitial(Array(words), index - words.startIndex)
        guard joins || isDot, index > words.startIndex else { return false }
      }
    }
    guard let last = words.last else { return false }
    return last.kind == .word || last.isMark(".")
  }

  /// The dot of "N.", "T.Thủy", "ThS.": behind a short capitalised word.
  private func isInitial(_ words: [Word], _ index: Int) -> Bool {
    guard words[index].isMark("."), index > 0 else { return false }
    return words[index - 1].letters <= 3 && words[index - 1].isName
  }

  private func span(_ words: ArraySlice<Word>) -> TextSpan? {
    guard let first = words.first, let last = words.last else { return nil }
    return TextSpan(first.start, last.end)
  }
}

internal import ClaimModel
internal import Lexicons

/// Reads a line between title and prose that says who wrote the story, and perhaps when.
///
/// "By JOHN DOE, Associated Press", "By Abby Goodwin, Thomas Kaplan and Robert Byrd",
/// "AFP | Updated: Feb 13, 2020, 13:10 IST", "Minh Anh - 12/03/2025 08:30 (GMT+7)",
/// "Posted on April 5, 2025 by Ann Poe"; right below a headline "An Nguyên - Bình Minh" as well
struct HeadByline {
  let story: StoryText
  let words: [Word]
  let span: TextSpan
  /// Whether the line stands right below the headline, and prose below it.
  var isBelowTitle = false

  private static let phrases = PhraseBook(embedded: "byline-words.tsv")
  private static let pageWords = PhraseBook(embedded: "page-words.tsv")
  private static let mostWords = 30
  private static let longestName = 5

  private var names: AgencyNames { AgencyNames(story: story) }

  var byline: (byline: Byline, date: CalendarDay?)? {
    guard words.count > 1, words.count <= Self.mostWords, words.last?.endsSentence == false else {
      return nil
    }
    return written ?? posted ?? dated ?? bare
  }

  /// "Posted on April 5, 2025 at 9:10 am by Ann Poe"
  private var posted: (byline: Byline, date: CalendarDay?)? {
    for index in words.indices.dropFirst(2)
    where Self.phrases.match(words, at: index)?.role == "by" {
      guard let day = DateText(words: Array(words[..<index]), bytes: story.bytes).wholeDate else {
        return nil
      }
      return people(in: words[(index + 1)...]).map { ($0, day) }
    }
    return nil
  }

  /// "An Nguyên - Bình Minh", "Lê Thu Hà": names of persons and nothing else.
  private var bare: (byline: Byline, date: CalendarDay?)? {
    guard isBelowTitle, words.count <= 14 else { return nil }
    let names = parts(of: words[...])
    guard
      names.allSatisfy({
        isPerson($0) && (2...4).contains($0.count) && $0.allSatisfy { $0.shape == .capitalised }
      }), names.contains(where: PersonalName.isOne),
      names.allSatisfy({ !self.names.isRegistered($0) && !self.names.namesOutlet($0) })
    else { return nil }
    return people(in: words[...]).map { ($0, nil) }
  }

  /// "By …": authors, then what they are or whom they work for.
  private var written: (byline: Byline, date: CalendarDay?)? {
    guard words[0].isCapital, let (role, count) = Self.phrases.match(words, at: 0), role == "by"
    else { return nil }
    var rest = words[count...]
    if rest.first?.isMark(":") == true { rest.removeFirst() }
    let date = dayAtEnd(of: &rest)
    return people(in: rest).map { ($0, date) }
  }

  /// A name and a day, a mark between them: the line of an author or an agency.
  private var dated: (byline: Byline, date: CalendarDay?)? {
    var rest = words[...]
    guard let date = dayAtEnd(of: &rest), !rest.isEmpty, rest.count <= 10 else { return nil }
    if names.isRegistered(rest), let agencies = names.names(in: rest) {
      return (Byline(span: span, agencies: agencies), date)
    }
    if isPlace(rest) { return (Byline(span: span, agencies: []), date) }
    return people(in: rest).map { ($0, date) }
  }

  /// Cuts "| Updated: Feb 13, 2020, 13:10 IST" off the end.
  private func dayAtEnd(of rest: inout ArraySlice<Word>) -> CalendarDay? {
    for mark in rest.indices.dropFirst()
    where rest[mark].isMark("|") || rest[mark].isMark(",") || rest[mark].isOpening
      || rest[mark].isDash && !rest[mark].touchesPrevious
      || [0x2022, 0xB7].contains(rest[mark].scalar)
    {
      let behind = Array(rest[(mark + 1)...])
      guard let day = DateText(words: behind, bytes: story.bytes).wholeDate else { continue }
      rest = rest[..<mark]
      while let last = rest.last, last.kind == .punctuation, !last.isMark(".") { rest.removeLast() }
      return day
    }
    return nil
  }

  /// "Vân Sa, ngày 12 tháng 3 năm 2025": a comma parts a place from the day, unless the name is a
  /// person's.
  private func isPlace(_ name: ArraySlice<Word>) -> Bool {
    name.endIndex < words.endIndex && words[name.endIndex].isMark(",")
      && parts(of: name).count == 1 && !PersonalName.isOne(name)
  }

  /// Names of persons are authors, those of houses agencies; what an author is goes unread.
  private func people(in words: ArraySlice<Word>) -> Byline? {
    let parts = parts(of: words)
    guard let first = parts.first, isPerson(first), let start = first.first?.start else {
      return nil
    }
    var agencies = [String]()
    var end = first.last?.end ?? start
    var isList = true
    for part in parts.dropFirst() {
      if names.isRegistered(part) || names.namesOutlet(part) {
        for name in names.names(in: part) ?? [] where !agencies.contains(name) {
          agencies.append(name)
        }
        isList = false
      } else if isPerson(part), isList, !isJob(part) {
        end = part.last?.end ?? end
      } else if isJob(part) {
        isList = false
      } else {
        return nil
      }
    }
    return Byline(span: span, author: story.name(TextSpan(start, end)), agencies: agencies)
  }

  /// Cuts at , | / and "and".
  private func parts(of words: ArraySlice<Word>) -> [ArraySlice<Word>] {
    var parts = [ArraySlice<Word>]()
    var start = words.startIndex
    for index in words.indices {
      let isMark = ["," as Unicode.Scalar, "|", "/", "&"].contains { words[index].isMark($0) }
      let isDash = words[index].isDash && !words[index].touchesPrevious
      let isAnd =
        words[index].kind == .word
        && Self.phrases.match(Array(words[index...index]), at: 0)?.role == "and"
      guard isMark || isDash || isAnd else { continue }
      parts.append(words[start..<index])
      start = index + 1
    }
    parts.append(words[start...])
    return parts.filter { !$0.isEmpty }
  }

  /// "Anna van der Berg", "J. K. Rowe", "MINH ANH"
  private func isPerson(_ part: ArraySlice<Word>) -> Bool {
    guard let first = part.first, first.isName, let last = part.last,
      last.isName || last.isMark("."),
      part.filter({ $0.kind == .word }).count <= Self.longestName
    else { return false }
    return part.allSatisfy {
      $0.isName || $0.isMark(".") || $0.isDash || $0.isMark("'") || $0.scalar == 0x2019
        || $0.shape == .lower && $0.letters <= 3
    }
  }

  /// "Education Correspondent", "staff writer"
  private func isJob(_ part: ArraySlice<Word>) -> Bool {
    let all = Array(part)
    return all.indices.contains { Self.pageWords.match(all, at: $0, roles: ["job"]) != nil }
  }
}

internal import ClaimModel

/// What stands behind a field's colon.
struct QueryValue: Sendable {
  var text: String
  /// Whether it stood in quotation marks.
  var isPhrase: Bool
  /// In characters of the query.
  var offset: Int
  var length: Int
  /// Where `glob:` or `regex:` stood before it.
  var patternKind: LetterPattern.Kind?
  /// The sign that stood before it, in the place of the colon.
  var comparison: Comparison?

  /// Appends a token; the value's place is that of its tokens.
  mutating func add(_ token: QueryToken, _ more: String) {
    if length == 0 { offset = token.offset }
    length = token.offset + token.length - offset
    text += more
  }

  func error(_ kind: QueryError.Kind) -> QueryError {
    QueryError(kind: kind, offset: offset, length: max(1, length))
  }

  func bad(field: String, expected: String, nearest: [String] = []) -> QueryError {
    error(.badValue(field: field, value: text, expected: expected, nearest: nearest))
  }

  func pattern() throws(QueryError) -> TextPattern {
    let isPrefix = !isPhrase && text.hasSuffix("*")
    guard let pattern = TextPattern(isPrefix ? String(text.dropLast()) : text, isPrefix: isPrefix)
    else { throw error(.noWord(text)) }
    return pattern
  }

  /// Words, or a glob or regular expression.
  func valuePattern() throws(QueryError) -> ValuePattern {
    guard let patternKind else { return .words(try pattern()) }
    return .pattern(try pattern(patternKind))
  }

  func words(in part: ClaimPart) throws(QueryError) -> Criterion {
    guard let patternKind else { return .words(try pattern(), part) }
    return .pattern(try pattern(patternKind), part)
  }

  private func pattern(_ patternKind: LetterPattern.Kind) throws(QueryError) -> LetterPattern {
    do throws(PatternProblem) {
      return try LetterPattern(patternKind, text)
    } catch {
      if text.isEmpty, !isPhrase {
        let length = patternKind.rawValue.count + 1
        throw QueryError(kind: .badPattern(error), offset: offset - length, length: length)
      }
      throw QueryError(
        kind: .badPattern(error), offset: offset + (isPhrase ? 1 : 0) + error.offset,
        length: max(1, error.length))
    }
  }

  /// An article's id or a range of them, or words of its name or title.
  func article() throws(QueryError) -> Criterion {
    let token = QueryToken(kind: .word(text), offset: offset, length: length, isAttached: true)
    if !isPhrase, patternKind == nil, let ids = try IDRange(text, token),
      case .articles = ids.criterion
    {
      return ids.criterion
    }
    return .article(try valuePattern())
  }

  // MARK: Ranges

  /// "2..3" → "2", "3"; "2.." → "2", nil; "2" → "2", "2".
  private var bounds: (low: String?, high: String?) {
    let dots = text.indices.first { text[$0...].hasPrefix("..") }
    guard let dots else { return (text, text) }
    let low = String(text[..<dots])
    let high = String(text[dots...].dropFirst(2))
    return (low.isEmpty ? nil : low, high.isEmpty ? nil : high)
  }

  func numbers(of field: String) throws(QueryError) -> ClosedRange<Double> {
    if let comparison { return comparison.range(of: try number(text, field)) }
    let bounds = bounds
    let low = try bounds.low.map { text throws(QueryError) in try number(text, field) }
    let high = try bounds.high.map { text throws(QueryError) in try number(text, field) }
    guard low != nil || high != nil else { throw badNumber(field) }
    return try ordered(low ?? -.infinity, high ?? .infinity)
  }

  private func number(_ text: String, _ field: String) throws(QueryError) -> Double {
    guard let number = Double(text), number.isFinite else {
      throw badNumber(field)
    }
    return number
  }

  private func badNumber(_ field: String) -> QueryError {
    bad(field: field, expected: "a number or a range: 2000..3000, 0.6.., ..10")
  }

  func days() throws(QueryError) -> DayRange {
    if let comparison {
      let range = try day(text)
      // A day of whichever year has no side.
      guard !range.isYearless || !comparison.isOrder else { throw badDay }
      return range.compared(comparison)
    }
    let bounds = bounds
    let low = try bounds.low.map { text throws(QueryError) in try day(text) }
    let high = try bounds.high.map { text throws(QueryError) in try day(text) }
    guard low != nil || high != nil else { throw badDay }
    if let low, low.isYearless {
      // From one day to another of whichever year is no range.
      guard low == high else { throw badDay }
      return low
    }
    guard high?.isYearless != true else { throw badDay }
    if let first = low?.first, let last = high?.last, last < first {
      throw error(.backwardRange(text))
    }
    return DayRange(first: low?.first, last: high?.last)
  }

  private func day(_ text: String) throws(QueryError) -> DayRange {
    guard let days = DayRange(parsing: text) else { throw badDay }
    return days
  }

  private var badDay: QueryError {
    bad(
      field: "date",
      expected: "a year, month or day, or a range: 2023-10, 5/1/2024, 5/1, 2023..2024")
  }

  /// "B2", "B", "2", "..C", "A1..C3".
  func grades() throws(QueryError) -> GradeRange {
    let bounds = bounds
    let low = try bounds.low.map { text throws(QueryError) in try grade(text) }
    let high = try bounds.high.map { text throws(QueryError) in try grade(text) }
    guard low != nil || high != nil else { throw badGrade }
    var range = GradeRange()
    if low?.letter != nil || high?.letter != nil {
      range.reliability = try ordered(low?.letter ?? "A", high?.letter ?? "F")
    }
    if low?.digit != nil || high?.digit != nil {
      range.credibility = try ordered(low?.digit ?? 1, high?.digit ?? 6)
    }
    return range
  }

  private func grade(_ text: String) throws(QueryError) -> (letter: Character?, digit: Int?) {
    var rest = Substring(text.uppercased())
    let letter = rest.first.flatMap { ("A"..."F").contains($0) ? $0 : nil }
    if letter != nil { rest = rest.dropFirst() }
    let digit = Int(rest).flatMap(Credibility.init)?.grade
    guard rest.isEmpty ? letter != nil : digit != nil else { throw badGrade }
    return (letter, digit)
  }

  private var badGrade: QueryError {
    bad(field: "grade", expected: "A to F, 1 to 6 or both, or a range: B, 2, B2, ..C, A1..C3")
  }

  private func ordered<Bound: Comparable>(
    _ low: Bound, _ high: Bound
  ) throws(QueryError) -> ClosedRange<Bound> {
    guard low <= high else { throw error(.backwardRange(text)) }
    return low...high
  }
}

extension GradeRange {
  /// What may stand behind `grade:`: "B2", "..C"; nil for anything else.
  package init?(parsing text: String) {
    let value = QueryValue(text: text, isPhrase: false, offset: 0, length: text.count)
    guard let range = try? value.grades() else { return nil }
    self = range
  }
}

/// Claims or articles by id: "c3", "c3..c9", "c3-c9", "c3..9", "a1", "c3..".
struct IDRange {
  let criterion: Criterion

  /// Nil if `text` is no id; throws for a range that runs backwards.
  init?(_ text: String, _ token: QueryToken) throws(QueryError) {
    guard let letter = text.first?.lowercased(), letter == "c" || letter == "a",
      let (low, high) = Self.bounds(text.dropFirst(), letter)
    else { return nil }
    guard low <= high else {
      throw QueryError(kind: .backwardRange(text), offset: token.offset, length: token.length)
    }
    criterion = letter == "c" ? .claims(low...high) : .articles(low...high)
  }

  /// What stands behind the letter: "3" → 3, 3; "3..c9" → 3, 9.
  private static func bounds(_ text: Substring, _ letter: String) -> (Int, Int)? {
    guard let split = text.firstIndex(where: { $0 == "." || $0 == "-" }) else {
      return number(text).map { ($0, $0) }
    }
    let isDotted = text[split...].hasPrefix("..")
    guard isDotted || text[split] == "-", let low = number(text[..<split]) else { return nil }
    var end = text[split...].dropFirst(isDotted ? 2 : 1)
    if end.isEmpty { return isDotted ? (low, Int.max) : nil }
    if end.first?.lowercased() == letter { end = end.dropFirst() }
    return number(end).map { (low, $0) }
  }

  private static func number(_ digits: Substring) -> Int? { ClaimID(parsing: "c" + digits)?.number }
}

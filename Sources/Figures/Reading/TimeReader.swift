internal import Lexicons

/// An expression of time with its words.
struct TimeMention {
  var words: Range<Int>
  var time: FigureTime
  /// Whether it can be a figure of its own: a date, a year, an hour.
  var isDate = false
  var isClock = false
  /// "đầu tháng 9": 1 early, 2 mid, 3 late; "10-16/3" has an end day.
  var third = 0
}

/// Reads dates, hours, years, quarters and the like.
struct TimeReader {
  let text: FigureText
  let lexicon: FigureLexicon
  let numbers: NumberReader
  var words: [FigureWord] { text.words }

  func time(at start: Int, before end: Int, from first: Int) -> TimeMention? {
    let found =
      text.isVietnamese
      ? vietnamese(at: start, before: end, from: first)
      : english(at: start, before: end, from: first)
    return found ?? ago(at: start, before: end) ?? listed(at: start, before: end)
  }

  /// "four years ago", "bốn năm trước"
  private func ago(at start: Int, before end: Int) -> TimeMention? {
    guard let number = numbers.number(at: start, before: end), number.low >= 1, number.low < 200,
      number.words.upperBound + 1 < end, has(number.words.upperBound, TimeWords.years),
      has(number.words.upperBound + 1, TimeWords.ago)
    else { return nil }
    var mention = TimeMention(words: start..<number.words.upperBound + 2, time: FigureTime())
    mention.time.relativeYear = -Int(number.low)
    return mention
  }

  /// "sáng", "this month", "Monday"
  private func listed(at start: Int, before end: Int) -> TimeMention? {
    guard let found = lexicon.times.longest(at: start, in: words, before: end),
      let word = found.values.first
    else { return nil }
    var mention = TimeMention(words: start..<found.end, time: FigureTime())
    switch word.kind {
    case .month:
      // "May" and "March" are words too.
      guard words[start].isCapitalised, !text.isVietnamese else { return nil }
      mention.time.month = word.value
    case .weekday: mention.time.weekday = word.value
    case .part: mention.time.part = word.value
    case .clock:
      mention.time.minute = word.value
      mention.isClock = true
    case .half: mention.time.half = word.value
    case .year: mention.time.relativeYear = word.value
    case .relativeMonth: mention.time.relativeMonth = word.value
    case .week: mention.time.week = word.value
    case .day: mention.time.week = 1000 + word.value
    }
    return mention
  }

  func integer(_ at: Int, _ end: Int) -> Int? {
    guard at < end, words[at].kind == .digits else { return nil }
    let bytes = text.bytes[words[at].start..<words[at].end]
    guard bytes.count <= 4, bytes.allSatisfy(FigureText.isDigit) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  /// The parts of "14/9/2025", "2:29:12".
  func parts(_ at: Int, _ end: Int, _ mark: UInt8) -> [Int]? {
    guard at < end, words[at].kind == .digits else { return nil }
    let pieces = text.bytes[words[at].start..<words[at].end].split(
      separator: mark, omittingEmptySubsequences: false)
    guard pieces.count > 1,
      pieces.allSatisfy({ $0.count <= 4 && $0.allSatisfy(FigureText.isDigit) })
    else { return nil }
    return pieces.map { $0.reduce(0) { $0 * 10 + Int($1 &- 0x30) } }
  }

  func year(_ at: Int, _ end: Int) -> Int? {
    guard let year = integer(at, end), (1800...2100).contains(year),
      words[at].end - words[at].start == 4
    else { return nil }
    return year
  }

  func has(_ at: Int, _ list: WordSet) -> Bool {
    words.indices.contains(at) && list.contains(words[at].exact)
  }
}

enum TimeWords {
  static func keys(_ words: String...) -> WordSet {
    WordSet(words.map { WordKey($0).exact })
  }
  static let clocks = keys("hours", "gmt", "local")
  static let dayBefore = keys(
    "ngày", "hôm", "sáng", "trưa", "chiều", "tối", "đêm", "khuya", "từ", "đến", "tới", "mùng",
    "khánh", "và", "nhật", "trước", "sau", "qua", "tính", "vào", "dịp")
  static let number = keys("thứ")
  static let ngay = keys("ngày", "mùng", "mồng")
  static let thang = keys("tháng")
  static let nam = keys("năm")
  static let quy = keys("quý")
  static let gio = keys("giờ", "h", "g")
  static let phut = keys("phút", "p")
  static let at = keys("lúc", "vào", "đến", "khoảng", "trước", "tới", "quá", "từ")
  static let season = keys("mùa", "vụ", "niên", "giải")
  static let early = keys("đầu", "đầu")
  static let mid = keys("giữa")
  static let late = keys("cuối", "hết")
  static let whole = keys("cả", "trọn")
  static let am = keys("a", "am")
  static let pm = keys("p", "pm")
  static let m = keys("m")
  static let atEnglish = keys(
    "at", "around", "by", "about", "before", "after", "since", "from", "until")
  static let yearBefore = keys(
    "in", "since", "of", "from", "by", "the", "during", "for", "year", "to", "until", "late",
    "early",
    "mid", "season", "and")
  static let of = keys("of", "the", "in")
  static let quarter = keys("quarter")
  static let ordinals = ["first": 1, "second": 2, "third": 3, "fourth": 4]
  static let ordinalKeys = Dictionary(
    uniqueKeysWithValues: ordinals.map { (WordKey($0.key).exact, $0.value) })
  static let yearWord = keys("year")
  static let years = keys("years", "year", "năm")
  static let ago = keys("ago", "earlier", "before", "trước")
  static let nth = keys("st", "nd", "rd", "th")
  static let weekdayEnd = keys("hai", "ba", "tư", "năm", "sáu", "bảy")
}

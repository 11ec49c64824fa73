package import ClaimModel

/// A number, date, hour, rank or score of a story, with what its clause says of it.
package struct StoryFigure: Sendable {
  /// Bound, number and what is counted as they stand; bytes of the text.
  package var span: TextSpan
  package var bound = FigureBound.exact
  /// In the base unit of its dimension; a plain value stands in both.
  package var low: Double
  package var high: Double
  /// Half of the last place that is shown, in the base unit.
  package var margin = 0.5
  /// Whether a scale word or a decimal mark says that it may be rounded.
  package var isRounded = false
  /// "count", "percent", "length", "money-usd", "money-vnd/mass", "score", "date" …
  package var dimension: String
  /// Concepts of what is counted, by their number in `FigureLexicon.concepts`.
  var nouns = [Int]()
  /// Of the words of what is counted, where the list has none of them.
  var heads = [UInt64]()
  /// What they met with; -1 where nothing near tells.
  var fate = -1
  /// Words between it and its fate.
  var fateDistance = 99
  /// The same, and more where it does not suit what is counted.
  var fateCost = 99
  var fates = Set<Int>()
  var attributes = [Int]()
  var acts = Set<Int>()
  /// Those of them whose words stand right beside it.
  var nearActs = Set<Int>()
  /// Who brings its fate about: police, protesters; -1 where its clause does not tell.
  var agent = -1
  var modes = Set<Int>()
  var contrasts = [Int]()
  /// How far the member of each group stands.
  var contrastDistances = [String: Int]()
  var context = [UInt64: Float]()
  var names = [FigureName]()
  var time = FigureTime()
  /// Whether it counts a part of another figure: "trong đó", "including".
  package var isPart = false
  /// Whether "of them" stands right behind it, and others follow.
  var opensParts = false
  var isOther = false
  var isEach = false
  /// Whether it comes on top of an earlier count: "bắt thêm 36 người", "an additional 36".
  var isAdded = false
  /// Whether the events of its sentence are counted too: "hai vụ nổ làm 25 người chết".
  var tellsOfMore = false
  var isRunning = false
  /// Whether it is made of parts: "10 thuyền viên và 1 thuyền trưởng".
  var isSum = false
  var isTitle = false
  /// Whether words say that it is a count as it stood: "the toll", "số ca", "tổng cộng".
  var isToll = false
  /// The name before it that does or suffers, and the names behind it, within its clause.
  var subjectName: FigureName?
  var objects = [FigureName]()
  /// The names of its own sentence, without those that an earlier one lends it.
  var ownNames = [FigureName]()
  /// The name right before it: "Dan Okoro, 29," "bà Lê Thị Sen, 78 tuổi".
  var owner: FigureName?
  /// Whether its time is that of an earlier sentence.
  var inheritsTime = false
  /// Of a distance, the name that it is measured from.
  var origin: FigureName?
  /// The other scores of one match: "6-4, 6-2".
  var tail = [Double]()
  package var sentence = 0
  /// Its words.
  var words = 0..<0
  /// Where "X of Y" is told, the whole.
  var whole = 0.0
  var isFraction = false
  /// Of a rate, how many of its periods a year has: 12 of "mỗi tháng"; 0 of what is none.
  var period = 0.0
  /// Of a rate, how many base units one of its units has: 0.001 of "mỗi lít"; 0 of what is none.
  var rateUnit = 0.0

  var value: Double { (low + high) / 2 }
}

/// A name beside a figure.
struct FigureName: Sendable, Hashable {
  /// Folded hashes of its words.
  var words: [UInt64]
  /// The concept or hash of the noun before it: "trạm Gorna", "the port of Selwick"; 0 for none.
  var kind: UInt64
  /// Whether a preposition of place stands before it.
  var isPlace = false
  /// Whether the words beside it say that it is who speaks.
  var speaks = false
  /// Whether a poll is called by it: "a Tellus poll", "khảo sát của Tellus".
  var isPollster = false
  /// A word that only opens its sentence.
  var isWeak = false

  func matches(_ other: FigureName) -> Bool {
    if words.count == other.words.count { return words == other.words }
    return words.count < other.words.count
      ? Self.stand(words, in: other.words) : Self.stand(other.words, in: words)
  }

  /// Whether fewer words stand among more; a single one at their start or end alone.
  private static func stand(_ short: [UInt64], in long: [UInt64]) -> Bool {
    guard !short.isEmpty else { return false }
    let last = long.count - short.count
    return stride(from: 0, through: last, by: short.count > 1 ? 1 : last).contains { start in
      short.indices.allSatisfy { long[start + $0] == short[$0] }
    }
  }
}

/// When a figure was, as far as its clause tells.
struct FigureTime: Sendable, Hashable {
  var year: Int?
  var relativeYear: Int?
  var month: Int?
  var relativeMonth: Int?
  var week: Int?
  var day: Int?
  var endDay: Int?
  var quarter: Int?
  var half: Int?
  var weekday: Int?
  var part: Int?
  var minute: Int?
  var season: Int?
  /// A stage, round or the like, by its noun and number.
  var stage: Int?
  /// "đến", "by", "as of" stand before it.
  var isUntil = false
  /// When somebody said it, rather than when it was: "said on Sept. 10", "Ngày 10/9, công an cho biết".
  var isSaid = false
  /// A whole year: "cả năm 2024".
  var isWholeYear = false

  var isEmpty: Bool { self == FigureTime() }
  /// The day counted through the year, months taken as 31 days; nil where it names none.
  var dayOfYear: Int? {
    guard let day, let month else { return nil }
    return month * 31 + day
  }

  /// Whether it names a moment within a day.
  var isFine: Bool { day != nil || weekday != nil || part != nil || minute != nil || stage != nil }

  mutating func merge(_ other: FigureTime) {
    year = year ?? other.year
    relativeYear = relativeYear ?? other.relativeYear
    month = month ?? other.month
    relativeMonth = relativeMonth ?? other.relativeMonth
    week = week ?? other.week
    if day == nil { (day, endDay) = (other.day, other.endDay) }
    quarter = quarter ?? other.quarter
    half = half ?? other.half
    weekday = weekday ?? other.weekday
    part = part ?? other.part
    minute = minute ?? other.minute
    season = season ?? other.season
    stage = stage ?? other.stage
    isUntil = isUntil || other.isUntil
    isSaid = isSaid || other.isSaid
    isWholeYear = isWholeYear || other.isWholeYear
  }
}

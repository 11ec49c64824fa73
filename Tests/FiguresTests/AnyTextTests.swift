import Testing

@testable import Figures

@Suite("Figures of any text")
struct AnyTextTests {
  @Test(
    "are read where a name has a conjunction in it",
    arguments: [
      ("The band Nothing But Thieves said 12 people were hurt in Velmara.", false),
      ("Nhóm Kỷ Niệm Còn Mãi nói 12 người bị thương ở Velmara.", true),
    ])
  func conjunctionsInNames(_ text: String, isVietnamese: Bool) {
    let figures = StoryReading(text, isVietnamese: isVietnamese, title: nil).figures
    #expect(figures.map(\.low).contains(12))
  }

  /// What rules look for: numbers, joints, marks, units, days, names, in no order.
  private static let words = [
    "Nothing", "But", "While", "Còn", "Nhưng", "Trong_khi", "Velmara", "Ông", "An", "theo", "said",
    "nói", "12", "1.034", "7,5", "half", "one", "in", "every", "mỗi", "một", "nửa", "số", "người",
    "people", "killed", "chết", "injured", "thương", "mới", "new", "%", "percent", "tỷ", "đồng",
    "million", "dollars", "km", "ngày", "4/3", "sáng", "Monday", "from", "to", "từ", "đến",
    "between",
    "and", "và", "ít", "nhất", "at", "least", "about", "khoảng", "hơn", "-", ",", ".", ":", ";",
    "(",
    ")", "“", "”", "2-1", "16h30", "U.23", "hạng", "thứ", "ranked", "No.", "5th", "trong", "đó",
    "among", "them", "poll", "khảo", "sát", "trăm", "nghìn", "vài", "dozens", "tuổi", "aged", "độ",
  ]

  @Test("never stop the program, in whatever order its words stand", arguments: [true, false])
  func anyOrder(isVietnamese: Bool) {
    var random = Shuffling(seed: isVietnamese ? 7 : 8)
    var before = StoryReading("", isVietnamese: isVietnamese, title: nil)
    for _ in 0..<400 {
      let count = 1 + random.below(60)
      let text = (0..<count).map { _ in Self.words[random.below(Self.words.count)] }
        .joined(separator: random.below(9) == 0 ? "" : " ")
      let reading = StoryReading(text, isVietnamese: isVietnamese, title: nil)
      for figure in reading.figures {
        #expect(!figure.low.isNaN && figure.words.lowerBound <= figure.words.upperBound)
      }
      _ = StoryComparison(before, reading, kinship: 0.9).pairs()
      before = reading
    }
  }
}

/// The same numbers in every run (xorshift64*; Vigna 2016).
private struct Shuffling {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ bound: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % bound
  }
}

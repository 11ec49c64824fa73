internal import Lexicons

/// What kind of figure it is, as the words of its sentence tell: an age, a lead, a count as it stood.
extension RoleReader {
  /// "cảnh sát bắt 5 người", "người biểu tình bắt hai người": who does what they met with.
  func readAgent(_ figure: inout StoryFigure, _ clause: Range<Int>) {
    guard figure.fate >= 0,
      let act = sentence.mentions.last(where: {
        $0.concept == figure.fate && $0.words.upperBound <= figure.words.lowerBound
          && clause.contains($0.words.lowerBound)
      })
    else { return }
    figure.agent =
      sentence.mentions.last {
        $0.kind == .person && $0.words.upperBound <= act.words.lowerBound
          && clause.contains($0.words.lowerBound)
      }?.concept ?? -1
  }

  /// "14 nhân viên trong số người chết", "Fourteen guests were among the dead"; not "trong số đó".
  func isAmong(_ mention: Range<Int>, behind figure: StoryFigure) -> Bool {
    guard figure.dimension == "count", mention.lowerBound >= figure.words.upperBound,
      mention.lowerBound - figure.words.upperBound <= 6, mention.count == 2,
      mention.upperBound < sentence.words.upperBound, words[mention.upperBound].kind == .word
    else { return false }
    return Self.among.contains(words[mention.lowerBound].exact)
      && !Self.those.contains(words[mention.upperBound].exact)
  }

  private static let among = TimeWords.keys("trong", "among")
  private static let those = TimeWords.keys("đó", "này", "họ", "có")

  /// "1.034 ca nhiễm mới", "52 new cases": those of one day, and none of the days before.
  func isNew(_ figure: StoryFigure) -> Bool {
    (figure.words.lowerBound..<min(sentence.words.upperBound, figure.words.upperBound + 1))
      .contains { Self.new.contains(words[$0].exact) }
  }

  private static let new = TimeWords.keys("mới", "new")

  /// "cut its forecast to $900 million from $1.1 billion", "tăng từ 50 lên 60": what it was before.
  func readOldValue(_ figure: inout StoryFigure, _ others: [StoryFigure]) {
    let first = figure.words.lowerBound
    let isFrom =
      Self.from.contains(words[first].exact)
      || first > sentence.words.lowerBound && Self.from.contains(words[first - 1].exact)
    guard isFrom, figure.bound == .exact, figure.dimension != "date", figure.dimension != "clock",
      figure.dimension != "length", figure.dimension != "duration",
      !figure.acts.isDisjoint(with: [Concepts.rise, Concepts.fall])
        || figure.dimension.hasPrefix("money") || figure.dimension == "percent",
      others.contains(where: { other in
        other.dimension == figure.dimension && other.words != figure.words
          && other.words.lowerBound > sentence.words.lowerBound
          && Self.toWords.contains(words[other.words.lowerBound - 1].exact)
      })
    else { return }
    figure.isOther = true
  }

  private static let from = TimeWords.keys("from", "từ")

  private static let toWords = TimeWords.keys("to", "lên", "xuống", "còn", "thành", "đến", "tới")

  /// "hơn Bưu Điện 4 điểm", "4 points ahead": a lead is none of what is led by.
  func readLead(_ figure: inout StoryFigure) {
    guard isVietnamese, figure.dimension == "count" else { return }
    var at = figure.words.lowerBound - 1
    while at > sentence.words.lowerBound, words[at].isCapitalised { at -= 1 }
    guard at < figure.words.lowerBound - 1, at >= sentence.words.lowerBound,
      Self.ahead.contains(words[at].exact)
    else { return }
    figure.dimension = "lead"
  }

  private static let ahead = TimeWords.keys("hơn", "kém", "trước")

  func readMagnitude(_ figure: inout StoryFigure) {
    if figure.dimension == "temperature",
      figure.attributes.contains(Concepts.magnitude)
        || sentence.mentions.contains(where: { FigureLexicon.concepts[$0.concept].name == "quake" })
    {
      figure.dimension = "richter"
    }
    if figure.dimension == "count", figure.nouns.isEmpty, figure.heads.isEmpty, figure.low < 10,
      figure.isRounded, figure.margin < 0.5,
      sentence.mentions.contains(where: { FigureLexicon.concepts[$0.concept].name == "quake" })
    {
      figure.dimension = "richter"
    }
    if figure.dimension == "count", figure.nouns.isEmpty, figure.low < 10,
      words[figure.words.lowerBound].kind == .digits,
      figure.attributes.contains(Concepts.magnitude)
    {
      figure.dimension = "richter"
    }
  }

  /// "số người chết", "tổng cộng", "lên 321"; not "một số", "Tổng thống", "lên án".
  func tellsToll(_ at: Int, before figure: StoryFigure) -> Bool {
    let word = words[at].exact
    guard isVietnamese else { return Self.tolls.contains(word) }
    let next = at + 1 < figure.words.lowerBound ? words[at + 1].exact : 0
    if word == Self.so { return at == 0 || !Self.ones.contains(words[at - 1].exact) }
    if word == Self.tong { return next == 0 || Self.behindTotal.contains(next) }
    return word == Self.up && (next == 0 || Self.behindUp.contains(next))
  }

  private static let tolls = TimeWords.keys(
    "toll", "number", "tally", "total", "count", "risen", "climbed", "reached")

  private static let so = WordKey("số").exact

  private static let tong = WordKey("tổng").exact

  private static let up = WordKey("lên").exact

  private static let ones = TimeWords.keys("một")

  private static let behindTotal = TimeWords.keys("số", "cộng", "hợp", "thể")

  private static let behindUp = TimeWords.keys("tới", "đến", "thành", "mức", "con", "hơn", "gần")
}

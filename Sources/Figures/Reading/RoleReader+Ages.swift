internal import Lexicons

/// Ages that no unit tells.
extension RoleReader {
  /// "Dan Okoro, 29, announced", "The driver, 34, was held", "She is 52 and lives here", "retire at 67".
  func readAge(_ figure: inout StoryFigure) {
    guard figure.dimension == "count", figure.bound == .exact, figure.low < 110, figure.low >= 3,
      figure.low == figure.high, figure.words.count == 1,
      isBesidePerson(figure) || isToldOfSomebody(figure) || isOfRetirement(figure)
    else { return }
    figure.dimension = "age"
    figure.nouns = []
  }

  private func isBesidePerson(_ figure: StoryFigure) -> Bool {
    let (first, last) = (figure.words.lowerBound, figure.words.upperBound)
    guard first > sentence.words.lowerBound + 1, words[first - 1].sign == 0x2C,
      isClosed(last)
    else { return false }
    return figure.nouns.isEmpty && words[first - 2].isCapitalised || endsPerson(first - 1)
  }

  private func endsPerson(_ comma: Int) -> Bool {
    sentence.mentions.contains { $0.kind == .person && $0.words.upperBound == comma }
      && isOneOf(comma)
  }

  /// "The driver, 34," is one; "drivers, 34," are none.
  private func isOneOf(_ comma: Int) -> Bool {
    isVietnamese
      || (max(sentence.words.lowerBound, comma - 4)..<comma).contains {
        Self.articles.contains(words[$0].exact)
      }
  }

  private func isClosed(_ at: Int) -> Bool {
    at < sentence.words.upperBound && (words[at].sign == 0x2C || words[at].sign == 0x2E)
  }

  /// "She is 52 and …", "He turned 90 on Monday"
  private func isToldOfSomebody(_ figure: StoryFigure) -> Bool {
    let (first, last) = (figure.words.lowerBound, figure.words.upperBound)
    guard !isVietnamese, first >= sentence.words.lowerBound + 2,
      Self.being.contains(words[first - 1].exact), Self.somebody.contains(words[first - 2].exact)
    else { return false }
    return last >= sentence.words.upperBound || isClosed(last)
      || Self.joints.contains(words[last].exact)
  }

  /// "raises the retirement age to 65", "able to retire at 67", "qua đời ở tuổi 84"
  private func isOfRetirement(_ figure: StoryFigure) -> Bool {
    let first = figure.words.lowerBound
    guard first > sentence.words.lowerBound else { return false }
    if isVietnamese { return Self.aged.contains(words[first - 1].exact) }
    guard Self.at.contains(words[first - 1].exact) else { return false }
    return (max(sentence.words.lowerBound, first - 6)..<first).contains {
      Self.retire.contains(words[$0].exact)
    }
  }

  private static let articles = TimeWords.keys(
    "the", "a", "an", "his", "her", "its", "their", "whose")
  private static let being = TimeWords.keys("is", "was", "turned", "turns", "aged")
  private static let somebody = TimeWords.keys("he", "she", "who")
  private static let joints = TimeWords.keys("and", "when", "on", "in", "but", "at", "this")
  private static let at = TimeWords.keys("at", "to", "of", "from")
  private static let aged = TimeWords.keys("tuổi")
  private static let retire = TimeWords.keys("retire", "retirement", "age", "retiring")
}

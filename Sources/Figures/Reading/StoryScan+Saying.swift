/// Days on which something was said.
extension StoryScan {
  /// "said on Sept. 10", "officials on Monday said", "Ngày 10/9, công an cho biết", "ông Nam hôm 10/9 nói": a day
  /// right beside a verb of saying, or at the start of a sentence whose first verb is one.
  func isSaid(_ time: Range<Int>, _ sentence: Range<Int>) -> Bool {
    if says(time.upperBound, sentence) { return true }
    if text.isVietnamese { return opens(time, sentence) && saysFirst(behind: time, sentence) }
    var before = time.lowerBound - 1
    while before >= sentence.lowerBound, Self.onWords.contains(words[before].exact) { before -= 1 }
    return before >= sentence.lowerBound && Self.sayWords.contains(words[before].exact)
      || opens(time, sentence) && saysFirst(behind: time, sentence)
  }

  private func opens(_ time: Range<Int>, _ sentence: Range<Int>) -> Bool {
    time.lowerBound - sentence.lowerBound <= 1
  }

  /// "…, công an huyện cho biết": the verb behind the day and at most six words.
  private func saysFirst(behind time: Range<Int>, _ sentence: Range<Int>) -> Bool {
    for at in time.upperBound..<min(sentence.upperBound, time.upperBound + 8) {
      if says(at, sentence) { return true }
      guard words[at].kind != .digits else { return false }
      if at > time.upperBound, words[at].kind == .sign { return false }
    }
    return false
  }

  private func says(_ at: Int, _ sentence: Range<Int>) -> Bool {
    guard sentence.contains(at) else { return false }
    if text.isVietnamese, Self.cho.contains(words[at].exact) {
      return sentence.contains(at + 1) && Self.biet.contains(words[at + 1].exact)
    }
    return Self.sayWords.contains(words[at].exact)
  }

  private static let onWords = TimeWords.keys("on", "late", "early")
  private static let sayWords = TimeWords.keys(
    "said", "says", "told", "reported", "announced", "confirmed", "nói", "kể", "báo")
  private static let cho = TimeWords.keys("cho")
  private static let biet = TimeWords.keys("biết", "hay")
}

/// What a figure has from other sentences: that it counts what is new, the day of what a title tells.
extension StoryScan {
  /// "Cả nước có 1.310 ca nhiễm mới. Thủ đô có 298 ca": those are new ones too.
  func inheritNewness(_ scans: inout [SentenceScan]) {
    for at in scans.indices.dropFirst() where !scans[at].figures.contains(where: \.isAdded) {
      guard scans[at - 1].figures.contains(where: isNewCase) else { continue }
      for place in scans[at].figures.indices {
        let figure = scans[at].figures[place]
        if figure.nouns.contains(Concepts.sickness), figure.inheritsTime, !figure.time.isUntil {
          scans[at].figures[place].isAdded = true
        }
      }
    }
  }

  /// "Xả súng ở Velmara, 5 người chết" was when the first sentence that counts the dead says.
  func lendTimesToTitle(_ scans: inout [SentenceScan]) {
    let body = scans.flatMap(\.figures).filter { !$0.isTitle }
    for at in scans.indices {
      for place in scans[at].figures.indices where scans[at].figures[place].isTitle {
        let figure = scans[at].figures[place]
        guard figure.time.isEmpty, figure.fate >= 0,
          let first = body.first(where: { $0.fate == figure.fate && $0.time.day != nil }),
          first.sentence <= 6
        else { continue }
        (scans[at].figures[place].time.day, scans[at].figures[place].time.month) = (
          first.time.day, first.time.month
        )
        scans[at].figures[place].inheritsTime = true
      }
    }
  }

  private func isNewCase(_ figure: StoryFigure) -> Bool {
    figure.isAdded && figure.nouns.contains(Concepts.sickness)
  }
}

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
    for at in time.behind(8, before: sentence.upperBound) {
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

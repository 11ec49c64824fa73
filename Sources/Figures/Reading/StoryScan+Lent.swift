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

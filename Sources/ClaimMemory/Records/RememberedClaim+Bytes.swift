internal import ClaimModel

extension RememberedClaim {
  /// What a memory keeps of it beside its session, which stands for all claims of it once.
  func write(to out: inout RecordWriter, session place: Int) {
    out.number(place)
    out.number(number)
    out.text(language.rawValue)
    out.text(verdict.rawValue)
    out.number(time?.seconds ?? 0)
    out.number(time == nil ? 0 : 1)
    out.text(text)
    out.text(story)
    out.text(speaker)
    out.text(credibility)
    out.text(user)
    out.texts(notes)
    out.texts(evidence)
    out.number(figures.count)
    for figure in figures {
      out.fixed(figure.value.bitPattern)
      out.fixed((figure.high ?? figure.value).bitPattern)
      out.text(figure.unit)
      out.text(figure.words)
    }
  }

  /// Nil where the bytes hold no claim. `sessions` are all paths of the memory.
  init?(_ reader: inout RecordReader, sessions: [String]) {
    guard let place = reader.number(), sessions.indices.contains(place),
      let number = reader.number(),
      let language = reader.text().flatMap(ArticleLanguage.init(rawValue:)),
      let verdict = reader.text().flatMap(Verdict.init(rawValue:)), let seconds = reader.number(),
      let isTimed = reader.number(), let text = reader.text(), let story = reader.text(),
      let speaker = reader.text(), let credibility = reader.text(), let user = reader.text(),
      let notes = reader.texts(), let evidence = reader.texts(), let count = reader.number(),
      count >= 0
    else { return nil }
    self.init(
      session: sessions[place], story: story, number: number, language: language, text: text)
    (self.speaker, self.verdict, self.credibility, self.user) = (
      speaker, verdict, credibility, user
    )
    time = isTimed == 0 ? nil : Timestamp(seconds: seconds)
    (self.notes, self.evidence) = (notes, evidence)
    for _ in 0..<count {
      guard let low = reader.fixed().map(Double.init(bitPattern:)),
        let high = reader.fixed().map(Double.init(bitPattern:)), let unit = reader.text(),
        let words = reader.text()
      else { return nil }
      figures.append(
        RememberedFigure(value: low, high: high == low ? nil : high, unit: unit, words: words))
    }
  }
}

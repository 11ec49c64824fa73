extension StyledText {
  /// Columns it takes once harmless.
  package var width: Int { runs.reduce(0) { $0 + DisplayWidth.of(Sanitiser.harmless($1.text)) } }

  /// Made harmless, and cut to `columns` with "…" at its end where it is longer.
  ///
  /// ("ít nhất 14 người", 8) → "ít nhất…"; wide characters are never halved.
  package func fitted(to columns: Int) -> StyledText {
    let whole = madeHarmless
    guard whole.width > columns else { return whole }
    guard columns > 0 else { return StyledText() }
    var out = StyledText()
    var used = 0
    cutting: for run in whole.runs {
      var kept = ""
      for character in run.text {
        let width = DisplayWidth.of(character)
        if used + width > columns - 1 {
          out.append(kept, run.style)
          break cutting
        }
        used += width
        kept.append(character)
      }
      out.append(kept, run.style)
    }
    return out.withoutTrailingBlanks + StyledText("…", .dim)
  }

  /// Where a line is one thing that is told: a line break in a name is shown as ␊, and can make no
  /// line of its own.
  package var onOneLine: StyledText {
    guard runs.contains(where: { $0.text.utf8.contains { $0 == 0x0A || $0 == 0x0D } }) else {
      return self
    }
    return runs.reduce(into: StyledText()) {
      $0.append(
        $1.text.replacing("\r\n", with: "␊").replacing("\n", with: "␊")
          .replacing("\r", with: "␍"), $1.style)
    }
  }

  private var madeHarmless: StyledText {
    runs.reduce(into: StyledText()) { $0.append(Sanitiser.harmless($1.text), $1.style) }
  }

  package var withoutTrailingBlanks: StyledText {
    var kept = runs
    while var last = kept.popLast() {
      while last.text.last == " " { last.text.removeLast() }
      if !last.text.isEmpty {
        kept.append(last)
        break
      }
    }
    return kept.reduce(into: StyledText()) { $0.append($1.text, $1.style) }
  }

  /// Lines of at most `columns`, broken at blanks, or inside a word that is longer than a line.
  /// A nil width leaves one line a line break; text breaks lines of its own at "\n".
  package func wrapped(to columns: Int?) -> [StyledText] {
    var wrapper = LineWrapper(columns: columns.map { max($0, 2) })
    for run in runs {
      for (index, line) in run.text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { wrapper.breakLine() }
        wrapper.add(Sanitiser.harmless(String(line)), run.style)
      }
    }
    return wrapper.finished()
  }
}

/// Fills lines word by word.
private struct LineWrapper {
  let columns: Int?
  private var lines = [StyledText]()
  private var line = StyledText()
  private var used = 0
  /// Runs of the word being read, which may change its style in the middle.
  private var word = StyledText()
  private var wordWidth = 0
  /// Blanks between the line and the word; dropped where the line breaks.
  private var gap = StyledText()

  init(columns: Int?) { self.columns = columns }

  mutating func add(_ text: String, _ style: Style) {
    for character in text {
      if character == " " {
        placeWord()
        gap.append(" ", style)
      } else {
        word.append(String(character), style)
        wordWidth += DisplayWidth.of(character)
      }
    }
  }

  mutating func breakLine() {
    placeWord()
    lines.append(line)
    line = StyledText()
    gap = StyledText()
    used = 0
  }

  mutating func finished() -> [StyledText] {
    placeWord()
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  private mutating func placeWord() {
    guard !word.isEmpty else { return }
    if let columns, used + gap.width + wordWidth > columns {
      if !line.isEmpty {
        lines.append(line)
        line = StyledText()
      }
      gap = StyledText()
      used = 0
      if wordWidth > columns { return placeLongWord(columns) }
    }
    line.append(gap)
    line.append(word)
    used += gap.width + wordWidth
    forgetWord()
  }

  private mutating func placeLongWord(_ columns: Int) {
    for run in word.runs {
      for character in run.text {
        let width = DisplayWidth.of(character)
        if used + width > columns {
          lines.append(line)
          line = StyledText()
          used = 0
        }
        line.append(String(character), run.style)
        used += width
      }
    }
    forgetWord()
  }

  private mutating func forgetWord() {
    gap = StyledText()
    word = StyledText()
    wordWidth = 0
  }
}

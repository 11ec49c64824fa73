internal import ClaimModel
internal import Lexicons

/// Reads the number that starts at a token: "125 triệu", "hai mươi lăm nghìn", "two hundred".
struct NumeralReader {
  let story: Story
  let limit: Int
  let numbers: NumberForms
  let words: NumberWords

  init(story: Story, limit: Int) {
    self.story = story
    self.limit = limit
    numbers = story.language.numbers
    words = numbers.words
  }

  /// Whether a number may start with this token, without reading it.
  func mayStart(at index: Int) -> Bool {
    let token = story.tokens[index]
    if token.kind == .number { return true }
    switch words[token]?.role {
    case .digit, .ten, .halfOf: return true
    case .tens: return !numbers.customs.digitStandsBeforeTen
    case .hundred, .scale: return isCompared(index)
    case .article: return isScaleOrPart(at: index + 1)
    case .zero: return role(at: index + 1) == .point
    default: return false
    }
  }

  func numeral(at index: Int, money: Bool = false) -> Numeral? {
    guard index < limit, mayStart(at: index) else { return nil }
    if story.tokens[index].kind == .number { return digits(at: index, money: money) }
    return role(at: index) == .halfOf ? half(at: index) : spelled(at: index)
  }

  /// "hơn chục người", "gần trăm": a scale with nothing before it is one of it only where the
  /// number is compared.
  private func isCompared(_ index: Int) -> Bool {
    numbers.customs.digitStandsBeforeTen && index > 0
      && numbers.contexts.before.match(before: index, in: story.tokens, from: max(0, index - 4))
        != nil
  }

  /// "a million", "a dozen", "a third".
  private func isScaleOrPart(at index: Int) -> Bool {
    switch role(at: index) {
    case .hundred, .scale, .part: true
    default: false
    }
  }

  func role(at index: Int) -> NumberWords.Role? {
    index < limit ? words[story.tokens[index]]?.role : nil
  }

  /// The value of a scale word; nil where the word begins another one: "tỷ phú", "triệu tập".
  func scale(at index: Int) -> Double? {
    guard index < limit, let entry = words[story.tokens[index]] else { return nil }
    switch entry.role {
    case .scale:
      let other = numbers.scaleLookalikes.match(at: index, in: story.tokens, limit: limit)
      return other == nil ? entry.value : nil
    case .hundred: return entry.value
    default: return nil
    }
  }

  /// "half a million", "nửa triệu", "half a percent": half of the scale or measure behind it.
  private func half(at index: Int) -> Numeral? {
    var at = index + 1
    if at < limit, story.tokens[at].scalar == 0x2D { at += 1 }
    let isArticle = role(at: at) == .article
    if isArticle { at += 1 }
    if at < limit, story.tokens[at].scalar == 0x2D { at += 1 }
    var numeral = Numeral(value: 0.5, end: at, isWords: true)
    while let scale = scale(at: numeral.end) {
      numeral.value *= scale
      numeral.end += 1
      numeral.isScaled = true
    }
    if numeral.isScaled { return numeral }
    guard isArticle, at < limit,
      numbers.contexts.units.match(at: at, in: story.tokens, limit: limit)?.value == .measure
    else { return nil }
    return numeral
  }

  // MARK: Words

  /// Folds words from left to right.
  private func spelled(at index: Int) -> Numeral? {
    var fold = SpelledNumber(digitStandsBeforeTen: numbers.customs.digitStandsBeforeTen)
    var at = index
    switch role(at: index) {
    case .article:
      fold.implyOne()
      at += 1
    case .scale, .hundred: fold.implyOne()
    default: break
    }
    while at < limit, let next = word(at: at, behind: index), let end = take(next, into: &fold) {
      at = end
    }
    guard at > index, fold.isNumber else { return nil }
    return Numeral(value: fold.value, end: at, isWords: true, isScaled: fold.isScaled)
  }

  /// The next word of the number: past the hyphen of "twenty-one".
  private func word(at index: Int, behind start: Int) -> Int? {
    let isHyphen =
      numbers.customs.hyphenJoinsWords && index > start
      && story.tokens[index].scalar == 0x2D && index + 1 < limit
    let next = isHyphen ? index + 1 : index
    return words[story.tokens[next]] == nil ? nil : next
  }

  /// Adds a word to the number and says where the next one may stand; nil where the number ends.
  private func take(_ index: Int, into fold: inout SpelledNumber) -> Int? {
    guard let entry = words[story.tokens[index]] else { return nil }
    switch entry.role {
    case .scale, .hundred:
      guard scale(at: index) != nil else { return nil }
    case .link:
      if takesHalf(at: index, into: &fold) { return index + 3 }
      guard continues(after: index) else { return nil }
    case .zero:
      guard fold.isScaled, role(at: index + 1) == .hundred else {
        return fold.isEmpty && fold.add(entry) ? index + 1 : nil
      }
      fold.markExact()
      return index + 2
    case .point: return decimals(behind: index, into: &fold)
    case .digit:
      if isUnitOfTime(index), !fold.isEmpty, !fold.endsWithLink, !isMultiplied(index) {
        return nil
      }
    case .lastDigit:
      if fold.isLoneDigit, entry.isOrdinaryWord, !isCounted(index + 1) { return nil }
    default: break
    }
    return fold.add(entry) ? index + 1 : nil
  }

  /// "mười năm", "hai nghìn năm" are years, "hai nghìn năm trăm" is a number.
  private func isUnitOfTime(_ index: Int) -> Bool {
    story.tokens[index].key.exact == numbers.customs.unitOfTime
  }

  private func isMultiplied(_ index: Int) -> Bool {
    switch role(at: index + 1) {
    case .hundred, .scale, .tens: true
    default: false
    }
  }

  /// Whether a word that the list of units has stands here, or a scale.
  private func isCounted(_ index: Int) -> Bool {
    scale(at: index) != nil
      || numbers.contexts.units.match(at: index, in: story.tokens, limit: limit) != nil
  }

  /// "two and a half million": link, article and half at once.
  private func takesHalf(at index: Int, into fold: inout SpelledNumber) -> Bool {
    role(at: index + 1) == .article && role(at: index + 2) == .halfOf && fold.addHalf()
  }

  /// "ba phẩy năm", "three point two five": digit by digit, or a ten with its digit.
  private func decimals(behind point: Int, into fold: inout SpelledNumber) -> Int? {
    var at = point + 1
    var digits = 0.0
    var places = 0
    while let entry = at < limit ? words[story.tokens[at]] : nil, places < 4 {
      switch entry.role {
      case .digit, .zero, .lastDigit:
        digits = digits * 10 + entry.value
        places += 1
      case .tens where numbers.customs.digitStandsBeforeTen && places == 1:
        if role(at: at + 1) != .digit && role(at: at + 1) != .lastDigit {
          digits *= 10
          places += 1
        }
      default:
        return fold.addDecimals(digits, places: places) ? at : nil
      }
      at += 1
    }
    return fold.addDecimals(digits, places: places) ? at : nil
  }

  private func continues(after index: Int) -> Bool {
    switch role(at: index + 1) {
    case .digit, .ten, .tens: true
    default: false
    }
  }
}

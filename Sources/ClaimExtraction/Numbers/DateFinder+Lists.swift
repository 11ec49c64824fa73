internal import ClaimModel
internal import Lexicons

/// Several days at once: "các ngày 5, 6 và 7/4", "28-30/4", "30/4 và 1/5", "28 to 30 April".
extension DateFinder {
  /// A day of a list, its month and year where they stand with it.
  private struct Item {
    var tokens: Range<Int>
    var date: PartialDate
  }

  /// The days of a list that starts at a token, a number near it; nil where fewer than two stand
  /// there.
  func days(at index: Int) -> [Found]? {
    guard let items = forms.customs.isMarked ? markedItems(at: index) : namedItems(at: index)
    else { return nil }
    var found = [Found]()
    var month: Int?
    var year: Int?
    // What the last day says of month and year holds for those before it.
    for item in items.reversed() {
      month = item.date.month ?? month
      year = item.date.year ?? (item.date.month == nil || found.isEmpty ? year : nil)
      let date = PartialDate(year: year, month: month, day: item.date.day)
      guard let one = finished(date, item.tokens) else { return nil }
      found.append(one)
    }
    return found.count > 1 ? found.reversed() : nil
  }

  // MARK: Months by number

  private func markedItems(at index: Int) -> [Item]? {
    guard let (start, isOpened) = listStart(at: index) else { return nil }
    var items = [Item]()
    var at = start
    var isSpan = false
    while items.count < 9, var item = markedItem(at: pastMarks(at), isOpened: isOpened) {
      let mark = story.tokens[at].key.exact == forms.customs.untilEnd ? at + 1 : at
      item.tokens = mark..<item.tokens.upperBound
      items.append(item)
      guard let next = pastSeparator(item.tokens.upperBound) else { break }
      isSpan = isSpan || items.count == 1 && RangeWords.isDash(story.tokens[next - 1])
      at = next
    }
    while let last = items.last, last.date.month == nil { items.removeLast() }
    guard items.count > 1, isOpened || isSpan && items.count == 2 && items[0].date.month == nil,
      isOpened || (items[0].date.day ?? 0) < (items[1].date.day ?? 0)
    else { return nil }
    if start > index { items[0].tokens = index..<items[0].tokens.upperBound }
    return items
  }

  /// Where the first number stands, and whether words before it say that days follow.
  private func listStart(at index: Int) -> (start: Int, isOpened: Bool)? {
    if story.tokens[index].kind == .number { return (index, isBehindOpener(index)) }
    guard story.tokens[index].kind == .word,
      case (.dayMark, let end)? = words.match(at: index, in: story.tokens, limit: limit),
      end < limit, story.tokens[end].kind == .number
    else { return nil }
    return (end, true)
  }

  /// "từ", "dịp", "nghỉ"; "hôm qua 5/4".
  func isBehindOpener(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    if forms.customs.beforeDays.contains(story.tokens[index - 1].key.exact) { return true }
    switch words.match(before: index, in: story.tokens, from: max(0, index - 4))?.value {
    case .day, .weekday: return true
    default: return false
    }
  }

  /// "và | ngày 7/4", "đến | hết ngày 8/1"
  private func pastMarks(_ index: Int) -> Int {
    var at = index
    if at < limit, story.tokens[at].key.exact == forms.customs.untilEnd { at += 1 }
    if at < limit, case (.dayMark, let end)? = words.match(at: at, in: story.tokens, limit: limit) {
      at = end
    }
    return at
  }

  /// "5", "5/1", "5/1/2024", "5 tháng 1 năm 2024"; "30-4" where days are sure.
  private func markedItem(at index: Int, isOpened: Bool) -> Item? {
    guard index < limit, let numbers = slashed(at: index), !isGrouped(index) else { return nil }
    switch numbers.count {
    case 3: return Item(tokens: index..<index + 1, date: fullDate(numbers))
    case 2: return item(PartialDate(month: numbers[1], day: numbers[0]), index, index + 1)
    default: break
    }
    guard (1...31).contains(numbers[0]) else { return nil }
    if index + 1 < limit,
      case (.monthMark, let end)? = words.match(at: index + 1, in: story.tokens, limit: limit),
      let month = afterMonthMark(index, end), let date = month.date
    {
      // Not its year as completed: the day decides.
      return Item(
        tokens: month.tokens,
        date: PartialDate(year: writtenYear(in: month.tokens), month: date.month, day: numbers[0]))
    }
    if isOpened, let (both, end) = parts(at: index), both.count == 2, both[1] <= 12,
      !isMonthMark(at: end)
    {
      return Item(tokens: index..<end, date: PartialDate(month: both[1], day: both[0]))
    }
    return Item(tokens: index..<index + 1, date: PartialDate(day: numbers[0]))
  }

  private func item(_ date: PartialDate, _ start: Int, _ end: Int) -> Item? {
    guard date.isValid else { return nil }
    var date = date
    let last = takeYear(into: &date, at: end)
    return Item(tokens: start..<last, date: date)
  }

  private func isMonthMark(at index: Int) -> Bool {
    guard index < limit,
      case .monthMark? = words.match(at: index, in: story.tokens, limit: limit)?.value
    else { return false }
    return true
  }

  /// A year of four digits among the tokens.
  private func writtenYear(in tokens: Range<Int>) -> Int? {
    for index in tokens where story.tokens[index].kind == .number {
      if let year = slashed(at: index)?.last, year >= 1000 { return year }
    }
    return nil
  }

  /// Where the next day may stand, past ",", "và", "đến" or a dash.
  private func pastSeparator(_ index: Int) -> Int? {
    guard index + 1 < limit else { return nil }
    let token = story.tokens[index]
    if token.scalar == 0x2C || RangeWords.isDash(token) { return index + 1 }
    return forms.customs.betweenDays.contains(token.key.exact) ? index + 1 : nil
  }

  // MARK: Months by name

  private func namedItems(at index: Int) -> [Item]? {
    if story.tokens[index].kind == .number { return daysBeforeMonth(at: index) }
    guard story.tokens[index].kind == .word,
      case (.month(let month), let end)? = words.match(at: index, in: story.tokens, limit: limit),
      !isUncapitalised(index)
    else { return nil }
    return daysBehindMonth(month, index, end)
  }

  /// "28 to 30 April 2025", "5, 6 and 7 April".
  private func daysBeforeMonth(at index: Int) -> [Item]? {
    var items = [Item]()
    var at = index
    while items.count < 9, let (day, behind) = dayNumber(at: at) {
      items.append(Item(tokens: at..<behind, date: PartialDate(day: day)))
      let name =
        behind < limit && story.tokens[behind].key == forms.customs.of ? behind + 1 : behind
      if name < limit, !isUncapitalised(name),
        case (.month(let month), let end)? = words.match(at: name, in: story.tokens, limit: limit)
      {
        var date = PartialDate(month: month, day: day)
        let last = yearBehind(into: &date, at: end)
        items[items.count - 1] = Item(tokens: at..<last, date: date)
        return items.count > 1 ? items : nil
      }
      guard let next = pastSeparator(behind) else { return nil }
      at = next
    }
    return nil
  }

  /// "April 28-30", "April 28 and 29, 2025"; not "April 28, 30 people …".
  private func daysBehindMonth(_ month: Int, _ index: Int, _ end: Int) -> [Item]? {
    var at = end
    if at < limit, story.tokens[at].scalar == 0x2E { at += 1 }
    var items = [Item]()
    while items.count < 9, let (day, behind) = dayNumber(at: at) {
      if !items.isEmpty, !RangeWords.isDash(story.tokens[at - 1]), isCounted(behind) { break }
      let start = items.isEmpty ? index : at
      items.append(Item(tokens: start..<behind, date: PartialDate(month: month, day: day)))
      guard let next = pastSeparator(behind) else { break }
      at = next
    }
    guard items.count > 1, let last = items.indices.last else { return nil }
    var date = items[last].date
    let behind = yearBehind(into: &date, at: items[last].tokens.upperBound)
    let start = items[last].tokens.lowerBound
    for place in items.indices { items[place].date.year = date.year }
    items[last].tokens = start..<behind
    return items
  }
}

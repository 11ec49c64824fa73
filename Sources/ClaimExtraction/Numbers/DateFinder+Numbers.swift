internal import ClaimModel
internal import Lexicons

/// Days, months and years in digits: "5/1", "13-2", "2023-10-07".
extension DateFinder {
  /// The parts of a number token: "5/1/2024" → [5, 1, 2024]; with hyphens between tokens too.
  func parts(at index: Int) -> (numbers: [Int], end: Int)? {
    guard index < limit, story.tokens[index].kind == .number,
      var numbers = slashed(at: index)
    else { return nil }
    var end = index + 1
    while numbers.count < 3, end + 1 < limit, story.tokens[end].scalar == 0x2D,
      story.tokens[end].touchesPrevious, story.tokens[end + 1].touchesPrevious,
      let more = slashed(at: end + 1), more.count == 1
    {
      numbers += more
      end += 2
    }
    return (numbers, end)
  }

  /// Numbers between slashes or full stops; nil where another mark stands.
  func slashed(at index: Int) -> [Int]? {
    let token = story.tokens[index]
    guard token.kind == .number else { return nil }
    var numbers = [0]
    var digits = 0
    for at in Int(token.start)..<Int(token.end) {
      let byte = story.bytes[at]
      if byte >= 0x30, byte <= 0x39 {
        digits += 1
        guard digits <= 4 else { return nil }
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 0x30)
      } else if byte == 0x2F || byte == 0x2E {
        numbers.append(0)
        digits = 0
      } else {
        return nil
      }
    }
    return numbers.count <= 3 ? numbers : nil
  }

  /// "5/1/2024" or "2023-10-07" says that it is a date; "5/1" only in brackets or behind "từ",
  /// "đến", "trước" and the like.
  func bareNumber(at index: Int) -> Found? {
    guard let (numbers, end) = parts(at: index), !isGrouped(index) else { return nil }
    if numbers.count == 3 { return finished(fullDate(numbers), index..<end) }
    guard forms.customs.isMarked, numbers.count == 2, isBehindOpener(index),
      end == index + 1 || numbers[1] <= 12 && isBehindHoliday(index), !isShare(index, end)
    else { return nil }
    let date = PartialDate(month: numbers[1], day: numbers[0])
    return finished(
      numbers[1] > 31 ? PartialDate(year: numbers[1], month: numbers[0]) : date, index..<end)
  }

  func fullDate(_ n: [Int]) -> PartialDate {
    if n[0] > 31 { return PartialDate(year: n[0], month: n[1], day: n[2]) }
    let year = n[2] < 100 ? 2000 + n[2] : n[2]
    // Day first as in Vietnam and Britain; month first where only that can be.
    if n[1] > 12 { return PartialDate(year: year, month: n[0], day: n[1]) }
    return forms.customs.dayStandsFirst || n[0] > 12
      ? PartialDate(year: year, month: n[1], day: n[0])
      : PartialDate(year: year, month: n[0], day: n[1])
  }

  /// "từ 8.700 tỷ": three digits behind the stop are thousands.
  func isGrouped(_ index: Int) -> Bool {
    let token = story.tokens[index]
    return token.end - token.start > 4 && story.bytes[Int(token.end) - 4] == 0x2E
  }

  /// "dịp 30-4": a hyphen between day and month where days are sure.
  private func isBehindHoliday(_ index: Int) -> Bool {
    forms.customs.holidays.contains(story.tokens[index - 1].key.exact)
  }

  /// "đến 1/3 dân số", "trước 2/3 số phiếu": a share of something, no day.
  private func isShare(_ index: Int, _ end: Int) -> Bool {
    guard end < limit else { return false }
    let contexts = story.language.numbers.contexts
    if contexts.owners.match(at: end, in: story.tokens, limit: limit) != nil { return true }
    switch contexts.units.match(at: end, in: story.tokens, limit: limit)?.value {
    case .noun, .head: return true
    default: return false
    }
  }
}

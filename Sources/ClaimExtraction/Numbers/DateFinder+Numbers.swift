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
    guard let (numbers, end) = parts(at: index) else { return nil }
    if numbers.count == 3 { return finished(fullDate(numbers), index..<end) }
    guard forms.customs.isMarked, numbers.count == 2, end == index + 1, index > 0,
      forms.customs.beforeDays.contains(story.tokens[index - 1].key.exact)
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
    return forms.customs.dayStandsFirst
      ? PartialDate(year: year, month: n[1], day: n[0])
      : PartialDate(year: year, month: n[0], day: n[1])
  }
}

internal import ClaimModel
internal import Lexicons

/// A dateline that no dash closes, but its bracket: the sentence follows right behind it.
///
/// "Port Ann, Apr 5 (IANS) The ministry said …", "(Vân Sa - 12/3/2025) Bộ Nội vụ cho biết …"
struct UndashedDateline {
  let story: StoryText
  let words: [Word]

  private static let mostWords = 14

  var dateline: (dateline: Dateline, date: CalendarDay?)? {
    guard let closing = words.prefix(Self.mostWords).firstIndex(where: \.isClosing),
      words.prefix(closing).count(where: \.isOpening) == 1, closing + 2 < words.count,
      words[closing + 1].isName, !words[closing + 1].touchesPrevious
    else { return nil }
    let head = Array(words[...closing])
    guard let day = dayAndPlace(head) else { return nil }
    let place = UnknownDateline(story: story, head: head, rest: words[(closing + 1)...]).parts
    guard let place else { return nil }
    let span = TextSpan(words[0].start, words[closing].end)
    let found = Dateline(span: span, place: place.place, agencies: place.agencies)
    return (found, DateText(words: day, bytes: story.bytes).first?.day)
  }

  /// The words with the day, without which brackets close no dateline: "Anna Reed (AP) said" has
  /// none.
  private func dayAndPlace(_ head: [Word]) -> [Word]? {
    let dates = DateText(words: head, bytes: story.bytes)
    let hasMonth = head.indices.contains { dates.month($0) != nil }
    let hasDay = head.indices.contains {
      head[$0].kind == .number && $0 + 2 < head.count && head[$0 + 2].kind == .number
        && (head[$0 + 1].isMark("/") || head[$0 + 1].isMark("-"))
    }
    return hasMonth && head.contains { $0.kind == .number } || hasDay ? head : nil
  }
}

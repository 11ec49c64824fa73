internal import ClaimModel
internal import Languages
internal import Lexicons

/// Reads what stands before the first sentence of a wire story, up to its dash.
///
/// "WASHINGTON, Jan 5 (Reuters) -", "(AP) —", "Hà Nội (TTXVN 5/1) -", "TTO -"
struct DatelineReader {
  let story: StoryText
  let words: [Word]
  let layout: WrittenLanguage.Layout

  private static let mostWords = 22

  private var names: AgencyNames { AgencyNames(story: story) }

  var dateline: (dateline: Dateline, date: CalendarDay?)? {
    guard let dash = words.prefix(Self.mostWords).indices.first(where: isFreeDash), dash > 0 else {
      return UndashedDateline(story: story, words: words).dateline
    }
    let head = Array(words[..<dash])
    let date = DateText(words: head, bytes: story.bytes).first?.day
    guard
      let parts = bracketed(head) ?? bare(head)
        ?? UnknownDateline(story: story, head: head, rest: words[(dash + 1)...]).parts
    else { return UndashedDateline(story: story, words: words).dateline }
    // "--"
    let isLong = words.count > dash + 1 && words[dash + 1].isDash && words[dash + 1].touchesPrevious
    let span = TextSpan(words[0].start, words[isLong ? dash + 1 : dash].end)
    return (Dateline(span: span, place: parts.place, agencies: parts.agencies), date)
  }

  /// One that stands in no bracket: not that of "(Vân Sa - 12/3)".
  private func isFreeDash(_ index: Int) -> Bool {
    guard isDash(index) else { return false }
    let before = words[..<index]
    return before.count(where: \.isOpening) <= before.count(where: \.isClosing)
  }

  /// A dash with a blank on at least one side, or two hyphens.
  private func isDash(_ index: Int) -> Bool {
    guard words[index].isDash, index + 1 < words.count else { return false }
    return !words[index].touchesPrevious || !words[index + 1].touchesPrevious
  }

  /// "PLACE, date (AGENCY)", "PLACE (COUNTRY), date (AGENCY)"
  private func bracketed(_ head: [Word]) -> (place: String?, agencies: [String])? {
    guard let opening = head.lastIndex(where: \.isOpening), head.last?.isClosing == true else {
      return nil
    }
    var inside = head[(opening + 1)..<(head.count - 1)]
    if let number = inside.firstIndex(where: { $0.kind == .number }) { inside = inside[..<number] }
    while let last = inside.last, last.isMark(",") || last.isDash { inside.removeLast() }
    guard !inside.isEmpty, names.isRegistered(inside), let agencies = names.names(in: inside)
    else { return nil }
    guard opening > 0 else { return (nil, agencies) }
    return place(head[..<opening]).map { ($0, agencies) }
  }

  /// "TTO", or in English a place in capitals: "GENEVA, Jan 5"
  private func bare(_ head: [Word]) -> (place: String?, agencies: [String])? {
    let isUpper = head.filter { $0.kind == .word }.allSatisfy { $0.shape == .upper }
    if isUpper, names.isRegistered(head[...]), head.count <= 3 {
      return (nil, names.names(in: head[...]) ?? [])
    }
    guard layout.datelinesInCapitals, head[0].shape == .upper,
      head[0].letters >= 4 || head.count > 1 && head[1].shape == .upper,
      let place = place(head[...])
    else { return nil }
    return (place, [])
  }

  /// The capitalised words before a comma with a date; nil where other words stand there.
  private func place(_ words: ArraySlice<Word>) -> String? {
    let all = Array(words)
    let dates = DateText(words: all, bytes: story.bytes)
    var end = all.count
    for index in all.indices {
      let word = all[index]
      if word.kind == .number || (index > 0 && dates.month(index) != nil) {
        end = min(end, index)
        continue
      }
      let isPart = word.isName || word.kind == .punctuation || word.letters <= 3
      guard isPart, index < end || word.kind != .word || dates.month(index) != nil else {
        return nil
      }
    }
    while end > 0, all[end - 1].kind == .punctuation,
      !all[end - 1].isClosing || !all[..<end].contains(where: \.isOpening)
    { end -= 1 }
    guard end > 0, end <= 10, all[0].isName else { return nil }
    return story.name(TextSpan(all[0].start, all[end - 1].end))
  }
}

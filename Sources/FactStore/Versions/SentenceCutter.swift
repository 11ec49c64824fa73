/// Cuts the words of a text into sentences, by what is the same in every way to write it down: an
/// end, then a capital or a figure; a line end unless a line goes on in small letters.
struct SentenceCutter {
  private(set) var sentences: [Range<Int>] = []
  private let words: [VersionText.Word]
  private let numbers: VersionWords

  init(_ words: [VersionText.Word], _ numbers: VersionWords) {
    (self.words, self.numbers) = (words, numbers)
    var start = 0
    var isQuoted = false
    for place in words.indices {
      if place > start, isCut(before: place, from: start, isQuoted) {
        sentences.append(start..<place)
        start = place
      }
      if words[place].lines > 1 { isQuoted = false }
      if text(place) == "\"" { isQuoted.toggle() }
    }
    if start < words.count { sentences.append(start..<words.count) }
  }

  private func text(_ place: Int) -> String { numbers[words[place].number].text }

  /// `start`: where the sentence begins that may end here.
  private func isCut(before place: Int, from start: Int, _ isQuoted: Bool) -> Bool {
    let word = numbers[words[place].number]
    let lines = words[place].lines
    if lines > 1 { return true }
    if lines == 1 {
      return isEnd(place - 1, from: start) || !(word.text.first?.isLowercase ?? false)
    }
    if isQuoted, word.text == "\"" { return false }
    guard isEnd(place - 1, from: start) else { return false }
    return word.isCapital || word.isFigure || word.isMark && "\"'([-".contains(word.text)
  }

  /// Whether a sentence may end with the word at a place.
  private func isEnd(_ place: Int, from start: Int) -> Bool {
    var at = place
    // Behind the end what closes may stand: ." .)
    while at > start, ["\"", "'", ")", "]"].contains(text(at)) { at -= 1 }
    guard [".", "?", "!", "…"].contains(text(at)) else { return false }
    guard text(at) == ".", at == place else { return true }
    guard words[at].isSpaced else { return false }
    guard at > 0 else { return true }
    let before = text(at - 1)
    let isInitial = before.count == 1 && before.first?.isUppercase == true
    return !isInitial && !Self.shortForms.contains(before)
  }

  private static let shortForms: Set<String> = [
    "Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Lt", "Col", "Sgt", "Sen", "Rep", "Gov", "Jr", "Sr", "No",
    "TP", "Tp", "ThS", "TS", "GS", "PGS", "BS", "Jan", "Feb", "Aug", "Sept", "Sep", "Oct", "Nov",
    "Dec",
  ]
}

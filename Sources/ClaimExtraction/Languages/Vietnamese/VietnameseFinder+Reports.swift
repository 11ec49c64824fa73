internal import ClaimModel
internal import Lexicons

extension VietnameseFinder {
  /// "…, Sở Nội vụ công bố.", "Cục Thống kê công bố …": a body by its name and right behind it a
  /// verb by which bodies tell figures.
  func bodyReports(_ reading: Reading) -> Bool {
    guard reading.hit.kind == .that, !reading.isJoined, let source = reading.source,
      source.upperBound == reading.cue.lowerBound, source.count > 2,
      tokens[source.lowerBound].isCapitalised,
      source.dropFirst().contains(where: { tokens[$0].isCapitalised }),
      !quotes.contains(source.lowerBound)
    else { return false }
    let cue = reading.hit.range
    guard clauses.length(.reports, tokens, at: cue.lowerBound, end: cue.upperBound) == cue.count
    else { return false }
    let kind = story.language.titles.nouns.match(
      tokens, at: source.lowerBound, end: source.upperBound)
    return kind?.value == .government || kind?.value == .organisation
  }

  /// "lạm phát 3%", "có 3 ca": the words behind the cue are short and hold a figure; no list that
  /// was published, "công bố 3 văn bản".
  func reportsFigure(_ reading: Reading) -> Bool {
    let source = reading.source?.lowerBound
    guard source == reading.frame.lowerBound else { return false }
    let words = reading.cue.upperBound..<reading.frame.upperBound
    guard let first = words.first, words.count <= Self.longestReport,
      !has([.tail, .clause], at: first, end: words.upperBound)
    else { return false }
    let isClause = clauses.has(.starts, tokens, at: first, end: words.upperBound)
    let number = words.first { tokens[$0].kind == .number }
    return number.map { isClause || $0 > first && measures($0 + 1, words.upperBound) } ?? false
  }

  /// "3%", "20 tỷ đồng": no count of things, as "danh sách 3 bệnh viện" has.
  private func measures(_ next: Int, _ end: Int) -> Bool {
    next == end
      || next < end && (tokens[next].scalar == 0x25 || Self.scales.contains(tokens[next].key.exact))
  }

  private static let scales = Set(
    ["tỷ", "tỉ", "triệu", "nghìn", "điểm", "phần"].map { WordKey($0).exact })

  private static let longestReport = 30
}

/// What the rules find, as the taggers see it.
///
/// Trained on top of the rules, the taggers learn where these are right: a rule's content is
/// nearly always right behind "nói :", less so behind "muốn".
enum RuleMarks {
  /// Marks of a token in any attribution; bits.
  private enum Mark {
    static let cueStart: UInt8 = 1
    static let cue = TokenTraits.ruledCue
    static let source: UInt8 = 4
    static let contentStart: UInt8 = 8
    static let content: UInt8 = 16
    static let contentEnd: UInt8 = 32
  }

  /// Notes an attribution in the traits of its tokens.
  static func mark(_ draft: AttributionDraft, in tokens: inout [TokenTraits]) {
    for range in draft.content {
      for index in range { tokens[index].ruled |= Mark.content }
    }
    if let start = draft.content.first?.lowerBound { tokens[start].ruled |= Mark.contentStart }
    if let end = draft.content.last?.upperBound { tokens[end - 1].ruled |= Mark.contentEnd }
    for range in draft.source {
      for index in range { tokens[index].ruled |= Mark.source }
    }
    let form = form(of: draft, in: tokens)
    for range in draft.cue {
      for index in range {
        tokens[index].ruled |= Mark.cue
        tokens[index].ruledForm = form
      }
      tokens[range.lowerBound].ruled |= Mark.cueStart
    }
  }

  /// Never 0. Whether there is a source, right before the cue or not; whether the content begins
  /// before the cue, right behind it, with a quotation mark.
  private static func form(of draft: AttributionDraft, in tokens: [TokenTraits]) -> UInt8 {
    guard let cue = draft.cue.first, let content = draft.content.first else { return 1 }
    var code: UInt8 = 1
    if let source = draft.source.first {
      code |= source.upperBound == cue.lowerBound ? 2 : source.upperBound < cue.lowerBound ? 4 : 6
    }
    if content.lowerBound < cue.lowerBound { code |= 8 }
    if content.lowerBound == cue.upperBound { code |= 16 }
    if tokens[content.lowerBound].place == .opening { code |= 32 }
    if content.count < 4 { code |= 64 }
    return code
  }

  /// Of each token of a window its role in the attribution that the rules found by its cue:
  /// 0 where there is none, 1 for no role, 2 to 4 first, inner and last of the content, 5 a
  /// content that goes on, 6 to 8 of the source, 9 the cue.
  static func roles(in window: CueWindow, of drafts: [AttributionDraft]) -> [UInt64] {
    let draft =
      drafts.first { $0.cue.contains(window.cue) }
      ?? drafts.first { $0.cue.contains { $0.overlaps(window.cue) } }
    guard let draft else { return [UInt64](repeating: 0, count: window.tokens.count) }
    var roles = [UInt64](repeating: 1, count: window.tokens.count)
    func fill(_ range: Range<Int>, first: UInt64, inner: UInt64, last: UInt64) {
      let inside = range.clamped(to: window.tokens)
      for index in inside {
        roles[index - window.tokens.lowerBound] =
          index == range.lowerBound ? first : index + 1 == range.upperBound ? last : inner
      }
    }
    for (number, range) in draft.content.enumerated() {
      fill(range, first: number == 0 ? 2 : 5, inner: 3, last: 4)
    }
    for range in draft.source { fill(range, first: 6, inner: 7, last: 8) }
    for range in draft.cue { fill(range, first: 9, inner: 9, last: 9) }
    return roles
  }
}

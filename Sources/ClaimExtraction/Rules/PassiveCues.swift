internal import Lexicons

/// Cues in the passive: "được cho là", "bị cáo buộc". Their subject is spoken of.
enum PassiveCues {
  private static let receives = Set(["được", "bị"].map { WordKey($0).exact })
  /// "được biết": who is told knows.
  private static let knows = Set(["biết", "nghe", "thấy"].map { WordKey($0).exact })

  /// Tokens before the last word of a passive cue.
  private static let longest = 4

  /// Where a passive cue starts whose last word a range is: the "là" of "được cho là".
  static func start(of last: Range<Int>, from low: Int, in story: Story) -> Int? {
    (max(low, last.lowerBound - longest)..<max(low, last.lowerBound)).first { at in
      let cue = story.language.cues.phrases.match(story.tokens, at: at, end: last.upperBound)
      return cue?.value == .passive && at + (cue?.length ?? 0) == last.upperBound
    }
  }

  static func isOne(_ cue: Range<Int>, in story: Story) -> Bool {
    cue.count > 1 && receives.contains(story.tokens[cue.lowerBound].key.exact)
      && !knows.contains(story.tokens[cue.lowerBound + 1].key.exact)
  }
}

internal import Lexicons

/// Cues in the passive: "được cho là", "bị cáo buộc". Their subject is spoken of.
enum PassiveCues {
  private static let receives = Set(["được", "bị"].map { WordKey($0).exact })
  /// "được biết": who is told knows.
  private static let knows = Set(["biết", "nghe", "thấy"].map { WordKey($0).exact })

  static func isOne(_ cue: Range<Int>, in story: Story) -> Bool {
    cue.count > 1 && receives.contains(story.tokens[cue.lowerBound].key.exact)
      && !knows.contains(story.tokens[cue.lowerBound + 1].key.exact)
  }
}

internal import ClaimModel
internal import Lexicons

/// A word or two by which a candidate is known: what its cue says, what stands around.
///
/// `Hãng này [ám chỉ] rằng …` → cue "ám chỉ", behind it "rằng", before it "này".
package struct DraftPhrase: Sendable {
  package var role: DraftPhraseKey.Role
  package var tokens: Range<Int>

  /// The phrases of a candidate in a story.
  package static func phrases(_ one: DraftCandidate, in story: Story) -> [DraftPhrase] {
    guard let cue = one.cue.first else { return [] }
    var found = [DraftPhrase(role: .cue, tokens: cue)]
    let sentence = story.sentences.first { $0.tokens.contains(cue.lowerBound) }?.tokens ?? cue
    if cue.lowerBound > sentence.lowerBound {
      found.append(DraftPhrase(role: .before, tokens: cue.lowerBound - 1..<cue.lowerBound))
    }
    if cue.upperBound < sentence.upperBound {
      found.append(DraftPhrase(role: .behind, tokens: cue.upperBound..<cue.upperBound + 1))
    }
    let content = one.tagged?.content ?? one.ruled?.content ?? []
    if let first = content.first?.lowerBound {
      found.append(DraftPhrase(role: .first, tokens: first..<first + 1))
    }
    return found
  }

  /// Under which its weight is kept: its role and its words without case.
  package func key(in story: Story) -> UInt64 {
    DraftPhraseKey.of(role, tokens.map { story.tokens[$0].key.exact })
  }

  /// "cue=cho biết", as the weights' file names it; nil where a mark stands there.
  package func name(in story: Story) -> String? {
    let words = tokens.map { index -> String? in
      let token = story.tokens[index]
      if token.kind != .word { return nil }
      return String(
        decoding: story.bytes[Int(token.start)..<Int(token.end)], as: UTF8.self
      ).lowercased()
    }
    let all = words.compactMap { $0 }
    return all.count == words.count ? role.rawValue + "=" + all.joined(separator: " ") : nil
  }
}

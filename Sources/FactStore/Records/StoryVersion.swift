package import ClaimModel

/// A later version of a story: who brought it, and what it made of the claims.
package struct StoryVersion: Sendable, Hashable {
  /// The story as it was before it.
  package var before: Article
  package var user: String
  package var time: Timestamp
  /// Listed claims of which no word changed.
  package var kept: Int
  package var changed: [ClaimID]
  package var gone: [ClaimID]
  /// Numbers of the claims that came with it.
  package var added: Range<Int>
}

/// What a version of its story made of a claim.
package struct ClaimRewording: Sendable, Hashable {
  /// The first one that can make anything of a claim is 2.
  package var version: Int
  /// The claim's words before it.
  package var was: String
  package var words: [WordChange]
  /// How many annotations the claim had.
  package var marks: Int
}

extension ArticleRecord {
  /// Of the text as it is; 1 for a story that never changed.
  package var version: Int { versions.count + 1 }

  /// The story as it was in a version, from 1; nil for one that there is not.
  package func article(version: Int) -> Article? {
    guard (1...self.version).contains(version) else { return nil }
    return version == self.version ? article : versions[version - 1].before
  }

  /// As it was loaded: where spans of claims count that no version moved.
  package var firstArticle: Article { versions.first?.before ?? article }
}

extension ClaimOverlay {
  /// Whether words of the claim changed since somebody last gave a verdict.
  var isChanged: Bool {
    guard let turn = turns.last else { return false }
    return !marks.dropFirst(turn.marks).contains { $0.mark.verdict != nil }
  }
}

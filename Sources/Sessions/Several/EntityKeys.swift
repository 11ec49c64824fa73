package import ClaimModel

/// A story by what it says, whatever its number in a session.
package struct StoryKey: Sendable, Hashable {
  /// Of its text as a `KeyText`: 64 hexadecimal digits.
  package var sha256: String
  /// Which one, where a session holds several with that text; from 0.
  package var occurrence: Int
}

/// A claim by where it stood in its story when it entered the session.
package struct ClaimKey: Sendable, Hashable {
  package var story: StoryKey
  /// In bytes of the story's `KeyText`.
  package var content: [TextSpan]
  /// Which one, where several have that content; from 0.
  package var occurrence: Int
}

/// One of two sessions that are compared or merged.
package enum MergeSide: String, Sendable, Hashable, CaseIterable {
  case ours, theirs

  package var other: MergeSide { self == .ours ? .theirs : .ours }
}

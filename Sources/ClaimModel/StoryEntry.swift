/// An entry of a live blog: where in the story's text it stands, and when it was written.
package struct StoryEntry: Sendable, Hashable {
  /// From its first part to its last; entries do not overlap and stand in text order.
  package var span: TextSpan
  /// Nil where neither page nor its data say the day.
  package var time: StoryTime?
  /// The time as the page shows it: "21h15 16/09"; empty where only its data have one.
  package var words: String

  package init(span: TextSpan, time: StoryTime? = nil, words: String = "") {
    self.span = span
    self.time = time
    self.words = words
  }
}

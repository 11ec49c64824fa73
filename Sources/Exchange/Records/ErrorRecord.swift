/// An input, or a record of one, that is no story.
package struct ErrorRecord: Sendable, Hashable {
  /// The record's id, else the input as the user knows it; nil where neither is known.
  package var article: String?
  /// In the input, from 1; nil where it is no matter of one line.
  package var line: Int?
  /// Why, and what was expected.
  package var words: String

  package init(article: String?, line: Int?, words: String) {
    self.article = article
    self.line = line
    self.words = words
  }
}

/// A story's text as it is compared with another: blanks, line ends and composition are no
/// difference.
package enum StoryText {
  /// Whether two texts are the same story.
  package static func isSame(_ a: String, _ b: String) -> Bool {
    a.utf8.elementsEqual(b.utf8) || KeyText.bytes(of: a) == KeyText.bytes(of: b)
  }
}

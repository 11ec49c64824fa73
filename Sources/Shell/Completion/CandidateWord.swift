/// One way to go on with a line.
package struct CandidateWord: Sendable, Hashable {
  /// What comes in place of `range`, quoted as the line needs it.
  package var replacement: String
  /// UTF-8 bytes of the line.
  package var range: Range<Int>
  /// A few words on it.
  package var detail: String?
  /// Whether a blank follows: not behind a folder or a field's colon.
  package var appendsBlank: Bool

  package init(
    _ replacement: String, range: Range<Int>, detail: String? = nil, appendsBlank: Bool = true
  ) {
    self.replacement = replacement
    self.range = range
    self.detail = detail
    self.appendsBlank = appendsBlank
  }
}

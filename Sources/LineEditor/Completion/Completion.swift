/// What is asked when Tab is pressed.
package struct CompletionRequest: Sendable, Equatable {
  /// The whole line, in NFC.
  package var line: String
  /// UTF-8 bytes of `line` before the cursor.
  package var cursor: Int

  package init(line: String, cursor: Int) {
    self.line = line
    self.cursor = cursor
  }
}

/// One way to go on.
package struct CompletionCandidate: Sendable, Equatable {
  /// What comes in place of `range`, quoted as the line needs it.
  package var replacement: String
  /// UTF-8 bytes of the request's line.
  package var range: Range<Int>
  /// What the menu shows; the replacement when nil.
  package var display: String?
  /// A few words on it, beside it in the menu.
  package var detail: String?
  /// A blank follows when it is the only candidate or chosen.
  package var appendsBlank: Bool

  package init(
    _ replacement: String, range: Range<Int>, display: String? = nil, detail: String? = nil,
    appendsBlank: Bool = true
  ) {
    self.replacement = replacement
    self.range = range
    self.display = display
    self.detail = detail
    self.appendsBlank = appendsBlank
  }
}

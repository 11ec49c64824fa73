/// An error as people read it: a line, and more below it.
package struct ErrorMessage: Sendable, Hashable {
  package var headline: String
  /// Stand below, set in by two blanks.
  package var details: [String]
  /// The text that is pointed at, and where; above the details.
  package var pointer: Pointer?

  package struct Pointer: Sendable, Hashable {
    package var line: String
    /// Columns of a terminal before the mark, and under it.
    package var indent: Int
    package var length: Int

    package init(line: String, indent: Int, length: Int) {
      self.line = line
      self.indent = indent
      self.length = length
    }
  }

  package init(_ headline: String, details: [String] = [], pointer: Pointer? = nil) {
    self.headline = headline
    self.details = details
    self.pointer = pointer
  }

  /// "theo: " before the first line, the pointer set in by four blanks, details by two.
  package var lines: [StyledText] {
    var lines = [StyledText("theo: ", .failure) + StyledText(Sanitiser.visible(headline))]
    if let pointer {
      let blanks = String(repeating: " ", count: 4 + pointer.indent)
      let mark = StyledText(String(repeating: "^", count: max(1, pointer.length)), .failure)
      lines.append(StyledText("    " + pointer.line))
      lines.append(StyledText(blanks) + mark)
    }
    return lines + details.map { StyledText("  " + Sanitiser.visible($0)) }
  }
}

extension ErrorMessage {
  /// The same with these words at its head: "morning.theo:3: ".
  package func prefixed(_ words: String) -> ErrorMessage {
    var message = self
    message.headline = words + headline
    return message
  }
}

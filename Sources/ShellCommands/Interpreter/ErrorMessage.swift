import ClaimModel

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

extension ErrorMessage.Pointer {
  /// Points at `span` of `source` in the line that it stands on.
  init(at span: TextSpan, in source: String) {
    let bytes = Array(source.utf8)
    let at = min(span.start, bytes.count)
    let start = bytes[..<at].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
    func width(_ range: Range<Int>) -> Int {
      DisplayWidth.of(shown(range))
    }
    func shown(_ range: Range<Int>) -> String {
      Sanitiser.harmless(Sanitiser.visible(String(decoding: bytes[range], as: UTF8.self)))
    }
    line = shown(start..<end)
    indent = width(start..<at)
    length = width(at..<max(at, min(span.end, end)))
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

/// " Did you mean 'claims'?"; with several: " Did you mean 'save', 'said' or 'show'?"
package func suggestion(_ names: [String], else others: [String] = []) -> String {
  let names = names.isEmpty ? others : names
  guard let last = names.last else { return "" }
  let quoted = names.dropLast().map { "'\($0)'" }.joined(separator: ", ")
  return " Did you mean " + (quoted.isEmpty ? "" : quoted + " or ") + "'\(last)'?"
}

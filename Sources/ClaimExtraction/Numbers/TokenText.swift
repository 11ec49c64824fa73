internal import ClaimModel

/// Text of tokens as people read it.
enum TokenText {
  /// As written, with one space for underscores and runs of blanks: "nhóm dân_quân" →
  /// "nhóm dân quân".
  static func text(of tokens: Range<Int>, in story: Story) -> String {
    guard let first = tokens.first, let last = tokens.last else { return "" }
    let start = Int(story.tokens[first].start)
    let end = Int(story.tokens[last].end)
    var out = [UInt8]()
    out.reserveCapacity(end - start)
    for index in tokens {
      let token = story.tokens[index]
      if index > first, !token.touchesPrevious { out.append(0x20) }
      out.append(contentsOf: story.bytes[Int(token.start)..<Int(token.end)])
    }
    return String(decoding: out, as: UTF8.self)
  }
}

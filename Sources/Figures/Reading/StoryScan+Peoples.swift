internal import Lexicons

/// Names of countries and of their people.
extension StoryScan {
  /// "Corvian" and "Corvians" stand for "Corvia"; short words stay as they are: "Sudan".
  func root(_ word: FigureWord) -> UInt64 {
    var end = word.end
    if end - word.start > 6, ends("ans", at: end) { end -= 1 }
    if end - word.start > 5, ends("an", at: end) { end -= 1 }
    guard end < word.end else { return word.plain }
    return text.bytes.withUnsafeBufferPointer {
      WordKey(bytes: $0, from: word.start, to: end).plain
    }
  }

  private func ends(_ ending: String, at end: Int) -> Bool {
    text.bytes[end - ending.utf8.count..<end].elementsEqual(ending.utf8) { $0 | 0x20 == $1 }
  }
}

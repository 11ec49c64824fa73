internal import Lexicons

/// Names of countries and of their people.
extension FigureWord {
  /// "Corvian" and "Corvians" stand for "Corvia"; short words stay as they are: "Sudan".
  func root(in bytes: [UInt8]) -> UInt64 {
    func ends(_ ending: String, at end: Int) -> Bool {
      bytes[end - ending.utf8.count..<end].elementsEqual(ending.utf8) { $0 | 0x20 == $1 }
    }
    var last = end
    if last - start > 6, ends("ans", at: last) { last -= 1 }
    if last - start > 5, ends("an", at: last) { last -= 1 }
    guard last < end else { return plain }
    return bytes.withUnsafeBufferPointer { WordKey(bytes: $0, from: start, to: last).plain }
  }
}

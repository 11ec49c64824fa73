/// Letters that only Vietnamese has.
package enum VietnameseLetters {
  /// Whether two of the first 4,000 letters are such: "ơ", "ư", "đ", "ạ" to "ỹ".
  package static func stand(in text: String) -> Bool {
    var count = 0
    for scalar in text.unicodeScalars.prefix(4_000) {
      let value = scalar.value
      guard (0x1EA0...0x1EF9).contains(value) || value == 0x1A1 || value == 0x1B0 || value == 0x111
      else { continue }
      count += 1
      if count >= 2 { return true }
    }
    return false
  }
}

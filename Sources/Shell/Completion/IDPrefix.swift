/// The beginning of an id, as typed: which numbers it may become.
struct IDPrefix {
  private let digits: String

  /// ("C4", "c") → the numbers that begin with a 4; "" and "c" → all; nil for no beginning of an id.
  init?(_ typed: String, letter: Character) {
    guard let first = typed.first else {
      digits = ""
      return
    }
    digits = String(typed.dropFirst())
    guard first.lowercased() == String(letter), digits.first != "0",
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
  }

  /// In order: ("4", up to 450) → 4...4, 40...49, 400...450.
  func numbers(upTo last: Int) -> [ClosedRange<Int>] {
    guard last > 0 else { return [] }
    guard !digits.isEmpty else { return [1...last] }
    guard let start = Int(digits), start <= last else { return [] }
    var found = [ClosedRange<Int>]()
    var (low, width) = (start, 1)
    while low <= last {
      found.append(low...min(last, low + width - 1))
      (low, width) = (low * 10, width * 10)
    }
    return found
  }
}

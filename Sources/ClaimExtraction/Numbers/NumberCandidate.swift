internal import ClaimModel

/// A number with its unit and comparator, before it is known to count.
struct NumberCandidate {
  /// First token: comparator or currency.
  var start: Int
  /// The number's first token.
  var number: Int
  var low: Numeral
  var high: Numeral?
  var end: Int
  var unit = UnitReader.Unit(kind: .none, tokens: 0..<0)
  var comparator = Comparator.equal
  var isFraction = false

  init(start: Int, number: Int, low: Numeral, end: Int) {
    self.start = start
    self.number = number
    self.low = low
    self.end = end
  }

  /// A scale behind the high end counts for the low one too: "2-4 triệu".
  mutating func takeHigh(_ numeral: Numeral) {
    var low = low
    if numeral.isScaled, !low.isScaled, low.value < 1000, numeral.value >= 1000 {
      var scale = 1.0
      while low.value * scale * 1000 <= numeral.value { scale *= 1000 }
      low.value *= scale
    }
    guard low.value < numeral.value else { return }
    self.low = low
    high = numeral
    end = numeral.end
  }
}

internal import ClaimModel

/// A number with its unit and comparator, before it is known to count.
struct NumberCandidate {
  /// First token: comparator, sign or currency.
  var start: Int
  /// The number's first token.
  var number: Int
  /// The number's first token, or its currency's: a sign stands before it.
  var amount: Int
  var low: Numeral
  var high: Numeral?
  var end: Int
  var unit = UnitReader.Unit(kind: .none, tokens: 0..<0)
  var comparator = Comparator.equal
  var isFraction = false
  /// "two of its directors", "hai trong số 8 người": a part of a whole that is named.
  var isPart = false
  /// Stands behind another count and a comma or "and".
  var goesOnWithList = false

  init(start: Int, number: Int, low: Numeral, end: Int) {
    self.start = start
    self.number = number
    amount = start
    self.low = low
    self.end = end
  }

  /// Whether it counts things, so that the next member of a list does as well.
  var isCount: Bool {
    !isFraction && (unit.kind == .known || unit.kind == .guessed || unit.kind == .definite)
  }

  /// A scale behind the high end counts for the low one too: "2-4 triệu".
  mutating func takeHigh(_ numeral: Numeral, isNegative: Bool) {
    var low = low
    if numeral.isScaled, !low.isScaled, low.value < 1000, numeral.value >= 1000 {
      var scale = 1.0
      while low.value * scale * 1000 <= numeral.value { scale *= 1000 }
      low.value *= scale
    }
    // "for 1996 to 4.52 billion"
    let isAbove =
      isNegative ? -low.value < numeral.value || numeral.value < 0 : low.value < numeral.value
    guard isAbove, numeral.value <= low.value * 1000 else { return }
    low.isScaled = low.isScaled || numeral.isScaled
    self.low = low
    high = numeral
    end = numeral.end
  }

  /// The ends of a range change places: "-10 đến -5".
  mutating func negate() {
    low.value = -low.value
    guard var above = high else { return }
    if above.value < low.value { swap(&above.value, &low.value) }
    high = above.value == low.value ? nil : above
  }
}

internal import ClaimModel

/// A quantity of a claim as something that others can agree with or not.
struct Figure: Sendable {
  /// Its place in the claim's quantities.
  var quantity: Int
  var value: Double
  /// In the unit itself.
  var comparator: Comparator
  /// What it can be, in the base unit of its dimension: "hơn 100" 100 to infinity.
  var extent: ClosedRange<Double>
  var unit: UnitName?
  var kind: FigureKind?
  /// Nil for a number that stands for itself.
  var share: FigureParts.Share?

  init(_ quantity: Quantity, place: Int, unit: UnitName?, kind: FigureKind?) {
    self.quantity = place
    self.unit = unit
    // "12 metres" are not people, whatever word for these stands near.
    let isMeasure = unit.map { Self.measures.contains($0.dimension) } ?? false
    self.kind = kind.flatMap { $0.isOfPeople && isMeasure ? nil : $0 }
    value = quantity.value
    comparator = quantity.comparator
    let factor = unit?.factor ?? 1
    let plain = Figure.extent(of: quantity)
    extent = plain.lowerBound * factor...plain.upperBound * factor
  }

  /// Dimensions that are measured, not counted.
  private static let measures: Set = [
    "length", "area", "mass", "volume", "power", "barrels", "dollars", "euros", "dong", "yuan",
    "yen", "pounds", "temperature",
  ]

  /// Whether both can be true.
  func agrees(with other: Figure) -> Bool { extent.overlaps(other.extent) }

  /// Whether neither is five times the other, small numbers aside: of such figures one is of a
  /// day or a place, the other of all.
  func isOfSize(of other: Figure) -> Bool {
    let sizes = [abs(value), abs(other.value)].sorted()
    return sizes[1] < 100 || sizes[1] <= 5 * sizes[0]
  }

  /// What it counts, where two claims of other words can be held against each other by it; nil
  /// for parts and for wholes that have parts.
  var thing: Thing? {
    guard let kind, share == nil else { return nil }
    if kind.isOfPeople, unit == nil { return Thing(kind: kind, dimension: "people") }
    return unit.map { Thing(kind: kind, dimension: $0.dimension) }
  }

  /// "people dead"
  struct Thing: Sendable, Hashable {
    var kind: FigureKind
    var dimension: String
  }

  /// Whether the number alone tells much: it is no small count.
  var isTelling: Bool { abs(value) >= 20 || value != value.rounded() }
}

extension Figure {
  /// The numbers that a quantity can mean.
  ///
  /// "hơn 100" and "ít nhất 100" go up without end, "dưới 100" down to nothing. "khoảng 100",
  /// "gần 100" are 15 % to either side. A plain number is itself; a large one or one with
  /// decimals is taken as rounded at its last figure (2,4 triệu: 2.35 to 2.45 million), yet by
  /// no more than 5 %.
  static func extent(of quantity: Quantity) -> ClosedRange<Double> {
    let value = quantity.value
    guard value.isFinite else { return -Double.infinity...Double.infinity }
    switch quantity.comparator {
    case .equal: return around(value, rounding(value))
    case .about: return around(value, max(abs(value) * 0.15, rounding(value)))
    case .more, .atLeast: return value - rounding(value)...Double.infinity
    case .less, .atMost:
      // "dưới -18 độ C" goes down without end.
      return (value < 0 ? -Double.infinity : 0)...value + rounding(value)
    case .range:
      let high = quantity.high ?? value
      guard high.isFinite else { return value...Double.infinity }
      return min(value, high)...max(value, high)
    }
  }

  private static func around(_ value: Double, _ margin: Double) -> ClosedRange<Double> {
    value - margin...value + margin
  }

  /// Half a unit of the last figure that is not zero: 2.4 → 0.05; 90,000,000 → 4,500,000 (5 %);
  /// none for a whole number below 10,000.
  static func rounding(_ value: Double) -> Double {
    let size = abs(value)
    guard size > 0, size < 1e15 else { return 0 }
    if size == size.rounded() {
      guard size >= 10_000 else { return 0 }
      var unit = 1.0
      while (size / (unit * 10)).rounded() * unit * 10 == size { unit *= 10 }
      return min(unit / 2, size * 0.05)
    }
    var unit = 1.0
    while unit > 1e-4, abs((size / unit).rounded() * unit - size) > 1e-9 * size { unit /= 10 }
    return min(unit / 2, size * 0.05)
  }
}

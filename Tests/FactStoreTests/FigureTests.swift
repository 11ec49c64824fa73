import ClaimModel
import Testing

@testable import FactStore

@Suite("Figures")
struct FigureTests {
  private static func figure(
    _ value: Double, _ comparator: Comparator, to high: Double? = nil, _ unit: String = "người"
  ) -> Figure {
    let quantity = Quantity(
      span: TextSpan(0, 0), value: value, high: high, comparator: comparator, unit: unit)
    return Figure(quantity, place: 0, unit: UnitNames.shared.unit(unit), kind: nil)
  }

  @Test(
    "agree where both can be true",
    arguments: [
      (figure(100, .more), figure(120, .equal), true),
      (figure(2500, .atLeast), figure(2000, .equal), false),
      (figure(3000, .about), figure(2900, .equal), true),
      (figure(14, .atLeast), figure(11, .equal), false),
      (figure(14, .equal), figure(11, .equal), false),
      (figure(40, .about), figure(60, .equal), false),
      (figure(40, .about), figure(40, .more), true),
      (figure(100, .less), figure(90, .equal), true),
      (figure(100, .atMost), figure(130, .equal), false),
      (figure(80, .range, to: 110), figure(100, .equal), true),
      (figure(80, .range, to: 110), figure(120, .range, to: 150), false),
      (figure(2_400_000, .equal), figure(2_413_500, .equal), true),
      (figure(1_000_000, .equal), figure(1_200_000, .equal), false),
      (figure(2000, .equal), figure(2004, .equal), false),
      (figure(2.4, .equal, "%"), figure(2.42, .equal, "percent"), true),
      (figure(2.4, .equal, "%"), figure(2.6, .equal, "percent"), false),
      (figure(1.5, .equal, "km"), figure(1500, .equal, "metres"), true),
      (figure(900, .equal, "MW"), figure(0.9, .equal, "gigawatts"), true),
      (figure(40, .equal, "km²"), figure(4000, .equal, "hecta"), true),
      (figure(-3.2, .equal, "%"), figure(3.2, .equal, "%"), false),
      (figure(-3.2, .equal, "%"), figure(-3.2, .equal, "percent"), true),
      (figure(-18, .less, "độ C"), figure(-20, .equal, "độ C"), true),
      (figure(-18, .less, "độ C"), figure(-12, .equal, "°C"), false),
      (figure(-10, .range, to: -5, "độ C"), figure(-7, .equal, "degrees Celsius"), true),
      (figure(-10, .range, to: -5, "độ C"), figure(7, .equal, "degrees Celsius"), false),
      (figure(12, .equal, "sq km"), figure(1200, .equal, "ha"), true),
    ])
  func agreement(_ first: Figure, _ second: Figure, _ agree: Bool) {
    #expect(first.agrees(with: second) == agree)
    #expect(second.agrees(with: first) == agree)
  }

  @Test(
    "of a day and of all are told apart by their size",
    arguments: [(2, 11, true), (3293, 201_187, false), (12e6, 20e6, true), (90, 450, true)]
      as [(Double, Double, Bool)])
  func sizes(_ small: Double, _ large: Double, _ areOfSize: Bool) {
    let figures = [Self.figure(small, .equal), Self.figure(large, .equal)]
    #expect(figures[0].isOfSize(of: figures[1]) == areOfSize)
    #expect(figures[1].isOfSize(of: figures[0]) == areOfSize)
  }

  @Test("agree with themselves, whatever they are", arguments: Comparator.allCases)
  func reflexive(_ comparator: Comparator) {
    for value in [-3, 0, 0.1, 7, 99_999, 1e9, 1e300, .infinity, -.infinity] {
      let figure = Self.figure(value, comparator, to: value * 2)
      #expect(figure.agrees(with: figure))
    }
  }

  @Test(
    "have units by the names of both languages",
    arguments: [
      ("lính cứu hoả", "firefighters"), ("xe_chữa_cháy", "engine"), ("đô la Mỹ", "$"),
      ("NGÔI NHÀ", "homes"), ("km²", "square kilometres"), ("thường dân", "civilians"),
      ("hộ dân", "families"), ("cảnh báo", "cảnh_báo"), ("đô la Úc", "A$"),
      ("độ C", "degrees Celsius"), ("km vuông", "sq km"),
    ])
  func units(_ first: String, _ second: String) throws {
    let unit = try #require(UnitNames.shared.unit(first))
    #expect(unit.dimension == UnitNames.shared.unit(second)?.dimension)
  }

  @Test(
    "are told by the words nearest to them",
    arguments: [
      ("14 người chết và 40 người bị thương", ["dead", "injured"]),
      ("làm chết 14 người, bị thương 40 người", ["dead", "injured"]),
      ("khiến 14 người thiệt mạng, 40 người mất_tích", ["dead", "missing"]),
      ("ngập 14 ngôi nhà ở 40 xã", ["flooded", nil]),
    ])
  func kinds(_ text: String, _ kinds: [String?]) {
    #expect(Self.kinds(in: text) == kinds)
  }

  @Test(
    "are told in English as well",
    arguments: [
      ("14 people were killed and 40 injured", ["dead", "injured"]),
      ("14 were missing and 40 had been rescued", ["missing", "rescued"]),
      ("killing 14 people and injuring 40", ["dead", "injured"]),
      ("14 engines came. Killed were 40 sheep", [nil, "dead"]),
    ])
  func englishKinds(_ text: String, _ kinds: [String?]) {
    #expect(Self.kinds(in: text) == kinds)
  }

  /// The kinds of the numbers 14 and 40 of a text.
  private static func kinds(in text: String) -> [String?] {
    traits(text).figures.map { $0.kind?.name }
  }

  /// Of a claim with the numbers 14 and 40, as far as it has them.
  private static func traits(_ text: String) -> ClaimTraits {
    var text = text
    return text.withUTF8 { bytes in
      let all = Array(bytes)
      let quantities = ["14", "40"].compactMap { digits -> Quantity? in
        let wanted = Array(digits.utf8)
        return all.indices.first { all[$0...].starts(with: wanted) }
          .map { Quantity(span: TextSpan($0, $0 + 2), value: 14) }
      }
      let claim = Claim(
        kind: .narrated, content: [TextSpan(0, bytes.count)], quantities: quantities,
        context: TextSpan(0, bytes.count))
      return ClaimTraits(claim, language: .vietnamese, text: bytes)
    }
  }

  @Test(
    "are parts, or wholes of parts, by the words before them",
    arguments: [
      ("14 người chết, trong đó có 40 trẻ em", [nil, .part]),
      ("14 người chết, trong đó có ít nhất 40 trẻ em", [nil, .part]),
      ("14 trong số 40 người thiệt mạng", [nil, .whole]),
      ("14 trong 40 người thiệt mạng", [nil, .whole]),
      ("killed 14 people, including 40 children", [nil, .part]),
      ("14 of the 40 passengers died", [nil, .whole]),
      ("14 of 40 passengers died", [nil, .whole]),
      ("14 người và 40 trẻ em", [nil, nil]),
      ("bao gồm nghi phạm, và 14 người, 40 xe", [nil, nil]),
    ] as [(String, [FigureParts.Share?])])
  func shares(_ text: String, _ shares: [FigureParts.Share?]) {
    #expect(Self.traits(text).figures.map(\.share) == shares)
  }

  @Test(
    "are of one occasion, of several or of an earlier one",
    arguments: [
      ("14 người chết", Scope()), ("40 vụ nổ làm 14 người chết", Scope(sums: true)),
      ("cả hai vụ nổ làm 14 người chết", Scope(sums: true)),
      ("năm ngoái 14 người chết", Scope(looksBack: true)),
      ("14 people were killed last year", Scope(looksBack: true)),
      ("40 attacks killed 14 people", Scope(sums: true)),
    ])
  func scopes(_ text: String, _ scope: Scope) { #expect(Self.traits(text).scope == scope) }
}

@Suite("Roots")
struct RootCountTests {
  private static let afp = ProvenanceRoot.source("AFP")
  private static let reuters = ProvenanceRoot.source("Reuters")
  private static let own = ProvenanceRoot.article(ArticleID(3))

  @Test(
    "are counted by the fewest that all articles may come from",
    arguments: [
      ([[afp], [afp, reuters]], [afp]), ([[afp], [reuters]], [afp, reuters]),
      ([[afp, reuters], [reuters], [own]], [reuters, own]), ([[own]], [own]), ([], []),
    ])
  func fewest(_ sets: [[ProvenanceRoot]], _ fewest: [ProvenanceRoot]) {
    let count = RootCount(sets)
    #expect(count.fewest == fewest)
    #expect(count.isOneSource == (sets.count > 1 && fewest.count == 1))
  }
}

import ClaimModel
import FactStore
import Testing

private let rich = Claim(
  kind: .mixed, content: [TextSpan(3, 9), TextSpan(12, 20)], cue: [TextSpan(21, 25)],
  source: [TextSpan(26, 30)], speaker: Speaker(name: "Mai Chi", kind: .person, reason: "in full"),
  quantities: [
    Quantity(span: TextSpan(3, 5), value: 2500, high: 3000, comparator: .range, unit: "người")
  ],
  dates: [DateMention(span: TextSpan(12, 14), iso: "--01-05")], worth: 0.714, sentence: 4,
  context: TextSpan(0, 40))

private let bare = Claim(kind: .narrated, content: [TextSpan(0, 2)], context: TextSpan(0, 40))

@Test("Claims come out as they were packed, without reasons and with worth in thousandths")
func packAndUnpack() {
  var reasoned = rich
  reasoned.worth = 0.7143
  reasoned.reasons = [Reason(.claim, "cue")]
  #expect(Array(PackedClaims([reasoned, bare, rich])) == [rich, bare, rich])
}

@Test("Columns say what the claims say")
func columns() {
  let claims = PackedClaims([bare, rich])
  #expect(claims.speakers == [Speaker(name: "Mai Chi", kind: .person, reason: "in full")])
  #expect(claims.speakerIndex(at: 0) == nil)
  #expect(claims.speakerIndex(at: 1) == 0)
  #expect(claims.furthestEnd == 40)
  #expect(claims.kind(at: 1) == .mixed)
  #expect(claims.hasCue(at: 1) && !claims.hasCue(at: 0))
  #expect(claims.hasQuantity(at: 1) { $0.unit == "người" })
  #expect(claims.quantityCount(at: 0) == 0 && claims.dateCount(at: 1) == 1)
  var contents = [TextSpan]()
  claims.forEachContent(at: 1) { contents.append($0) }
  #expect(contents == rich.content)
}

@Test("Canonical bytes are equal for equal claims and differ where one thing does")
func canonicalBytes() {
  func bytes(_ claims: [Claim]) -> [UInt8] {
    var all = [UInt8]()
    PackedClaims(claims).forEachCanonicalPiece { all.append(contentsOf: $0) }
    return all
  }
  #expect(bytes([rich, bare]) == bytes([rich, bare]))
  let changes: [(inout Claim) -> Void] = [
    { $0.kind = .direct }, { $0.content.removeLast() }, { $0.cue = [] }, { $0.source = [] },
    { $0.speaker = nil }, { $0.speaker?.name = "Chi" }, { $0.quantities[0].high = nil },
    { $0.quantities[0].unit = "" }, { $0.dates[0].iso = "2024" }, { $0.worth = 0.1 },
    { $0.sentence = 5 }, { $0.context.end = 39 },
  ]
  for change in changes {
    var other = rich
    change(&other)
    #expect(bytes([other]) != bytes([rich]))
  }
}

@Test("A digest reads what it writes and nothing else")
func digestText() throws {
  var store = FactStore()
  try store.apply(.load([Stories.fire]))
  let text = store.digest.description
  #expect(text.count == 64)
  #expect(StateDigest(parsing: text) == store.digest)
  #expect(StateDigest().description == String(repeating: "0", count: 64))
  for bad in ["", "0", text.uppercased(), text + "0", String(text.dropLast()) + "g"] {
    #expect(StateDigest(parsing: bad) == nil)
  }
}

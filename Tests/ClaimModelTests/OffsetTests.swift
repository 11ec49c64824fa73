import Testing

@testable import ClaimModel

@Suite("Offsets")
struct OffsetTests {
  private let text = "Bộ Ngoại giao 🇻🇳 đã " + String(repeating: "nói ", count: 200) + "xong"

  @Test(
    "convert between bytes and code points at every scalar",
    arguments: [
      "Bộ Ngoại giao 🇻🇳 đã " + String(repeating: "nói ", count: 200) + "xong", "", "a", "ộ",
      String(repeating: "a", count: 64), String(repeating: "ộ", count: 129),
      String(repeating: "🇻", count: 70), String(repeating: "abcdefgé", count: 40),
    ])
  func everyScalar(text: String) {
    let offsets = ScalarOffsets(text)
    var byte = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      #expect(offsets.scalars(atByte: byte) == index)
      #expect(offsets.byte(atScalar: index) == byte)
      byte += scalar.utf8.count
    }
    #expect(offsets.scalars(atByte: byte) == text.unicodeScalars.count)
    #expect(offsets.byte(atScalar: text.unicodeScalars.count + 5) == text.utf8.count)
  }

  @Test("cut text by bytes, and give nothing outside of it")
  func slices() {
    #expect(text.utf8Slice(TextSpan(0, 4)) == "Bộ")
    #expect(text.utf8Slice(TextSpan(0, text.utf8.count + 1)) == "")
  }

  @Test("of ids are read with their letter", arguments: ["c12", "C12"])
  func ids(text: String) {
    #expect(ClaimID(parsing: text) == ClaimID(12))
    #expect(ArticleID(parsing: text) == nil)
  }

  @Test("are no ids without a number from 1", arguments: ["c", "c0", "c01", "cc1", "12", "c1x"])
  func noIDs(text: String) {
    #expect(ClaimID(parsing: text) == nil)
  }
}

@Suite("Packed claims")
struct PackedClaimsTests {
  @Test("come back as they were put in, without their reasons")
  func roundTrip() {
    let claim = Claim(
      kind: .mixed, content: [TextSpan(5, 9), TextSpan(20, 31)], cue: [TextSpan(10, 14)],
      source: [TextSpan(15, 19)],
      speaker: Speaker(name: "Sở Cứu hỏa", kind: .government, reason: "named"),
      quantities: [Quantity(span: TextSpan(5, 9), value: 14, comparator: .atLeast, unit: "người")],
      dates: [DateMention(span: TextSpan(21, 24), iso: "2024-01")], worth: 0.712, sentence: 3,
      context: TextSpan(0, 40))
    let plain = Claim(kind: .narrated, content: [TextSpan(41, 60)], context: TextSpan(41, 60))
    let packed = PackedClaims([claim, plain, claim])
    #expect(Array(packed) == [claim, plain, claim])
  }
}

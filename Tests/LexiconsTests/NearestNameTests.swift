import Lexicons
import Testing

@Suite("The nearest name")
struct NearestNameTests {
  @Test(
    arguments: [
      ("said", "said", 0), ("siad", "said", 1), ("sai", "said", 1), ("saids", "said", 1),
      ("sold", "said", 2), ("", "said", nil), ("verdict", "said", nil), ("ab", "ba", 1),
    ] as [(String, String, Int?)])
  func `is few edits away, whether bytes or characters are counted`(
    one: String, other: String, distance: Int?
  ) {
    #expect(NearestName.distance(Array(one.utf8), Array(other.utf8), limit: 2) == distance)
    #expect(NearestName.distance(Array(other), Array(one), limit: 2) == distance)
  }

  @Test(
    arguments: [
      ("clams", ["claims"]), ("CLAIMS", ["claims"]), ("siad", ["said"]), ("cl", ["claims"]),
      ("claimz", ["claims"]), ("s", []), ("", []), ("quý", ["quy"]), ("xyzzy", []),
      ("sadi", ["sade", "said"]),
    ])
  func `is one that the word starts, or within a third of its letters, the nearest first`(
    word: String, near: [String]
  ) {
    #expect(NearestName.names(like: word, among: ["claims", "sade", "said", "quy"]) == near)
  }
}

import ClaimModel
import TestSupport
import Testing

@testable import Exchange

@Suite("Claims marked in a story")
struct StoryMarksTests {
  @Test("One within another, and two that cross, are cut where they begin and end")
  func cuts() {
    let marks = StoryMarks([[TextSpan(0, 10)], [TextSpan(4, 6)], [TextSpan(8, 14)]])
    let pieces = marks.pieces(of: TextSpan(0, 16))
    #expect(pieces.map(\.span.start) == [0, 4, 6, 8, 10, 14])
    #expect(pieces.map(\.claims) == [[0], [0, 1], [0], [0, 2], [2], []])
  }

  @Test("The pieces cover the text, and each is in all of a claim or in nothing of it")
  func covers() {
    var random = SplitMix(seed: 3)
    for _ in 0..<300 {
      let contents = (0..<random.next(below: 6)).map { _ -> [TextSpan] in
        (0..<(1 + random.next(below: 2))).map { _ in
          let start = random.next(below: 40)
          return TextSpan(start, start + 1 + random.next(below: 12))
        }
      }
      let block = TextSpan(5, 45)
      let pieces = StoryMarks(contents).pieces(of: block)
      #expect(pieces.first?.span.start == 5 && pieces.last?.span.end == 45)
      for (left, right) in zip(pieces, pieces.dropFirst()) {
        #expect(left.span.end == right.span.start)
      }
      for piece in pieces {
        for place in contents.indices {
          let touched = contents[place].contains { $0.overlaps(piece.span) }
          #expect(piece.claims.contains(place) == touched)
        }
      }
    }
  }
}

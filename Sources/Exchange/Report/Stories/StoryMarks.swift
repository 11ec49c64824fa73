internal import ClaimModel

/// A story's text cut where claims begin and end, so that claims within each other and across each
/// other can all be marked.
///
/// "A says B" with a claim on all of it and another on "B" → "A says ", "B".
struct StoryMarks {
  /// A stretch of the text, with the places in the list of the claims that it is in.
  struct Piece: Equatable {
    var span: TextSpan
    var claims: [Int]
  }

  private let contents: [[TextSpan]]
  private let cuts: [Int]

  /// `contents`: where each claim stands.
  init(_ contents: [[TextSpan]]) {
    self.contents = contents
    cuts = Set(contents.joined().flatMap { [$0.start, $0.end] }).sorted()
  }

  /// The pieces of a block, which cover it.
  func pieces(of block: TextSpan) -> [Piece] {
    let near = contents.indices.filter { contents[$0].contains { $0.overlaps(block) } }
    let bounds = [block.start] + cuts.filter { block.start < $0 && $0 < block.end } + [block.end]
    return zip(bounds, bounds.dropFirst()).filter { $0.0 < $0.1 }.map { start, end in
      let span = TextSpan(start, end)
      return Piece(span: span, claims: near.filter { contents[$0].contains { $0.contains(span) } })
    }
  }
}

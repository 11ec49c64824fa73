internal import ClaimModel

/// What stands below a story in its element: a form, a teaser, what readers say.
///
/// A story's paragraphs are alike: elements of one tag and class in elements of one tag and class. Behind
/// links, tags or buttons, a rest that is not like anything before them is no part of the story.
struct PageTail {
  let page: Page
  let causes: [RemovedText.Cause?]
  let blocks: Range<Int>

  /// Percent of the prose before it that a rest has at most.
  private static func most(behind cause: RemovedText.Cause?) -> Int {
    switch cause {
    case .comments: 150
    case .share, .authorBox: 40
    default: 25
    }
  }

  /// Blocks that no story is parted by for good.
  private static let passing: [RemovedText.Cause] = [.advertisement, .keyPoints, .hidden]

  private struct Piece {
    var start: Int
    var kinds: Set<UInt64>
    var prose: Int
    /// Why what stands before it is left out.
    var cause: RemovedText.Cause?
  }

  /// Where the rest begins, and why what stands before it is left out; nil where there is none.
  func rest() -> (start: Int, cause: RemovedText.Cause)? {
    let pieces = pieces()
    var left = pieces.reduce(0) { $0 + $1.prose }
    var (known, before) = (Set<UInt64>(), 0)
    for (at, piece) in pieces.enumerated() {
      let most = Self.most(behind: piece.cause)
      let comments = pieces[at...].dropFirst().drop { $0.cause != .comments }
      let own = left - comments.reduce(0) { $0 + $1.prose }
      let isRest =
        at > 0 && own * 100 <= before * most
        && pieces[at...].allSatisfy { $0.kinds.isDisjoint(with: known) }
      if isRest, let cause = piece.cause { return (piece.start, cause) }
      known.formUnion(piece.kinds)
      before += piece.prose
      left -= piece.prose
    }
    return nil
  }

  /// Stretches with prose in them, parted by what is left out.
  private func pieces() -> [Piece] {
    var pieces = [Piece]()
    var open: Piece?
    var cause: RemovedText.Cause?
    for index in blocks where page.blocks[index].letters > 0 {
      if let why = causes[index] {
        guard !Self.passing.contains(why) else { continue }
        if let piece = open, piece.prose > 0 { pieces.append(piece) }
        if open.map({ $0.prose > 0 }) ?? true || why == .comments { cause = why }
        if open.map({ $0.prose > 0 }) ?? false { open = nil }
        continue
      }
      var piece = open ?? Piece(start: index, kinds: [], prose: 0, cause: cause)
      piece.kinds.insert(Self.kind(of: index, in: page))
      if Page.isProse(page.blocks[index]) { piece.prose += page.blocks[index].letters }
      open = piece
    }
    if let open { pieces.append(open) }
    return pieces
  }

  /// A number for a block's element and the one around it.
  static func kind(of index: Int, in page: Page) -> UInt64 {
    let element = Int(page.blocks[index].element)
    let around = page.parent(of: element)
    let key = PageCards.kind(of: element, in: page)
    return around < 0 ? key : key &* 31 &+ PageCards.kind(of: around, in: page)
  }
}

internal import ClaimModel
internal import Presentation

/// The paragraphs of a story as runs, each with the claims that begin and end in it.
struct StoryRuns {
  private(set) var paragraphs = [[StoryRun]]()

  init(_ story: ReportStory, _ claims: [ReportClaim]) {
    let marks = StoryMarks(claims.map(\.claim.content))
    for block in story.blocks {
      var reader = ReadableText(isSegmented: story.isSegmented)
      var runs = [StoryRun]()
      let pieces = marks.pieces(of: block.span)
      for (place, piece) in pieces.enumerated() {
        let before = place > 0 ? pieces[place - 1].claims : []
        let after = place + 1 < pieces.count ? pieces[place + 1].claims : []
        let shown = reader.next(story.article.text(piece.span))
        // The blank that comes with a word stands before the mark of a claim that begins with it.
        let blank = shown.hasPrefix(" ") ? " " : ""
        if !blank.isEmpty { runs.append(StoryRun(text: blank, begins: [], group: nil, ends: 0)) }
        runs.append(
          StoryRun(
            text: String(shown.dropFirst(blank.count)),
            begins: piece.claims.filter { !before.contains($0) }.map { claims[$0].id },
            group: piece.claims.map { claims[$0] }.min { $0.extent < $1.extent }?.group,
            ends: piece.claims.count { !after.contains($0) }))
      }
      paragraphs.append(runs)
    }
  }
}

extension [StoryRun] {
  /// `He said [c3: at least 3 lorries fell].`
  var bracketed: String {
    map { run in
      run.begins.map { "[\($0): " }.joined() + run.text + String(repeating: "]", count: run.ends)
    }.joined()
  }
}

extension ReportClaim {
  /// Bytes of its words: of two claims that share words the shorter is the inner one.
  var extent: Int { claim.content.reduce(0) { $0 + $1.count } }
}

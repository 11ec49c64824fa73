package import ClaimModel

/// A stretch of two texts that is not the same in both.
package struct VersionPassage: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case changed, gone, new
  }

  package var kind: Kind
  /// In the old text; nil for what is new.
  package var old: TextSpan?
  /// In the new text; nil for what is gone.
  package var new: TextSpan?
  package var changes: [VersionAlignment.Change]
}

extension VersionAlignment {
  /// Old sentences that stand in the new text word for word.
  package var sameCount: Int {
    fates.indices.count { fates[$0] == .same || fates[$0] == .changed && changes(in: $0).isEmpty }
  }

  /// What is not the same, in the order of the new text; what is gone stands where it stood.
  package var passages: [VersionPassage] {
    var found = [(place: Int, order: Int, passage: VersionPassage)]()
    var last = 0
    for sentence in old.sentences.indices {
      let span = self.span(old.sentences[sentence], of: old)
      switch fates[sentence] {
      case .same: last = stretches[sentence]?.upperBound ?? last
      case .gone:
        found.append(
          (last, found.count, VersionPassage(kind: .gone, old: span, new: nil, changes: [])))
      case .changed:
        guard let stretch = stretches[sentence] else { continue }
        last = stretch.upperBound
        let changes = changes(in: sentence)
        guard !changes.isEmpty else { continue }
        found.append(
          (
            stretch.lowerBound, found.count,
            VersionPassage(
              kind: .changed, old: span, new: self.span(stretch, of: new), changes: changes)
          ))
      }
    }
    for sentence in new.sentences {
      // What of it is an old sentence's is told there.
      let free = sentence.filter { owners[$0] == nil && !words[new.words[$0].number].isMark }
      guard let first = free.first, let end = free.last else { continue }
      let whole = free.count == sentence.count { !words[new.words[$0].number].isMark }
      let stretch = whole ? sentence : first..<end + 1
      found.append(
        (
          stretch.lowerBound, found.count,
          VersionPassage(kind: .new, old: nil, new: span(stretch, of: new), changes: [])
        ))
    }
    return found.sorted { ($0.place, $0.order) < ($1.place, $1.order) }.map(\.passage)
  }

  private func span(_ places: Range<Int>, of text: VersionText) -> TextSpan {
    guard let first = places.first, let last = places.last else { return TextSpan(0, 0) }
    return TextSpan(text.words[first].start, text.words[last].end)
  }
}

extension Range<Int> {
  fileprivate func count(where holds: (Int) -> Bool) -> Int {
    reduce(0) { $0 + (holds($1) ? 1 : 0) }
  }
}

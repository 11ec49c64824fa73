extension SpanFeatures {
  /// Whole words and their classes, of the token and of the words beside its own.
  func addWholeWords(to sink: inout some FeatureSink & ~Copyable, at index: Int, side: UInt64) {
    let slot = index - window.tokens.lowerBound
    let own = traits.words[index]
    let left = whole(own.before)
    let right = whole(own.after)
    let edges = own.edges &* 4 &+ side
    let fine = own.fine &* 16 &+ edges
    sink.add(150, fine)
    sink.add(151, fine, left.fine)
    sink.add(152, fine, right.fine)
    sink.add(153, fine, left.fine, right.fine)
    sink.add(154, left.fine, edges)
    sink.add(155, right.fine, edges)
    sink.add(156, fine, traits.tokens[index].place.rawValue)
    sink.add(157, own.broad, edges)
    sink.add(158, own.broad, left.broad, edges)
    sink.add(159, own.broad, right.broad, edges)
    sink.add(160, own.broad, left.broad, right.broad, edges)
    sink.add(161, left.fine, whole(left.before).fine, edges)
    sink.add(162, right.fine, whole(right.after).fine, edges)
    sink.add(163, right.fine, between[slot], edges)
    sink.add(164, right.fine, context.tail[slot], edges)
    sink.add(165, fine, cueKey)
    sink.add(166, right.fine, cueKey, edges)
    sink.add(170, own.word, edges)
    sink.add(171, right.word, edges)
    sink.add(172, left.word, edges)
    sink.add(173, right.word, between[slot], edges)
    sink.add(174, fine, right.word)
    sink.add(175, fine, left.word)
  }

  /// The cue, and what lies outside of the window, is no word.
  private func whole(_ index: Int32) -> WholeWord {
    let index = Int(index)
    return window.tokens.contains(index) && !window.cue.contains(index)
      ? traits.words[index] : .none
  }
}

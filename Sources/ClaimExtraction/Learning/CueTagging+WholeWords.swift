extension CueFeatures {
  /// Whole words and their classes: what is known of a word from text without annotations.
  func addWholeWords(to sink: inout some FeatureSink & ~Copyable, at index: Int) {
    let token = traits.tokens[index]
    let own = traits.words[index]
    let left = whole(own.before)
    let right = whole(own.after)
    let start: UInt64 = own.isFirst ? 1 : 0
    let fine = own.fine &* 2 &+ start
    sink.add(110, fine)
    sink.add(111, fine, left.fine)
    sink.add(112, fine, right.fine)
    sink.add(113, fine, left.fine, right.fine)
    sink.add(114, left.fine)
    sink.add(115, right.fine)
    sink.add(116, fine, token.place.rawValue)
    sink.add(117, own.broad, start)
    sink.add(118, own.broad, left.broad, start)
    sink.add(119, own.broad, right.broad, start)
    sink.add(120, own.broad, left.broad, right.broad, start)
    sink.add(121, fine, UInt64(token.cuePrior))
    sink.add(122, fine, whole(left.before).fine)
    sink.add(123, fine, whole(right.after).fine)
    sink.add(130, own.word, start)
    sink.add(131, own.word, left.word, start)
    sink.add(132, own.word, right.word, start)
    sink.add(133, own.word, left.fine, right.fine, start)
    sink.add(134, fine, left.word)
    sink.add(135, fine, right.word)
    let prior = UInt64(token.classPrior)
    sink.add(140, prior, UInt64(token.cuePrior))
    sink.add(
      141, prior, token.place.rawValue, classPrior(own.before) &* 16 &+ classPrior(own.after))
    sink.add(142, prior, token.word)
  }

  private func whole(_ index: Int32) -> WholeWord {
    range.contains(Int(index)) ? traits.words[Int(index)] : .none
  }

  private func classPrior(_ index: Int32) -> UInt64 {
    range.contains(Int(index)) ? UInt64(traits.tokens[Int(index)].classPrior) : 8
  }
}

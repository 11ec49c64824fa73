internal import ClaimExtraction
internal import ClaimModel

/// Each stage by itself: cues, and the spans of given cues.
enum Diagnosis {
  /// F1 of exact cues among the candidates drawn with a bias.
  static func cues(
    _ model: LearnedModel, bias: Float, _ stories: [GoldStory]
  ) -> Measuring.Tally {
    var tally = Measuring.Tally()
    for gold in stories {
      var traits = StoryTraits(
        gold.story, known: model.known, ruled: RuleFinder().attributions(in: gold.story))
      let found = Set(
        CueCandidate.candidates(&traits, tagger: model.cueTagger, bias: bias).map(\.tokens))
      let theirs = Set(gold.attributions.compactMap(\.cue))
      tally.hit += found.intersection(theirs).count
      tally.predicted += found.count
      tally.gold += theirs.count
    }
    return tally
  }

  /// Contents and sources when the gold's cues are given.
  static func spans(_ model: LearnedModel, _ stories: [GoldStory]) -> Measuring {
    var measuring = Measuring()
    let finder = LearnedFinder(nil)
    for gold in stories {
      var traits = StoryTraits(
        gold.story, known: model.known, ruled: RuleFinder().attributions(in: gold.story))
      _ = CueCandidate.candidates(&traits, tagger: model.cueTagger, bias: 0)
      let candidates = gold.attributions.compactMap(\.cue).map {
        CueCandidate(tokens: $0, probability: 1)
      }
      measuring.add(finder.decodings(of: candidates, traits, model: model), in: gold)
    }
    return measuring
  }

  /// What goes wrong when cues are given, for people to read.
  static func errors(_ model: LearnedModel, _ stories: [GoldStory], limit: Int) {
    var shown = 0
    let finder = LearnedFinder(nil)
    for gold in stories {
      var traits = StoryTraits(
        gold.story, known: model.known, ruled: RuleFinder().attributions(in: gold.story))
      _ = CueCandidate.candidates(&traits, tagger: model.cueTagger, bias: 0)
      func text(_ ranges: [Range<Int>]) -> String {
        ranges.map { gold.article.text(gold.story.span($0)) }.joined(separator: " … ")
      }
      for one in gold.attributions {
        guard let cue = one.cue, shown < limit else { continue }
        let found = finder.decodings(
          of: [CueCandidate(tokens: cue, probability: 1)], traits, model: model)
        guard let first = found.first, first.content != one.content else { continue }
        shown += 1
        let sentence = gold.story.sentences[Int(traits.sentenceIndex(cue.lowerBound))]
        print("--", text([sentence.tokens]))
        print("   cue   ", text([cue]))
        print("   gold  ", text(one.content), "| by", text(one.source.map { [$0] } ?? []))
        print("   found ", text(first.content), "| by", text(first.source.map { [$0] } ?? []))
      }
    }
  }
}

internal import ClaimModel
internal import Lexicons

/// Rules and learned taggers together.
///
/// Each attribution that either finds is weighed by features of both: how sure the taggers are,
/// whether a rule says the same, what kind of cue it is. The weights were learned on stories
/// that the taggers had not been trained on.
package struct CombinedFinder: Sendable {
  package static let shared = CombinedFinder()

  private let rules = RuleFinder()
  private let learned: LearnedFinder
  private let weights: DraftWeights?

  /// `weights` in place of the embedded ones.
  package init(learned: LearnedFinder = .shared, weights: DraftWeights? = nil) {
    self.learned = learned
    self.weights = weights
  }

  /// The attributions of a story; what the rules find where there is no model.
  package func attributions(in story: Story) -> [AttributionDraft] {
    let ruled = rules.attributions(in: story)
    let own = OwnCues(story, ruled: ruled)
    let certain = CertainAttributions(story, ruled: ruled)
    guard let model = learned.model(story.language),
      let weights = weights ?? story.language.weights
    else { return certain.joined(to: own?.told(ruled) ?? ruled) }
    let (all, traits) = learned.candidates(in: story, ruled: ruled, model: model)
    let candidates = certain.others(own?.others(all) ?? all)
    var kept = [Weighed]()
    for draft in (own?.drafts ?? []) + certain.drafts {
      kept.append(Weighed(draft: draft.withoutExpletive(in: story), chance: .infinity))
    }
    let headlines = HeadlineCheck(story: story)
    for one in candidates where !headlines.isNoClaim(one) {
      let features = DraftFeatures(one, among: candidates, traits)
      let chance = weights.probability(.keep, features.values)
      if chance < weights.least { continue }
      let draft = draft(one, features, weights, chance).withoutExpletive(in: story)
      kept.append(Weighed(draft: draft, chance: chance))
    }
    if !model.settings.nests { kept = Self.withoutContradictions(kept) }
    let drafts = DraftEdges(story: story).mended(certain.completed(kept.map(\.draft)))
    return drafts
      + QuotationsWithoutCue(story: story)
      .drafts(beside: drafts, goesOn: model.settings.nests)
  }

  private struct Weighed {
    var draft: AttributionDraft
    var chance: Float
  }

  private func draft(
    _ one: DraftCandidate, _ features: DraftFeatures, _ weights: DraftWeights, _ chance: Float
  ) -> AttributionDraft {
    var draft = one.draft(
      ruledContent: one.contentsDiffer && weights.probability(.content, features.values) > 0.5,
      ruledSource: one.sourcesDiffer && weights.probability(.source, features.values) > 0.5)
    let percent = { (chance: Float) in Int((chance * 100).rounded()) }
    let tagger = one.tagged.map { "the tagger is sure to \(percent($0.confidence)) %" }
    let rule = one.ruled == nil ? "no rule finds it" : "a rule finds it"
    draft.reasons.insert(
      Reason(
        .claim,
        "an attribution to \(percent(chance)) %: \(tagger ?? "the tagger has none"), \(rule)",
        weight: Double(chance)),
      at: 0)
    return draft
  }

  /// Where attributions do not nest: the surest first, and none that contradicts a surer one.
  private static func withoutContradictions(_ all: [Weighed]) -> [Weighed] {
    var taken = [Weighed]()
    for one in all.sorted(by: { $0.chance > $1.chance })
    where !taken.contains(where: { contradict($0.draft, one.draft) }) {
      taken.append(one)
    }
    return taken
  }

  private static func contradict(_ one: AttributionDraft, _ other: AttributionDraft) -> Bool {
    one.content.contains { range in
      (other.cue + other.content).contains { $0.overlaps(range) }
    } || other.content.contains { range in one.cue.contains { $0.overlaps(range) } }
  }

  /// Share of the tokens of both that both have.
  package static func overlap(_ a: [Range<Int>], _ b: [Range<Int>]) -> Double {
    var both = 0
    for one in a { for other in b { both += one.clamped(to: other).count } }
    let all = a.reduce(0) { $0 + $1.count } + b.reduce(0) { $0 + $1.count } - both
    return all == 0 ? 0 : Double(both) / Double(all)
  }
}

extension AttributionDraft {
  /// "It was reported that …" names nobody: without its source.
  fileprivate func withoutExpletive(in story: Story) -> AttributionDraft {
    guard let expletive = story.language.expletive, source.count == 1, let subject = source.first,
      subject.count == 1, story.tokens[subject.lowerBound].key == expletive.subject,
      let verb = cue.first, verb.count > 1,
      expletive.auxiliaries.contains(story.tokens[verb.lowerBound].key.exact)
    else { return self }
    var draft = self
    draft.source = []
    draft.reasons.removeAll { $0.subject == .source }
    return draft
  }
}

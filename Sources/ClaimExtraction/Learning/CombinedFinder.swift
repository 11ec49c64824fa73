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
  private let deep: DeepFinder?

  /// `weights` in place of the embedded ones; `deep` weighs the candidates beside those of an
  /// encoder, in languages that it reads.
  package init(
    learned: LearnedFinder = .shared, weights: DraftWeights? = nil, deep: DeepFinder? = nil
  ) {
    self.learned = learned
    self.weights = weights
    self.deep = deep
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
    let open = { (all: [DraftCandidate]) in certain.others(own?.others(all) ?? all) }
    let candidates = open(all)
    var kept = [WeighedDraft]()
    for draft in (own?.drafts ?? []) + certain.drafts {
      kept.append(WeighedDraft(draft: draft.withoutExpletive(in: story), chance: .infinity))
    }
    let standard = standard(candidates, traits, weights)
    let plain = PlainStatements(story: story)
    let deep = deep.flatMap { DeepFinder.reads(story.language) ? $0 : nil }
    let found =
      deep?.kept(standard, traits, open)
      ?? standard.filter { $0.chance >= weights.least || plain.isOne($0.candidate) }
      .map(Self.explained)
    for one in found {
      kept.append(WeighedDraft(draft: one.draft.withoutExpletive(in: story), chance: one.chance))
    }
    // Campaign news was annotated without attributions inside one another, wire copy with them.
    let nests = model.settings.nests || traits.register == StoryRegister.wire.rawValue
    if deep == nil, !nests { kept = WeighedDraft.surest(of: kept, apart: Self.contradict) }
    let mended = DraftEdges(story: story).mended(certain.completed(kept.map(\.draft)))
    let drafts = nests ? NounCues(story: story).completed(mended) : mended
    return drafts
      + QuotationsWithoutCue(story: story)
      .drafts(beside: drafts, goesOn: nests)
  }

  /// The candidates weighed, unlikely ones too.
  package func standard(
    _ candidates: [DraftCandidate], _ traits: StoryTraits, _ weights: DraftWeights
  ) -> [DeepCandidate.Standard] {
    let headlines = HeadlineCheck(story: traits.story)
    return candidates.filter { !headlines.isNoClaim($0) && !traits.isInsideWord($0.cue) }.map {
      one in
      let features = DraftFeatures(one, among: candidates, traits)
      let draft = one.draft(
        ruledContent: one.contentsDiffer && weights.probability(.content, features) > 0.5,
        ruledSource: one.sourcesDiffer && weights.probability(.source, features) > 0.5)
      return DeepCandidate.Standard(
        candidate: one, draft: draft, chance: weights.probability(.keep, features))
    }
  }

  private static func explained(_ standard: DeepCandidate.Standard) -> WeighedDraft {
    var draft = standard.draft
    let (one, chance) = (standard.candidate, standard.chance)
    let percent = { (chance: Float) in Int((chance * 100).rounded()) }
    let tagger = one.tagged.map { "the tagger is sure to \(percent($0.confidence)) %" }
    let rule = one.ruled == nil ? "no rule finds it" : "a rule finds it"
    draft.reasons.insert(
      Reason(
        .claim,
        "an attribution to \(percent(chance)) %: \(tagger ?? "the tagger has none"), \(rule)",
        weight: Double(chance)),
      at: 0)
    return WeighedDraft(draft: draft, chance: chance)
  }

  /// What cannot both be true where attributions do not nest.
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

/// An attribution, and how sure it is one.
struct WeighedDraft {
  var draft: AttributionDraft
  var chance: Float

  /// The surest first, and none that clashes with a surer one.
  static func surest(
    of all: [WeighedDraft], apart clash: (AttributionDraft, AttributionDraft) -> Bool
  ) -> [WeighedDraft] {
    var taken = [WeighedDraft]()
    for one in all.sorted(by: { $0.chance > $1.chance })
    where !taken.contains(where: { clash($0.draft, one.draft) }) {
      taken.append(one)
    }
    return taken
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

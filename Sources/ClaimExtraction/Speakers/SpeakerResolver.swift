package import ClaimModel
internal import Lexicons

/// Gives each attribution its speaker: the source by its fullest name in the article.
///
/// "Ông Hale" → "Robert Hale"; "Cơ quan này" → the office quoted before; "Washington" → "Mỹ".
/// A source that nobody names ("một quan chức") stays as described.
package struct SpeakerResolver {
  let story: Story
  let drafts: [AttributionDraft]
  let lexicon: SpeakerLexicon
  let names: NameIndex
  /// The sentence of each token.
  let sentenceOf: [Int32]
  var resolved: [Resolved?] = []

  /// A speaker with what later references ask about.
  struct Resolved {
    var speaker: Speaker
    /// The source's tokens, or those of the mention it was resolved by.
    var tokens: Range<Int>
    var gender: Gender?
    /// Several people: "các quan chức".
    var isPlural = false
    /// Title, country and office of a person.
    var descriptor: Range<Int>?
  }

  /// The speakers of drafts that stand in text order; nil where nobody is named.
  package static func speakers(
    of drafts: [AttributionDraft], in story: Story
  ) -> [Speaker?] {
    var resolver = SpeakerResolver(story: story, drafts: drafts)
    for index in drafts.indices { resolver.resolved.append(resolver.resolve(index)) }
    return resolver.resolved.map { $0?.speaker }
  }

  private init(story: Story, drafts: [AttributionDraft]) {
    self.story = story
    self.drafts = drafts
    lexicon = story.language.titles
    names = NameIndex(story: story)
    sentenceOf = story.sentenceOfTokens()
    resolved.reserveCapacity(drafts.count)
  }

  private func resolve(_ index: Int) -> Resolved? {
    let draft = drafts[index]
    guard let whole = extent(draft.source) else { return continued(index) }
    let source = core(whole)
    return relative(source) ?? pronoun(source, index) ?? demonstrative(source, index) ?? agency(
      source)
      ?? country(source) ?? people(source) ?? person(source, index) ?? document(source, index)
      ?? sameAsBefore(source, index) ?? bareOffice(source) ?? asDescribed(source)
  }

  /// All of a source's pieces as one range.
  private func extent(_ ranges: [Range<Int>]) -> Range<Int>? {
    guard let start = ranges.map(\.lowerBound).min(), let end = ranges.map(\.upperBound).max(),
      start < end
    else { return nil }
    return start..<end
  }

  /// A quotation without cue and source goes on with the speaker before it.
  private func continued(_ index: Int) -> Resolved? {
    guard drafts[index].cue.isEmpty, drafts[index].goesOn,
      var last = recent.first(where: { _ in true })
    else {
      return nil
    }
    last.speaker.reason = "goes on from " + last.speaker.name
    return last
  }

  /// What was resolved last, latest first; farther back nobody looks for a pronoun.
  var recent: some Sequence<Resolved> { resolved.suffix(64).reversed().lazy.compactMap { $0 } }

  // MARK: Words for people

  /// "same name in full, sentence 2"
  func place(_ token: Int) -> String {
    let index = Int(sentenceOf[token])
    guard index < story.sentences.count else { return "" }
    if story.sentences[index].region == .title { return "title" }
    let titles = story.sentences[..<index].count { $0.region == .title }
    return "sentence \(index - titles + 1)"
  }

  func text(_ tokens: Range<Int>) -> String { TokenText.text(of: tokens, in: story) }

  /// Whether a source opens with "một", "các", "some": nobody in particular.
  func isIndefinite(_ source: Range<Int>) -> Bool {
    switch opening(source) {
    case .indefinite, .plural: true
    default: false
    }
  }

  func isPlural(_ source: Range<Int>) -> Bool { opening(source) == .plural }

  private func opening(_ source: Range<Int>) -> SpeakerLexicon.Reference? {
    lexicon.references.match(
      at: source.lowerBound, in: story.tokens, limit: source.upperBound)?.value
  }
}

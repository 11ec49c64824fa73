internal import ClaimModel
internal import Lexicons

/// Names that a noun before them tells to be a body's or a place's: "hãng Hồng Hà", "thành phố
/// Sotterley". A title before such a name elsewhere is of whoever runs it: "ông chủ Hồng Hà".
struct ToldBodies {
  let story: Story
  let tagger: NameTagger

  /// The mentions, those of bodies without the title that made persons of them.
  func mentions(_ mentions: [NameMention]) -> [NameMention] {
    guard story.language.titles.customs.familyNameStandsFirst else { return mentions }
    let told = Set(mentions.filter(isTold).map(keys))
    guard !told.isEmpty else { return mentions }
    let addressed = Set(mentions.filter { $0.isPerson && $0.titleGroup == nil }.map(keys))
    return mentions.map { mention in
      guard mention.isPerson, mention.titleGroup != nil, !isPersonal(mention.tokens),
        case let keys = keys(mention), told.contains(keys), !addressed.contains(keys)
      else { return mention }
      return NameMention(
        tokens: mention.tokens, descriptor: mention.tokens.lowerBound..<mention.tokens.lowerBound,
        isPerson: false, kind: .body)
    }
  }

  private func keys(_ mention: NameMention) -> [UInt64] {
    mention.tokens.map { story.tokens[$0].key.exact }
  }

  /// A given name opens it, or it has a Vietnamese name's form.
  private func isPersonal(_ name: Range<Int>) -> Bool {
    let first = story.tokens[name.lowerBound].key.exact
    return tagger.hasPersonalForm(name)
      || name.count > 1 && story.language.titles.names.given[first] != nil
  }

  /// Whether the noun of a body or a place stands before the words with capitals.
  private func isTold(_ mention: NameMention) -> Bool {
    let lexicon = story.language.titles
    guard !mention.isPerson, !isPersonal(mention.tokens) else { return false }
    var start = mention.tokens.lowerBound
    while start > 0, story.tokens[start - 1].isCapitalised, story.tokens[start - 1].kind == .word {
      start -= 1
    }
    guard start > 0, story.tokens[start - 1].shape == .lower else { return false }
    let before = story.tokens[start - 1].key.exact
    if lexicon.words.placeHeads.contains(before), !lexicon.words.prepositions.contains(before) {
      return true
    }
    switch lexicon.nouns.match(before: start, in: story.tokens, from: max(0, start - 4))?.value {
    case .organisation, .outlet, .agency: return true
    default: return false
    }
  }
}

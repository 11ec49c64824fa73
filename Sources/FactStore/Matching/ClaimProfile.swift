internal import ClaimModel

/// A claim with its traits, ready to be held against others.
final class ClaimProfile: Sendable {
  let id: ClaimID
  let article: ArticleID
  let claim: Claim
  let traits: ClaimTraits
  /// Those who say it.
  let speakers: [ProfiledSpeaker]

  init(
    id: ClaimID, article: ArticleID, claim: Claim, traits: ClaimTraits,
    speakers: [ProfiledSpeaker]
  ) {
    (self.id, self.article, self.claim) = (id, article, claim)
    (self.traits, self.speakers) = (traits, speakers)
  }
}

/// A source as other claims name it: "Trần Kha" and "Tran Kha" are one, merged sources as well.
struct ProfiledSpeaker: Sendable {
  var name: String
  var key: String
}

extension FactStore {
  /// Nil if no such claim stands.
  func profile(_ number: Int) -> ClaimProfile? {
    guard let run = run(of: number), claimStands(number) else { return nil }
    let overlay = overlays[number] ?? .none
    let claim = claim(number, run, overlay)
    let article = articleSlots[run.article].record.article
    var text = article.text
    let traits = text.withUTF8 { ClaimTraits(claim, language: article.language, text: $0) }
    let said =
      extractedSources(number, run, overlay).filter { !overlay.taken.contains($0) }
      + overlay.given.map(\.source)
    return ClaimProfile(
      id: ClaimID(number), article: ArticleID(run.article + 1), claim: claim, traits: traits,
      speakers: said.filter { $0.role == .saidBy }.map { source in
        let name = registry.name(source.place)
        return ProfiledSpeaker(name: name, key: SourceName.foldedKey(name))
      })
  }
}

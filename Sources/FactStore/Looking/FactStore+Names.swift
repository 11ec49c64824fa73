package import ClaimModel

extension FactStore {
  /// Names in the words of claims with the number of claims that have each; the most frequent
  /// first.
  ///
  /// A name is a run of capitalised words: "ông Trần Kha đến Bến_Lụa" → Trần Kha, Bến Lụa; titles
  /// before it are no part of it. Where a sentence begins any word is capitalised; there a run
  /// counts as it stands elsewhere, with its first word or without it, and one of several words
  /// even if it stands nowhere else.
  package func names(in claims: [ClaimID]) -> [(name: String, claims: Int)] {
    var counter = NameCounter()
    for id in claims {
      guard let run = run(of: id.number), claimStands(id.number) else { continue }
      let claim = claim(id.number, run, overlays[id.number] ?? .none)
      var text = articleSlots[run.article].record.article.text
      text.withUTF8 { counter.add(claim.content + claim.source, of: $0) }
    }
    return counter.counted()
  }
}

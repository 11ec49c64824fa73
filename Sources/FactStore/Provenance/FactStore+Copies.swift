package import ClaimModel

extension FactStore {
  /// The standing articles that an article is a copy of, or that are copies of it; those most
  /// alike first. The first call after a load costs time linear in the text that was loaded.
  package func copies(of id: ArticleID) -> [NearCopy] {
    guard let slot = slot(id) else { return [] }
    let index = copyIndex.upToDate(articleSlots)
    var known = [Int: Shingles]()
    return copies(of: slot, in: index, &known)
  }

  /// The standing article that is most alike to one that is not here.
  package func nearest(to article: Article) -> (article: ArticleID, alike: Double)? {
    let own = Shingles(article)
    guard own.count >= Shingles.least else { return nil }
    let index = copyIndex.upToDate(articleSlots)
    let others = index.candidates(for: own.sample, except: -1).filter { standing[$0] }
    return others.prefix(16).map { place in
      (
        article: ArticleID(place + 1),
        alike: own.alike(Shingles(articleSlots[place].record.article))
      )
    }.max { $0.alike < $1.alike }
  }

  /// How far two texts are one, 0 to 1; nil where one of them is too short to tell.
  package func alike(_ a: Article, _ b: Article) -> Double? {
    let (first, second) = (Shingles(a), Shingles(b))
    guard min(first.count, second.count) >= Shingles.least else { return nil }
    return first.alike(second)
  }

  /// Of articles just loaded, each with the earlier one that it is most alike; only those that
  /// are copies.
  package func nearestEarlier(_ articles: [ArticleID]) -> [NearCopy] {
    articles.compactMap { id in copies(of: id).first { $0.original < id } }
  }

  /// `known` keeps shingles from call to call.
  func copies(
    of slot: ArticleSlot, in index: CopyIndex, _ known: inout [Int: Shingles]
  ) -> [NearCopy] {
    let place = slot.record.id.number - 1
    let own = known[place] ?? Shingles(slot.record.article)
    guard own.count >= Shingles.least else { return [] }
    let others = index.candidates(for: own.sample, except: place).filter { standing[$0] }
    if !others.isEmpty { known[place] = own }
    let found = others.compactMap { other -> NearCopy? in
      let shingles = known[other] ?? Shingles(articleSlots[other].record.article)
      known[other] = shingles
      let shorter = min(own.count, shingles.count)
      let alike = Double(own.shared(with: shingles)) / Double(max(1, shorter))
      guard alike >= NearCopy.least else { return nil }
      return NearCopy(
        article: slot.record.id, original: ArticleID(other + 1), alike: alike,
        lengthRatio: Double(shorter) / Double(max(own.count, shingles.count)))
    }
    return found.sorted { ($1.alike, $0.original) < ($0.alike, $1.original) }
  }
}

/// Two articles that are, for the most part, one text.
package struct NearCopy: Sendable, Hashable {
  package var article: ArticleID
  package var original: ArticleID
  /// The part of the shorter text's runs of four words that the other has, 0 to 1.
  package var alike: Double
  /// The part of the longer text that the shorter one is as long as, 0 to 1.
  package var lengthRatio: Double

  /// From here on two texts count as copies.
  package static let least = 0.5
}

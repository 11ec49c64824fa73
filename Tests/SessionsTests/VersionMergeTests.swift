import ClaimModel
import FactStore
import Testing

@testable import Sessions

/// Merging where a story became another version.
@Suite("Merging versions of stories")
struct VersionMergeTests {
  private static let before =
    "Cháy chợ Bến Tràm.\n\nĐám cháy làm 3 người chết. Khu A có 120 sạp bị cháy. Chợ xây năm 1987.\n"
  private static let after =
    "Cháy chợ Bến Tràm.\n\nĐiện bị cắt cả đêm. Chợ xây năm 1987. Đám cháy làm 5 người chết.\n"
  private static let a1 = ArticleID(1)

  private static func article(_ text: String) -> Article {
    Article(
      name: "cho.txt", text: text, language: .vietnamese, body: [TextSpan(0, text.utf8.count)])
  }

  private static func claim(_ words: String, in text: String) -> Claim {
    let start =
      text.firstRange(of: words).map {
        text.utf8.distance(from: text.startIndex, to: $0.lowerBound)
      } ?? 0
    let span = TextSpan(start, start + words.utf8.count)
    return Claim(kind: .narrated, content: [span], worth: 0.5, context: span)
  }

  private static let sentences = [
    "Đám cháy làm 3 người chết.", "Khu A có 120 sạp bị cháy.", "Chợ xây năm 1987.",
  ]

  private static var past: FactStore {
    get throws {
      let claims = PackedClaims(sentences.map { claim($0, in: before) })
      var store = FactStore()
      _ = try store.apply(
        operation("an", 1, .load([LoadedArticle(article: article(before), claims: claims)])))
      return store
    }
  }

  private static func operation(_ user: String, _ second: Int, _ action: Action) -> Operation {
    Operation(user: user, time: Timestamp(seconds: 1_700_000_000 + second), action: action)
  }

  /// An updates the story; Bình worked on the first version at the same time.
  private static func sides(updatedAt second: Int) throws -> (an: FactStore, binh: FactStore) {
    var an = try past
    let record = try #require(an.article(a1))
    let update = StoryRevisor.update(
      of: record, to: article(after), found: [claim("Điện bị cắt cả đêm.", in: after)], in: an)
    _ = try an.apply(operation("an", second, .updateArticles([update])))
    _ = try an.apply(
      operation("an", second + 1, .annotateClaims([ClaimID(4)], ClaimMark(verdict: .true))))
    var binh = try past
    for (place, verdict) in [Verdict.false, .true, .halfTrue].enumerated() {
      _ = try binh.apply(
        operation(
          "bình", 10 + place, .annotateClaims([ClaimID(place + 1)], ClaimMark(verdict: verdict))))
    }
    _ = try binh.apply(operation("bình", 20, .addClaim(a1, claim("Chợ xây", in: before))))
    return (an, binh)
  }

  @Test("Work on the first version comes along, whoever was first", arguments: [5, 15, 50])
  func together(updatedAt second: Int) throws {
    let (an, binh) = try Self.sides(updatedAt: second)
    let one = SessionMerge(ours: an, theirs: binh).merged { $0.newest }
    let other = SessionMerge(ours: binh, theirs: an).merged { $0.newest }
    #expect(one.skipped.isEmpty)
    #expect(one.store.digest == other.store.digest)
    let store = one.store
    #expect(store.article(Self.a1)?.article.text == Self.after)
    let claims = store.claims(in: Self.a1).compactMap { store.claim($0) }
    let said = Dictionary(uniqueKeysWithValues: claims.map { (store.text(of: $0), $0.verdict) })
    #expect(
      said == [
        "Đám cháy làm 5 người chết.": .false, "Chợ xây năm 1987.": .halfTrue, "Chợ xây": .unchecked,
        "Điện bị cắt cả đêm.": .true,
      ])
    let orphans = store.orphans(in: Self.a1).compactMap { store.orphan($0) }
    #expect(orphans.map { store.text(of: $0) } == ["Khu A có 120 sạp bị cháy."])
    #expect(orphans.map(\.verdict) == [.true])
    #expect(SessionDifference(ours: store, theirs: other.store).isEmpty)
  }

  @Test("Merging again changes nothing")
  func again() throws {
    let (an, binh) = try Self.sides(updatedAt: 15)
    let once = SessionMerge(ours: an, theirs: binh).merged { $0.newest }.store
    for side in [an, binh] {
      let twice = SessionMerge(ours: once, theirs: side).merged { $0.newest }.store
      #expect(twice.digest == once.digest)
    }
  }

  @Test("Two who loaded the same version have one")
  func same() throws {
    let (an, _) = try Self.sides(updatedAt: 5)
    let (other, _) = try Self.sides(updatedAt: 30)
    let merged = SessionMerge(ours: an, theirs: other).merged { $0.newest }.store
    #expect(merged.article(Self.a1)?.version == 2)
    #expect(merged.claims(in: Self.a1).count == 3)
  }

  @Test("A session with another version differs by that")
  func differs() throws {
    let (an, _) = try Self.sides(updatedAt: 5)
    let stories = SessionDifference(ours: an, theirs: try Self.past).stories
    let versions = stories.compactMap { entry -> Int? in
      if case .storyVersion(_, _, let version) = entry.what { version } else { nil }
    }
    #expect(versions == [2, 1])
  }
}

import ClaimModel
import FactStore
import Testing

@testable import Sessions

/// Stories that were put right or dropped on one side of a merge.
@Suite("Merging what was put right about stories")
struct StoryMergeTests {
  private let a1 = ArticleID(1)
  private let c1 = ClaimID(1)

  private func merge(_ ours: [Action], _ theirs: [Action]) throws -> SessionMerge {
    func session(_ actions: [Action], by user: String, from start: Int) throws -> FactStore {
      var store = try Sample.store([.load([Sample.loadedFire])])
      for (index, action) in actions.enumerated() {
        let time = Timestamp(seconds: 1_704_500_000 + start + index)
        _ = try store.apply(Operation(user: user, time: time, action: action))
      }
      return store
    }
    return SessionMerge(
      ours: try session(ours, by: "an", from: 0),
      theirs: try session(theirs, by: "bình", from: 3600))
  }

  private func edit(_ facts: ArticleFacts, _ claims: ClaimRevision = ClaimRevision()) -> Action {
    .editArticle(a1, ArticleEdit(facts, claims: claims))
  }

  private func day(_ day: Int) throws -> CalendarDay {
    try #require(CalendarDay(year: 2024, month: 2, day: day))
  }

  @Test("the same of both is one change, different facts both hold")
  func together() throws {
    let same = try merge(
      [edit(ArticleFacts(date: try day(6)))], [edit(ArticleFacts(date: try day(6)))])
    #expect(same.conflicts.isEmpty)
    #expect(same.merged { $0.newest }.store.log.count == 2)
    let both = try merge(
      [edit(ArticleFacts(date: try day(6)))],
      [edit(ArticleFacts(url: "https://a.example", author: "An"))])
    #expect(both.conflicts.isEmpty)
    let article = try #require(both.merged { $0.newest }.store.article(a1)?.article)
    #expect(article.date == (try day(6)))
    #expect(article.url == "https://a.example")
    #expect(article.author == "An")
  }

  @Test("two values of one fact are a conflict, settled either way")
  func twoDays() throws {
    let merge = try merge(
      [edit(ArticleFacts(date: try day(6)))],
      [edit(ArticleFacts(date: try day(7), language: .english))])
    guard case .story(_, fact: "date") = try #require(merge.conflicts.first).subject else {
      Issue.record("\(merge.conflicts)")
      return
    }
    #expect(merge.conflicts.count == 1)
    #expect(merge.merged { _ in .ours }.store.article(a1)?.article.date == (try day(6)))
    #expect(merge.merged { _ in .theirs }.store.article(a1)?.article.date == (try day(7)))
  }

  @Test("a story dropped here and worked on there is a conflict; dropped by both it is none")
  func dropped() throws {
    let work = Action.annotateClaims([c1], ClaimMark(verdict: .true))
    let merge = try merge([.dropArticles([a1])], [work])
    guard case .storyDropped = try #require(merge.conflicts.first).subject else {
      Issue.record("\(merge.conflicts)")
      return
    }
    #expect(merge.merged { _ in .ours }.store.articles.isEmpty)
    #expect(merge.merged { _ in .theirs }.store.claim(c1)?.verdict == .true)
    let both = try self.merge([.dropArticles([a1])], [.dropArticles([a1])])
    #expect(both.conflicts.isEmpty)
    #expect(both.merged { $0.newest }.store.articles.isEmpty)
    #expect(both.merged { $0.newest }.store.log.count == 2)
  }

  @Test("a claim that one side no longer finds stays where the other worked on it")
  func workIsKept() throws {
    let merge = try merge(
      [.annotateClaims([c1], ClaimMark(note: "xem lại"))],
      [edit(ArticleFacts(language: .english), ClaimRevision(dropped: [c1]))])
    #expect(merge.conflicts.isEmpty)
    let merged = merge.merged { $0.newest }
    #expect(merged.skipped.isEmpty)
    #expect(merged.store.claim(c1)?.notes == ["xem lại"])
    #expect(merged.store.article(a1)?.article.language == .english)
  }

  @Test("a claim that both sides find anew comes once, with what each said of it")
  func foundOnce() throws {
    let claim = Claim(
      kind: .narrated, content: [Sample.fire.span("Khói bốc")],
      context: Sample.fire.span("Khói bốc cao."))
    let found = edit(ArticleFacts(language: .english), ClaimRevision(added: [claim]))
    let other = edit(
      ArticleFacts(date: try day(6), language: .english), ClaimRevision(added: [claim]))
    let last = try #require(try Sample.store([.load([Sample.loadedFire])]).lastClaim)
    let new = ClaimID(last.number + 1)
    let merge = try merge(
      [found, .annotateClaims([new], ClaimMark(note: "một"))],
      [other, .annotateClaims([new], ClaimMark(note: "hai"))])
    let store = merge.merged { $0.newest }.store
    #expect(store.lastClaim == new)
    #expect(store.claim(new)?.notes == ["một", "hai"])
  }

  @Test("the difference of two sessions names what each says of the story")
  func difference() throws {
    let merge = try merge(
      [edit(ArticleFacts(date: try day(6)))], [edit(ArticleFacts(title: "Cháy"))])
    let found = SessionDifference(ours: merge.ours, theirs: merge.theirs)
    let facts = found.stories.compactMap { entry -> ArticleFacts? in
      if case .storyFacts(_, let facts) = entry.what { facts } else { nil }
    }
    #expect(facts.first?.date == (try day(6)))
    #expect(facts.last?.title == "Cháy")
    let dropped = try self.merge([.dropArticles([a1])], [])
    let words = SessionDifference(ours: dropped.ours, theirs: dropped.theirs)
    guard case .storyDropped(a1, _) = try #require(words.stories.first).what else {
      Issue.record("\(words.stories)")
      return
    }
    #expect(words.stories.first?.user == "an")
  }
}

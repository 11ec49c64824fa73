import ClaimModel
import Lexicons
import Testing

@testable import ClaimExtraction

@Suite struct CombinedFinderTests {
  /// Words of content, cue and source of each draft, each joined by " … ".
  private func found(
    _ text: String, _ language: ArticleLanguage = .vietnamese,
    _ finder: CombinedFinder = .shared
  ) -> [[String]] {
    drafts(text, language, finder) { draft, text in
      [draft.content, draft.cue, draft.source].map { ranges in
        ranges.map(text).joined(separator: " … ")
      }
    }
  }

  private func drafts<Result>(
    _ text: String, _ language: ArticleLanguage, _ finder: CombinedFinder = .shared,
    _ body: (AttributionDraft, (Range<Int>) -> String) -> Result
  ) -> [Result] {
    let article = Article(
      name: "t", text: text, language: language, body: [TextSpan(0, text.utf8.count)])
    var copy = text
    return copy.withUTF8 { bytes in
      let story = Story(article: article, bytes: bytes)
      return finder.attributions(in: story).map { draft in
        body(draft) { range in article.text(story.span(range)) }
      }
    }
  }

  @Test(
    "What rules and tagger agree on is found with all its spans",
    arguments: [
      (
        "Bộ Y tế cho biết dịch cúm đã lan ra năm tỉnh.", ArticleLanguage.vietnamese,
        ["dịch cúm đã lan ra năm tỉnh", "cho biết", "Bộ Y tế"]
      ),
      (
        "Theo cảnh sát, chiếc xe đã bị bỏ lại bên đường.", .vietnamese,
        ["chiếc xe đã bị bỏ lại bên đường", "Theo", "cảnh sát"]
      ),
      (
        "The mayor said the bridge would reopen on Friday.", .english,
        ["the bridge would reopen on Friday", "said", "The mayor"]
      ),
    ])
  func agreement(text: String, language: ArticleLanguage, spans: [String]) {
    #expect(found(text, language) == [spans])
  }

  @Test func `the "it" of a passive is no source`() {
    let found = found("It was reported that the bridge would reopen on Friday.", .english)
    #expect(found == [["the bridge would reopen on Friday", "was reported", ""]])
  }

  @Test func `the first reason tells how sure the finder is and what found it`() throws {
    let reasons = drafts("Bộ Y tế cho biết dịch cúm đã lan ra năm tỉnh.", .vietnamese) { draft, _ in
      draft.reasons
    }
    let first = try #require(reasons.first?.first)
    #expect(first.words.hasPrefix("an attribution to "))
    #expect(first.words.hasSuffix("a rule finds it"))
    #expect((0.5...1).contains(try #require(first.weight)))
    #expect(try #require(reasons.first).count > 1)
  }

  @Test func `weights that want certainty keep nothing`() {
    let weights = DraftWeights(list: WordList(name: "w", text: "keep\talways\t-9\nleast\t\t0.5"))
    let finder = CombinedFinder(weights: weights)
    #expect(found("Bộ Y tế cho biết dịch cúm đã lan ra năm tỉnh.", .vietnamese, finder).isEmpty)
  }

  @Test func `without a model the rules stand alone`() {
    let finder = CombinedFinder(learned: LearnedFinder(nil))
    let spans = found("Bộ Y tế cho biết dịch cúm đã lan ra năm tỉnh.", .vietnamese, finder)
    #expect(spans == [["dịch cúm đã lan ra năm tỉnh", "cho biết", "Bộ Y tế"]])
  }

  @Test func `weights name features that exist, once each`() {
    #expect(Set(DraftFeatures.names).count == DraftFeatures.names.count)
    for file in ["attribution-vi.tsv", "attribution-en.tsv"] {
      let rows = WordList(embedded: file).rows
      #expect(rows.contains { $0[0] == "least" })
      for row in rows where row[0] != "least" {
        #expect(DraftWeights.Decision(rawValue: row[0]) != nil)
        let isPhrase = DraftPhraseKey.named(row[1][...]) != nil
        #expect(isPhrase || DraftFeatures.names.contains(row[1]), "\(file):\(row.line)")
      }
    }
  }
}

@Suite struct StrayMarkTests {
  /// The quotations of a story of one line.
  private func quotations(_ text: String) -> [String] {
    let article = Article(
      name: "t", text: text, language: .vietnamese, body: [TextSpan(0, text.utf8.count)])
    var copy = text
    return copy.withUTF8 { bytes in
      let story = Story(article: article, bytes: bytes)
      return story.quotations.map { article.text(story.span($0.tokens)) }
    }
  }

  @Test(
    "A mark without a partner does not turn the pairs behind it around",
    arguments: [
      (
        "Ông An nói: \"Cầu đã hỏng. Bà Bình đáp: \"Chúng tôi sẽ sửa.\" Ông kể: \"Tôi mệt.\"",
        ["\"Chúng tôi sẽ sửa.\"", "\"Tôi mệt.\""]
      ),
      (
        "Ông An nói : \" Cầu đã hỏng . Bà Bình đáp : \" Chúng_tôi sẽ sửa . \" Ông kể : \" Tôi mệt . \"",
        ["\" Chúng_tôi sẽ sửa . \"", "\" Tôi mệt . \""]
      ),
      ("Ông nói \"cầu\" hỏng, bà nói \"đường\" tắc.", ["\"cầu\"", "\"đường\""]),
      ("\"Chúng tôi sẽ sửa cầu”, ông An nói.", ["\"Chúng tôi sẽ sửa cầu”"]),
    ])
  func strayMark(text: String, pairs: [String]) {
    #expect(quotations(text) == pairs)
  }
}

import ArticleReading
import ClaimExtraction
package import ClaimModel
package import Disk
package import FactStore
package import Presentation
package import TerminalText

/// What a load gave: the stories, and the inputs that could not be read.
package struct LoadOutcome: Sendable {
  package var entered: EnteredStories
  package var failures: [UserError]
  /// Number of stories and of inputs that are none.
  package var inputs: Int
  /// What a reader should know of them.
  package var notes: [String] = []

  package init(
    entered: EnteredStories, failures: [UserError], inputs: Int, notes: [String] = []
  ) {
    self.entered = entered
    self.failures = failures
    self.inputs = inputs
    self.notes = notes
  }
}

extension Desk {
  /// Reads stories and finds their claims, as one operation. Inputs that are none are reported
  /// beside those that are; where nothing can be read, throws and leaves all as it was. `facts` go
  /// before what stories say themselves; `deep` has the deep finder read them; `versions` says what
  /// becomes of a new version of a story; `check` may refuse what was read; `input` reads what `-`
  /// stands for.
  package mutating func load(
    _ words: [String], as reading: StoryReading? = nil,
    giving facts: ArticleFacts = ArticleFacts(), deep: Bool = false,
    versions: VersionPolicy = .asNew,
    input: () throws(UserError) -> MappedFile = { () throws(UserError) in
      try MappedFile(standardInput: ())
    },
    check: ([LoadedArticle]) throws -> Void = { _ in }, progress: (Progress) throws -> Void
  ) throws -> LoadOutcome {
    var reading = reading ?? self.reading
    reading.keepsCaptures = true
    let tables = reading.words
    let (articles, failures, notes) = try articles(
      in: words, as: reading, deep: deep, input: input
    ) { article in
      facts.isEmpty ? article : article.reread(with: facts, words: tables)
    } progress: {
      try progress($0)
    }
    let inputs = articles.count + failures.count
    guard !articles.isEmpty else { throw InputFailures(failures, of: inputs) }
    try check(articles)
    let entered = try enter(articles, versions)
    noteLoaded(words)
    return LoadOutcome(
      entered: entered, failures: failures, inputs: inputs, notes: notes)
  }

  /// The stories that words name, with their claims, and the inputs that are none. `reread` may
  /// read one otherwise before its claims are found.
  package func articles(
    in words: [String], as reading: StoryReading? = nil, deep: Bool = false,
    input: () throws(UserError) -> MappedFile,
    reread: @escaping @Sendable (Article) -> Article = { $0 },
    progress: (Progress) throws -> Void
  ) throws -> (articles: [LoadedArticle], failures: [UserError], notes: [String]) {
    var articles = [LoadedArticle]()
    let plan = try StoryPlan(words, reading: reading ?? self.reading, input: input)
    let extractor = try extractor(deep: deep)
    let failures = try plan.run(workers: surroundings.workers) { story, done in
      // Claims that the input has stand in its text as it is.
      if let claims = story.claims { return LoadedArticle(article: story.article, claims: claims) }
      let article = reread(story.article)
      return LoadedArticle(
        article: article, claims: extractor.packedClaims(in: article, progress: done))
    } show: {
      try progress($0)
    } take: {
      articles += $0
    }
    return (articles, failures, plan.reading.heard.lines)
  }

  /// How stories are read where nobody says otherwise.
  package var reading: StoryReading { StoryReading(words: newsroom.reading) }
}

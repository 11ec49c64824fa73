import ArticleReading
import ClaimExtraction
package import ClaimModel
package import Disk
package import FactStore
package import Presentation
import Synchronization
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
    let failures = try plan.run(workers: surroundings.workers) { article, done in
      let article = reread(article)
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

/// The inputs of one command, cut up for the workers.
package struct StoryPlan {
  private var pieces: [StoryWork] = []
  private var failures: [UserError] = []
  package let reading: StoryReading

  /// Throws only where the user changes their mind
  /// about what they were to type.
  package init(
    _ words: [String], reading: StoryReading, input: () throws(UserError) -> MappedFile
  ) throws(UserError) {
    self.reading = reading
    let found = words.map { word in
      reading.fetched[word] == nil ? StoryFiles.found([word]) : FileFinder.Found(paths: [word])
    }
    failures = found.flatMap { $0.failures }
    for path in found.flatMap({ $0.paths }) {
      do throws(UserError) { pieces += try StoryWork.pieces(path, reading, input: input) } catch {
        if error.cause is Interrupted { throw error }
        failures.append(error)
      }
    }
  }

  /// Turns every article into a value, on several threads, and takes the values in order, piece
  /// by piece. Gives back what could not be read.
  ///
  /// `value` may tell how many bytes of its article are done; `show` hears of all bytes done.
  package func run<Value: Sendable>(
    workers: Int, _ value: @escaping @Sendable (Article, (Int) -> Void) -> Value,
    show: (Progress) throws -> Void, take: ([Value]) throws -> Void
  ) throws -> [UserError] {
    var failures = failures
    let reading = reading
    let total = pieces.reduce(0) { $0 + $1.size }
    let count = DoneBytes()
    var progress = Progress(work: "reading", done: 0, total: total, unit: "bytes")
    func showDone() throws {
      progress.done = count.sum
      try show(progress)
    }
    try OrderedWork.run(pieces, workers: workers) { piece in
      var values = [Value]()
      var counted = 0
      let size = piece.size
      let errors = piece.forEachArticle(reading) { article in
        let before = counted
        values.append(
          value(article) { done in
            let now = min(before + done, size)
            count.add(now - counted)
            counted = now
          })
      }
      count.add(size - counted)
      return (values, errors)
    } idle: {
      try showDone()
    } take: { _, result in
      failures += result.1
      try take(result.0)
      try showDone()
    }
    return failures
  }
}

/// Bytes that the workers have done.
private final class DoneBytes: Sendable {
  private let bytes = Atomic(0)
  var sum: Int { bytes.load(ordering: .relaxed) }
  func add(_ count: Int) { bytes.add(count, ordering: .relaxed) }
}

import ClaimExtraction
package import ClaimModel
package import FactStore

/// What a load gave: the operation, and the inputs that could not be read.
package struct LoadOutcome: Sendable {
  package var operation: OperationOutcome
  package var failures: [ShellError]
  /// Number of stories and of inputs that are none.
  package var inputs: Int
}

extension Desk {
  /// Reads stories and finds their claims, as one operation. Inputs that are none are reported
  /// beside those that are; where nothing can be read, throws and leaves all as it was.
  package mutating func load(
    _ words: [String], progress: (Progress) -> Void
  ) throws -> LoadOutcome {
    var articles = [LoadedArticle]()
    let failures = try StoryPlan(words).run(workers: surroundings.workers) { article in
      LoadedArticle(
        article: article, claims: PackedClaims(ClaimExtractor().claims(in: article)))
    } take: { found, done in
      articles += found
      progress(done)
    }
    let inputs = articles.count + failures.count
    guard !articles.isEmpty else { throw ShellError.several(failures, of: inputs) }
    let operation = try perform(.load(articles))
    return LoadOutcome(operation: operation, failures: failures, inputs: inputs)
  }
}

/// The inputs of one command, cut up for the workers.
struct StoryPlan {
  private var pieces: [StoryWork] = []
  private var failures: [ShellError] = []

  init(_ words: [String]) {
    let found = FileFinder.files(words)
    failures = found.failures
    for path in found.paths {
      do throws(ShellError) { pieces += try StoryWork.pieces(path) } catch {
        failures.append(error)
      }
    }
  }

  /// Turns every article into a value, on several threads, and takes the values in order, piece
  /// by piece. Gives back what could not be read.
  func run<Value: Sendable>(
    workers: Int, _ value: @escaping @Sendable (Article) -> Value,
    take: ([Value], Progress) throws -> Void
  ) throws -> [ShellError] {
    var failures = failures
    let sizes = pieces.map(\.size)
    var progress = Progress(work: "reading", done: 0, total: sizes.reduce(0, +), unit: "bytes")
    var index = 0
    try OrderedWork.run(pieces, workers: workers) { piece in
      var values = [Value]()
      let errors = piece.forEachArticle { values.append(value($0)) }
      return (values, errors)
    } take: { _, result in
      failures += result.1
      progress.done += sizes[index]
      index += 1
      try take(result.0, progress)
    }
    return failures
  }
}

internal import ClaimExtraction
internal import ClaimModel
internal import Lexicons

/// Trains one language's model from gold stories.
struct ModelTraining: Sendable {
  struct Settings: Sendable {
    /// Logarithms of the numbers of rows: see `HashedWeights`.
    var cueBits = 17
    var spanBits = 18
    /// Parts of the stories for drawing candidates with a tagger that has not seen them.
    var folds = 3
    /// Runs whose mean is the model.
    var runs = 6
    var nests = false
    var cueBias: Float = 3
    var cue = ChainTraining.Settings(penalty: 2e-4, dropped: 0.5)
    var span = ChainTraining.Settings(penalty: 2e-4, dropped: 0.5)

    /// What did best on stories set aside.
    init(_ language: ArticleLanguage) { self = TrainingPlan.of(language).settings }

    init() {}
  }

  let settings: Settings
  /// Classes of words, which the taggers see.
  var classes = ModelTraining.empty
  let say: @Sendable (String) -> Void

  /// The bytes of the model's file.
  func train(_ gold: [GoldStory]) async -> [UInt8] {
    let priorTable = priorTable(gold)
    let known = known(priorTable)
    let stories = gold.map { PreparedStory($0, known: known) }
    let (tagged, found) = await candidates(stories)
    return finish(stories, priorTable, tagged, found)
  }

  /// What follows the cross-fitting. Synchronous: wide vectors must not live in a task's frame.
  private func finish(
    _ stories: [PreparedStory], _ priorTable: ModelWriter.Table, _ tagged: [PreparedStory],
    _ found: [[CueCandidate]]
  ) -> [UInt8] {
    let cues = trainCues(stories)
    say("\(found.reduce(0) { $0 + $1.count }) candidates for cues in training stories")
    let corpus = SpanCorpus.make(tagged, candidates: found, bits: settings.spanBits)
    say("span tagger: \(corpus.sequences.count) windows")
    let spans = Self.tagger(corpus, width: 8, runs: settings.runs) { corpus, run in
      ChainTraining(
        corpus, allowed: SpanLabel.allowed, starts: SpanLabel.starts, ends: SpanLabel.ends,
        settings: settings.span.seeded(run))
    }
    return ModelWriter.bytes(
      [priorTable, classes], taggers: [cues, spans], settings: modelSettings)
  }

  private var modelSettings: ModelSettings {
    ModelSettings(cueBias: settings.cueBias, threshold: 0.35, nests: settings.nests)
  }

  private func trainCues(_ stories: [PreparedStory]) -> ModelWriter.Tagger {
    let corpus = CueCorpus.make(stories, bits: settings.cueBits)
    say("cue tagger: \(corpus.sequences.count) sentences")
    return Self.tagger(corpus, width: 4, runs: settings.runs) { corpus, run in
      ChainTraining(
        corpus, allowed: CueLabel.allowed, starts: CueLabel.starts, ends: CueLabel.ends,
        settings: settings.cue.seeded(run))
    }
  }

  /// The mean of some runs, each with its own order and its own features left out.
  private static func tagger(
    _ corpus: FeatureCorpus, width: Int, runs: Int,
    training: (FeatureCorpus, UInt64) -> ChainTraining
  ) -> ModelWriter.Tagger {
    let results = (0..<runs).map { number in
      var one = training(corpus, UInt64(number))
      return one.run()
    }
    return Quantisation.tagger(ChainTraining.Result(meanOf: results), width: width)
  }

  /// What taggers trained on the other folds take for cues in each story.
  private func candidates(
    _ stories: [PreparedStory]
  ) async -> ([PreparedStory], [[CueCandidate]]) {
    await withTaskGroup(of: [(Int, PreparedStory, [CueCandidate])].self) { group in
      for number in 0..<settings.folds {
        group.addTask {
          fold(number, of: stories)
        }
      }
      var tagged = stories
      var all = [[CueCandidate]](repeating: [], count: stories.count)
      for await part in group {
        for (number, story, found) in part {
          all[number] = found
          tagged[number] = story
        }
      }
      return (tagged, all)
    }
  }

  private func fold(
    _ fold: Int, of stories: [PreparedStory]
  ) -> [(Int, PreparedStory, [CueCandidate])] {
    let rest = stories.indices.filter { $0 % settings.folds != fold }.map { stories[$0] }
    let tagger = Self.model([], taggers: [trainCues(rest)]).cueTagger
    return stories.indices.filter { $0 % settings.folds == fold }.map { number in
      var story = stories[number]
      let found = CueCandidate.candidates(&story.traits, tagger: tagger, bias: settings.cueBias)
      return (number, story, found)
    }
  }

  // MARK: Tables

  static let empty = ModelWriter.Table(width: 4, rows: [])

  private func known(_ priors: ModelWriter.Table) -> KnownWords {
    Self.model([priors, classes]).known
  }

  /// How often each word, and each class of words, stands in a cue.
  private func priorTable(_ gold: [GoldStory]) -> ModelWriter.Table {
    let known = known(Self.empty)
    var counts = [UInt64: (cues: Int, total: Int)]()
    for story in gold {
      let inCue = Set(story.attributions.compactMap(\.cue).joined())
      let traits = StoryTraits(story.story, known: known, ruled: [])
      for (index, token) in story.story.tokens.enumerated() where token.kind == .word {
        for key in [token.key.exact, traits.classPriorKey(index)].compactMap({ $0 }) {
          counts[key, default: (0, 0)].total += 1
          if inCue.contains(index) { counts[key, default: (0, 0)].cues += 1 }
        }
      }
    }
    let rows = counts.filter { $0.value.cues > 0 }.sorted { $0.key < $1.key }.map { entry in
      (
        feature: CuePriors.feature(of: entry.key),
        weights: [Int8(CuePriors.step(cues: entry.value.cues, total: entry.value.total))]
      )
    }
    return ModelWriter.Table(width: 1, rows: rows)
  }

  /// A model in memory, of the tables and taggers that are there; it is never freed.
  static func model(
    _ tables: [ModelWriter.Table], taggers: [ModelWriter.Tagger] = []
  ) -> LearnedModel {
    let zero = Chain(start: .zero, end: .zero, steps: Array(repeating: .zero, count: 8))
    let none = ModelWriter.Tagger(
      width: 4, scale: 1,
      rows: [UInt8](repeating: UInt8(HashedWeights.offset), count: 8), chain: zero)
    return load(
      ModelWriter.bytes(
        tables + Array(repeating: empty, count: ModelLayout.tableCount - tables.count),
        taggers: taggers + Array(repeating: none, count: ModelLayout.taggerCount - taggers.count),
        settings: ModelSettings(cueBias: 0, threshold: 0, nests: true)))
  }

  /// Reads bytes that this program wrote.
  static func load(_ bytes: [UInt8]) -> LearnedModel {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    copy.copyBytes(from: bytes)
    guard let model = LearnedModel(bytes: UnsafeRawBufferPointer(copy)) else {
      preconditionFailure("what ModelWriter writes, ModelLayout reads")
    }
    return model
  }
}

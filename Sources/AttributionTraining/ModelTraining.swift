internal import ClaimExtraction
internal import ClaimModel
internal import Lexicons

/// Trains one language's model from gold stories.
struct ModelTraining: Sendable {
  struct Settings: Sendable {
    /// How often a feature must be met to be trained on.
    var leastCue: UInt8 = 2
    var leastSpan: UInt8 = 3
    /// Features that the model keeps.
    var cueRows = 105_000
    var spanRows = 207_000
    /// Parts of the stories for drawing candidates with a tagger that has not seen them.
    var folds = 3
    /// Runs whose mean is the model.
    var runs = 4
    var nests = false
    var cueBias: Float = 1.5
    var cue = ChainTraining.Settings()
    var span = ChainTraining.Settings()

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
    let (cueTable, cueChain) = trainCues(stories)
    say("\(found.reduce(0) { $0 + $1.count }) candidates for cues in training stories")
    let corpus = SpanCorpus.make(tagged, candidates: found, least: settings.leastSpan)
    say("span tagger: \(corpus.sequences.count) windows, \(corpus.hashes.count) features")
    let (spanTable, spanChain) = Self.table(
      corpus, width: 8, limit: settings.spanRows, runs: settings.runs
    ) { corpus, run in
      ChainTraining(
        corpus, allowed: SpanLabel.allowed, starts: SpanLabel.starts, ends: SpanLabel.ends,
        settings: settings.span.seeded(run))
    }
    say("kept \(cueTable.rows.count) and \(spanTable.rows.count) rows")
    return Self.bytes(
      [priorTable, cueTable, spanTable, classes], [cueChain, spanChain], settings: modelSettings)
  }

  private var modelSettings: ModelSettings {
    ModelSettings(cueBias: settings.cueBias, threshold: 0.35, nests: settings.nests)
  }

  private func trainCues(_ stories: [PreparedStory]) -> (ModelWriter.Table, Chain) {
    let corpus = CueCorpus.make(stories, least: settings.leastCue)
    say("cue tagger: \(corpus.sequences.count) sentences, \(corpus.hashes.count) features")
    return Self.table(
      corpus, width: 4, limit: settings.cueRows, runs: settings.runs
    ) { corpus, run in
      ChainTraining(
        corpus, allowed: CueLabel.allowed, starts: CueLabel.starts, ends: CueLabel.ends,
        settings: settings.cue.seeded(run))
    }
  }

  /// Trains on all features, keeps the `limit` that weigh most, and trains again on those:
  /// the mean of some runs, each with its own order and its own features left out.
  private static func table(
    _ corpus: FeatureCorpus, width: Int, limit: Int, runs: Int,
    training: (FeatureCorpus, UInt64) -> ChainTraining
  ) -> (ModelWriter.Table, Chain) {
    var kept = corpus
    if corpus.hashes.count > limit {
      var first = training(corpus, 0)
      kept = corpus.keeping(
        Quantisation.strongest(first.run().weights, counts: corpus.counts, limit: limit))
    }
    let results = (0..<runs).map { number in
      var one = training(kept, UInt64(number))
      return one.run()
    }
    let mean = ChainTraining.Result(meanOf: results)
    return (Quantisation.table(mean, hashes: kept.hashes, width: width), mean.chain)
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
    let (table, chain) = trainCues(rest)
    let tagger = Self.model([Self.empty, table], [chain]).cueTagger
    return stories.indices.filter { $0 % settings.folds == fold }.map { number in
      var story = stories[number]
      let found = CueCandidate.candidates(&story.traits, tagger: tagger, bias: settings.cueBias)
      return (number, story, found)
    }
  }

  // MARK: Tables

  static let empty = ModelWriter.Table(width: 4, scale: 1, rows: [])

  private func known(_ priors: ModelWriter.Table) -> KnownWords {
    Self.model([priors, Self.empty, Self.empty, classes]).known
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
    return ModelWriter.Table(width: 1, scale: 1, rows: rows)
  }

  /// A model in memory, of the tables and chains that are there; it is never freed.
  static func model(_ tables: [ModelWriter.Table], _ chains: [Chain] = []) -> LearnedModel {
    load(bytes(tables, chains, settings: ModelSettings(cueBias: 0, threshold: 0, nests: true)))
  }

  private static func bytes(
    _ tables: [ModelWriter.Table], _ chains: [Chain], settings: ModelSettings
  ) -> [UInt8] {
    let zero = Chain(start: .zero, end: .zero, steps: Array(repeating: .zero, count: 8))
    return ModelWriter.bytes(
      tables + Array(repeating: empty, count: ModelLayout.tableCount - tables.count),
      chains: chains + Array(repeating: zero, count: ModelLayout.chainCount - chains.count),
      settings: settings)
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

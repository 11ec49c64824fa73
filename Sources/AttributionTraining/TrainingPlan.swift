internal import ClaimModel

/// What one language's model is trained from, and how: what did best on stories set aside.
struct TrainingPlan {
  /// Folders of gold stories, within the folder of all languages.
  var train: String
  var develop: String
  /// Every how many-th training story is set aside.
  var asideEvery: Int
  var settings: ModelTraining.Settings

  private static let plans: [ArticleLanguage: TrainingPlan] = [
    .vietnamese: vietnamese, .english: english,
  ]

  /// The plan of a language; that of English where it has none of its own.
  static func of(_ language: ArticleLanguage) -> TrainingPlan { plans[language] ?? english }

  /// A language of many stories, without attributions inside one another.
  private static let english = TrainingPlan(
    train: "polnear/train", develop: "polnear/dev", asideEvery: 10,
    settings: ModelTraining.Settings())

  /// A tenth of the English stories: fewer features, held tighter.
  private static let vietnamese = {
    var settings = ModelTraining.Settings()
    settings.nests = true
    settings.runs = 8
    settings.leastSpan = 2
    settings.cueRows = 30_000
    settings.spanRows = 80_000
    settings.cue.penalty = 2e-4
    settings.cue.dropped = 0.45
    settings.cueBias = 3
    settings.span = settings.cue
    return TrainingPlan(train: "vi-train", develop: "vi", asideEvery: 8, settings: settings)
  }()
}

internal import ClaimModel

/// What one language's model is trained from, and how: what did best on stories set aside.
struct TrainingPlan {
  /// A folder of gold stories, within the folder of all languages, and how much each of its
  /// stories counts.
  struct Folder {
    var name: String
    var weight: Float = 1
  }

  var train: [Folder]
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
    train: [Folder(name: "polnear/train"), Folder(name: "wire-en-train", weight: 1)],
    develop: "wire-en", asideEvery: 10, settings: ModelTraining.Settings())

  /// A tenth of the English stories: fewer features, held tighter.
  private static let vietnamese = {
    var settings = ModelTraining.Settings()
    settings.nests = true
    settings.runs = 8
    settings.cueBits = 16
    settings.spanBits = 17
    settings.cue.penalty = 2e-4
    settings.cue.dropped = 0.6
    settings.cueBias = 5
    settings.span = settings.cue
    return TrainingPlan(
      train: [Folder(name: "vi-train")], develop: "vi", asideEvery: 8, settings: settings)
  }()
}

/// What tells whether to keep a candidate: the names of `DraftFeatures`, as files write them.
enum DraftFeatureName: Int, CaseIterable {
  case always
  case tagger
  case taggerSure
  case spansSure
  case rule
  case sameContent
  case nearContent
  case farContent
  case ruleLonger
  case ruleWithin
  case ruleAround
  case ruleNoCue
  case ruleChance1
  case ruleChance2
  case ruleChance3
  case prior
  case quoted
  case endsQuoted
  case ruleQuoted
  case source
  case sourceNear
  case ruleSource
  case ruleSourceNear
  case sourceOverlap
  case contentFirst
  case short
  case long
  case title
  case besideSurer
  case cueInQuotation
  case cueUnlisted
  case reachesEnd
  case ruleReachesEnd
  case aloneSure
  case aloneSpansSure
  case aloneReachesEnd
  case sourceName
  case sourcePronoun
  case cueSeveral
  case that
  case campaign
  case campaignUnlisted
  case campaignTaggerAlone
  case within
  case withinQuotation
  case withinCampaign

  /// Features of a class of cues, behind those above: of all cues of the class, of those that
  /// only a rule finds, of those that only the tagger finds.
  enum ByClass: String, CaseIterable {
    case all = "cue-"
    case ruleOnly = "rule-only-"
    case taggerOnly = "tagger-only-"
  }

  /// The names of the cases, in their order: "rule-chance-1" of `ruleChance1`. To have the language
  /// spell out a case takes longer than to read its weights.
  static let caseNames = [
    "always", "tagger", "tagger-sure", "spans-sure", "rule", "same-content", "near-content",
    "far-content", "rule-longer", "rule-within", "rule-around", "rule-no-cue", "rule-chance-1",
    "rule-chance-2", "rule-chance-3", "prior", "quoted", "ends-quoted", "rule-quoted", "source",
    "source-near", "rule-source", "rule-source-near", "source-overlap", "content-first", "short",
    "long", "title", "beside-surer", "cue-in-quotation", "cue-unlisted", "reaches-end",
    "rule-reaches-end", "alone-sure", "alone-spans-sure", "alone-reaches-end", "source-name",
    "source-pronoun", "cue-several", "that", "campaign", "campaign-unlisted",
    "campaign-tagger-alone", "within", "within-quotation", "within-campaign",
  ]

  private static let classes = CueLexicon.CueClass.allCases

  /// All names, in the order of a candidate's values.
  static let names =
    caseNames
    + ByClass.allCases.flatMap { one in classes.map { one.rawValue + $0.rawValue } }

  /// Of each name where its value lies.
  static let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })

  /// Where the value of a class's feature lies.
  static func place(_ one: ByClass, _ kind: CueLexicon.CueClass) -> Int {
    let number = ByClass.allCases.firstIndex(of: one) ?? 0
    let at = classes.firstIndex(of: kind) ?? 0
    return allCases.count + number * classes.count + at
  }
}

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

  /// "ruleChance1" → "rule-chance-1".
  private var name: String {
    var out = ""
    for letter in String(describing: self) {
      if letter.isUppercase || letter.isNumber { out += "-" }
      out += letter.lowercased()
    }
    return out
  }

  private static let classes = CueLexicon.CueClass.allCases

  /// All names, in the order of a candidate's values.
  static let names =
    allCases.map(\.name)
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

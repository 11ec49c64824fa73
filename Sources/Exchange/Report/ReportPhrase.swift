/// What reports say of themselves, by the keys of `Resources/report-words.tsv`.
enum ReportPhrase: String, CaseIterable {
  // Page and summary.
  case title, titleFor = "title-for", skip, contents, madeBy = "made-by", asOf = "as-of", empty
  case selection, audienceReader = "audience-reader", audienceEditor = "audience-editor"
  case summary, summaryLine = "summary-line", checkers, checker
  case oneClaim = "claim.one", manyClaims = "claim.many", oneStory = "story.one"
  case manyStories = "story.many", oneChange = "change.one", manyChanges = "change.many"
  case oneSource = "source.one", manySources = "source.many"
  // Charts.
  case charts, asTable = "as-table", chartVerdicts = "chart.verdicts"
  case chartVerdictsSays = "chart.verdicts.says", chartSources = "chart.sources"
  case chartSourcesSays = "chart.sources.says", chartTime = "chart.time"
  case chartTimeSays = "chart.time.says", chartNetwork = "chart.network"
  case chartNetworkSays = "chart.network.says", scrollable, more, undated
  case columnVerdict = "column.verdict", columnClaims = "column.claims"
  case columnSource = "column.source", columnTime = "column.time", columnFrom = "column.from"
  case columnTo = "column.to", columnFigure = "column.figure", columnClaim = "column.claim"
  case columnStory = "column.story", columnSpeaker = "column.speaker", columnWhy = "column.why"
  case columnNumber = "column.number", columnWho = "column.who", columnWhat = "column.what"
  case columnWorth = "column.worth"
  // Claims.
  case claims, filter, filterVerdict = "filter.verdict", filterSource = "filter.source"
  case filterWords = "filter.words", filterTold = "filter.told", all
  case sentence, headline, saidBy = "said-by", reportedBy = "reported-by"
  case chain, unnamed, unnamedReason = "unnamed-reason", opinions, credibility
  case evidence, notes, tags, figures, dates, worth, history
  case handmade, givenBy = "given-by", byline, dateline, link
  // Findings.
  case conflicts, noConflicts = "no-conflicts", conflictNumber = "conflict", independence
  case independenceSays = "independence-says", noIndependence = "no-independence"
  case storiesOneSource = "stories-one-source", storiesManySources = "stories-many-sources"
  case oneSpeaker = "one-speaker", stepByline = "step.byline", stepDateline = "step.dateline"
  case stepCited = "step.cited", stepSaid = "step.said", stepAttributed = "step.attributed"
  case stepCopy = "step.copy", stepSigned = "step.signed", stepOwn = "step.own"
  // Stories.
  case stories, storiesSay = "stories-say", author, agencies, published, address, version
  case origin, loaded
  // What was not checked.
  case gaps, gapsUnchecked = "gaps.unchecked", gapsNone = "gaps.none"
  case whyWorth = "why.worth", whyLittle = "why.little", whyNoted = "why.noted"
  case gapsUnverifiable = "gaps.unverifiable", gapsChanged = "gaps.changed"
  case gapsGone = "gaps.gone", gapsUnread = "gaps.unread", gapsProse = "gaps.prose"
  case gapsDropped = "gaps.dropped", gapsOutside = "gaps.outside"
  // Method and log.
  case method, methodClaims = "method.claims", methodVerdicts = "method.verdicts"
  case methodGrades = "method.grades", methodSources = "method.sources"
  case methodConflicts = "method.conflicts", methodReader = "method.reader"
  case methodProof = "method.proof", log, undone, chainHead = "chain-head"
}

internal import Lexicons

/// Words around the names of sources, by what they do there: `speaker-words.tsv`. Exact keys.
struct SpeakerWords: Sendable {
  /// Before the name of a place or a firm: "huyện".
  let placeHeads: KeySet
  /// They go back to the name right before: "who".
  let relatives: KeySet
  /// Before a noun that points at one named before: "the".
  let articles: KeySet
  /// Before a source, no part of it: "phía".
  let leads: KeySet
  /// Behind a source, no part of it: "earlier".
  let tails: KeySet
  /// The name is kept back: "giấu tên".
  let withheld: KeySet
  /// Behind a subject or before it, no part of it: "không lâu sau đó".
  let trails: PhraseTable<Bool>
  /// Before who does it: "được".
  let agents: KeySet
  /// Before a verb alone: "cũng".
  let predicates: KeySet
  /// They open a clause, no source: "việc".
  let clauseLeads: KeySet
  /// Before a time: "on".
  let timePrepositions: KeySet
  /// Before a tail: "last" of "last week".
  let timeShifts: KeySet
  /// They end a person's name: "Vinay Bedi of".
  let prepositions: KeySet
  /// Before a place that is named after somebody: "đường".
  let namedAfter: KeySet
  /// Joined to a place by a hyphen: "based".
  let compounds: KeySet
  /// Before the name somebody bears: "tên", "named".
  let namings: KeySet
  /// Behind who issued a document: "cung cấp".
  let issuing: PhraseTable<Bool>
  /// They speak for the body that is named behind them: "đại diện".
  let standIns: PhraseTable<Bool>
  /// Bodies of a place that is named behind them: "công an".
  let localBodies: PhraseTable<Bool>
  /// Before where somebody is: "tại".
  let placings: KeySet
  /// Countries' short names in compounds: "Hàn" of "Mỹ - Hàn".
  let shortCountries: KeySet
  /// Alone, they mean a body named before: "sở".
  let bodyNouns: KeySet
  /// They open nouns of one person: "nhà".
  let personHeads: KeySet
  /// They end nouns of one person: "gia".
  let personEndings: KeySet
  /// Between a person's name and where he or she works: "of".
  let workplace: KeySet
  /// They open sentences and no names: "Meanwhile".
  let openers: KeySet
  /// Many people without a word for it: "người dân".
  let collectives: PhraseTable<Bool>
  /// Behind a pronoun they make one noun with it: "ông chủ", "họ hàng".
  let pronounTails: KeySet
  /// Before a noun, with how many or which: "những", "cuộc".
  let counters: KeySet
  /// They tell a woman: "nữ".
  let female: KeySet
  /// They tell a man: "nam".
  let male: KeySet

  init(tables: WordTables, language: String) {
    let classes = RowGroups(tables.rows("speaker-words.tsv", of: language), by: 2)
    let keys: (String) -> KeySet = { KeySet(classes[$0]) }
    let phrases: (String) -> PhraseTable<Bool> = { PhraseTable(classes[$0]) }
    placeHeads = keys("place-head")
    relatives = keys("relative")
    articles = keys("article")
    leads = keys("lead")
    tails = keys("tail")
    trails = phrases("trail")
    agents = keys("agent")
    predicates = keys("predicate")
    clauseLeads = keys("clause-lead")
    withheld = keys("withheld")
    timePrepositions = keys("time-preposition")
    timeShifts = keys("time-shift")
    prepositions = keys("preposition")
    namedAfter = keys("named-after")
    compounds = keys("compound")
    namings = keys("naming")
    issuing = phrases("issuing")
    standIns = phrases("stand-in")
    localBodies = phrases("local-body")
    placings = keys("placing")
    shortCountries = keys("short-country")
    bodyNouns = keys("body-noun")
    personHeads = keys("person-head")
    personEndings = keys("person-ending")
    workplace = keys("workplace")
    openers = keys("opener")
    collectives = phrases("collective")
    pronounTails = keys("pronoun-tail")
    counters = keys("counter")
    female = keys("female")
    male = keys("male")
  }
}

import ClaimModel
import FactStore

extension TestStory {
  /// The last claim with those that it passed through, and why its source has no name.
  func through(
    _ hops: [(name: String, kind: Hop.Kind, tie: String?)], unnamed: Bool = false,
    because reason: String? = nil
  ) -> TestStory {
    var story = self
    let last = story.claims.count - 1
    story.claims[last].hops = hops.map {
      Hop(name: $0.name, span: span($0.name), kind: $0.kind, ties: $0.tie.map { [span($0)] } ?? [])
    }
    if unnamed { story.claims[last].anonymity = Anonymity(reason: reason.map(span)) }
    return story
  }

  /// The last claim only carries the one at a place.
  func carrying(_ inner: Int) -> TestStory {
    var story = self
    story.claims[story.claims.count - 1].inner = inner
    return story
  }

  /// English: an agency that cites another, a source without a name, an agency that carries a man.
  static let blast = TestStory(
    "Blast at the mill.\nXinhua, citing Kyodo, said 7 workers died. An officer told AFP that the "
      + "mill had no permit, as he was not cleared to speak. Reuters quoted mayor Ada Stroud as "
      + "saying the road was shut. Rain fell.\n(The Dunmore Courier)",
    title: "Blast at the mill.", byline: "(The Dunmore Courier)",
    agencies: ["The Dunmore Courier"], language: .english
  )
  .claim(
    .indirect, "7 workers died", cue: "said", source: "Xinhua",
    in: (1, "Xinhua, citing Kyodo, said 7 workers died."), worth: 0.8,
    figures: [("7 workers", 7, .equal, "workers")]
  ).through([("Kyodo", .agency, "citing"), ("Xinhua", .agency, nil)])
  .claim(
    .indirect, "the mill had no permit", cue: "told", source: "An officer",
    in: (2, "An officer told AFP that the mill had no permit, as he was not cleared to speak."),
    worth: 0.6
  ).through(
    [("officer", .person, nil), ("AFP", .agency, "told")], unnamed: true,
    because: "he was not cleared to speak"
  )
  .claim(
    .indirect, "mayor Ada Stroud as saying the road was shut", cue: "quoted", source: "Reuters",
    in: (3, "Reuters quoted mayor Ada Stroud as saying the road was shut."), worth: 0.7
  ).carrying(3)
  .claim(
    .indirect, "the road was shut", cue: "saying", source: "Ada Stroud",
    in: (3, "Reuters quoted mayor Ada Stroud as saying the road was shut."), worth: 0.5
  ).through([("Ada Stroud", .person, "quoted"), ("Reuters", .agency, nil)])
  .claim(.narrated, "Rain fell", in: (4, "Rain fell."), worth: 0.1)

  static let chains = [("blast.txt", blast), ("ferry.txt", ferry)]
}

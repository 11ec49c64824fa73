import ClaimModel

@testable import Exchange

/// Two stories with what is hard to hand on: letters of several marks, decomposed ones, an emoji,
/// CR LF, text that looks like a formula, a claim in two pieces, two claims of one source.
enum SampleDesk {
  static let time = Timestamp(seconds: 1_704_446_042)

  static let head = DeskHead(
    program: "theo 1.0", user: "An", time: time, session: "desk.json",
    sources: [
      DeskSource(
        Source(name: "AFP", kind: .agency, aliases: ["Agence France-Presse"], country: "FR"),
        reliability: .a, notes: ["fast"]),
      DeskSource(Source(name: "Nguyễn Thị Mỹ", kind: .person)),
    ], site: "https://example.org/checks")

  static let stories = [vietnamese, english]

  static let vietnamese: DeskStory = {
    let text =
      "=Đê Đà Nẵng vỡ 🌊\r\nBà Nguyễn Thị Mỹ nói 12 nhà, theo AFP, đã ngập. "
      + "Bà Nguyễn Thị Mỹ nói đê vững.\nNước rút ngày 5/1/2024."
    var article = story(text, .vietnamese, title: "=Đê Đà Nẵng vỡ 🌊")
    article.name = "dê.txt"
    article.url = "https://example.org/de vo?a=\"1\""
    article.date = CalendarDay(year: 2024, month: 1, day: 5)
    article.dateline = Dateline(span: TextSpan(0, 0), agencies: ["AFP"])
    let source = span(of: "Bà Nguyễn Thị Mỹ", in: article)
    let agency = span(of: "AFP", in: article)
    let flooded = Claim(
      kind: .indirect,
      content: [span(of: "12 nhà", in: article), span(of: "đã ngập", in: article)],
      cue: [span(of: "nói", in: article)], source: [source],
      speaker: Speaker(name: "Nguyễn Thị Mỹ", kind: .person),
      quantities: [
        Quantity(
          span: span(of: "12 nhà", in: article), value: 12, comparator: .atLeast, unit: "nhà")
      ],
      worth: 0.714, sentence: 1,
      context: span(of: "Bà Nguyễn Thị Mỹ nói 12 nhà, theo AFP, đã ngập.", in: article),
      hops: [
        Hop(name: "Nguyễn Thị Mỹ", span: source, kind: .person),
        Hop(name: "AFP", span: agency, kind: .agency, ties: [span(of: "theo", in: article)]),
      ])
    let firm = Claim(
      kind: .indirect, content: [span(of: "đê vững", in: article)],
      cue: [span(of: "nói", in: article)], source: [source],
      speaker: Speaker(name: "Nguyễn Thị Mỹ", kind: .person), worth: 0.5, sentence: 2,
      context: span(of: "Bà Nguyễn Thị Mỹ nói đê vững.", in: article),
      anonymity: Anonymity())
    let fell = Claim(
      kind: .narrated, content: [span(of: "Nước rút ngày 5/1/2024", in: article)],
      dates: [DateMention(span: span(of: "5/1/2024", in: article), iso: "2024-01-05")],
      worth: 1, sentence: 3, context: span(of: "Nước rút ngày 5/1/2024.", in: article))
    return DeskStory(
      id: "a1", article: article, loadedBy: "An", loadedAt: time,
      claims: [
        DeskClaim(
          id: "c1", claim: flooded, speakers: ["Nguyễn Thị Mỹ"], via: ["AFP"],
          attributions: [
            DeskAttribution(source: "Nguyễn Thị Mỹ", role: .saidBy),
            DeskAttribution(source: "AFP", role: .reportedBy, givenBy: "An", time: time),
          ], verdict: .halfTrue,
          dispute: [
            DeskOpinion(user: "An", verdict: .halfTrue), DeskOpinion(user: "Bình", verdict: .false),
          ], credibility: Credibility(2), notes: ["=1+1, she \"said\"\nXinhua: 11"],
          tags: ["lũ", "figures"], evidence: ["https://example.org/b?x=1;y", "c3"],
          marks: [
            DeskMark(user: "Bình", time: time, verdict: .false),
            DeskMark(
              user: "An", time: time, verdict: .halfTrue, credibility: Credibility(2),
              note: "=1+1, she \"said\"\nXinhua: 11"),
          ]),
        DeskClaim(id: "c2", claim: firm, speakers: ["Nguyễn Thị Mỹ"], via: ["AFP"]),
        DeskClaim(
          id: "c3", claim: fell, via: ["AFP"], givenBy: "An", verdict: .true,
          marks: [DeskMark(user: "An", time: time, verdict: .true)]),
      ])
  }()

  /// Its second claim has a letter and its mark apart.
  static let english: DeskStory = {
    let text = "Mo\u{302}t Harbour reopened.\nThe port was shut for 3 weeks, an official said."
    var article = story(text, .english)
    article.name = "port.txt"
    let content = span(of: "The port was shut for 3 weeks", in: article)
    let title = span(of: "Mo\u{302}t Harbour reopened", in: article)
    return DeskStory(
      id: "a2", article: article, loadedBy: "Bình", loadedAt: time, version: 2,
      claims: [
        DeskClaim(
          id: "c4", claim: Claim(kind: .narrated, content: [title], context: title),
          verdict: .unverifiable,
          marks: [DeskMark(user: "Bình", time: time, verdict: .unverifiable)]),
        DeskClaim(
          id: "c5",
          claim: Claim(
            kind: .indirect, content: [content], source: [span(of: "an official", in: article)],
            quantities: [Quantity(span: span(of: "3 weeks", in: article), value: 3, high: 4.5)],
            dates: [DateMention(span: content, iso: "--01-05")], worth: 0.25, context: content)),
      ])
  }()

  private static func story(
    _ text: String, _ language: ArticleLanguage, title: String? = nil
  ) -> Article {
    Article(
      name: "test", text: text, language: language,
      title: title.map { TextSpan(0, $0.utf8.count) }, body: [TextSpan(0, text.utf8.count)])
  }

  /// All that a form makes of the two stories.
  static func output<Form: DeskForm>(_ type: Form.Type, _ head: DeskHead = head) throws
    -> DeskOutput
  {
    var form = type.init(head)
    var out = DeskOutput()
    for story in stories { try form.add(story, to: &out) }
    try form.finish(&out)
    return out
  }

  static func text<Form: DeskForm>(_ type: Form.Type) throws -> String {
    String(decoding: try output(type).bytes, as: UTF8.self)
  }
}

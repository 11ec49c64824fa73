import ClaimModel
import FactStore
import Sessions
import Testing

/// A small session of invented news, built by hand.
enum Sample {
  static let fire = """
    Cháy lớn ở cảng Vân Sa
    Sở Cứu hỏa Vân Sa cho biết hơn 40 người bị thương hôm 5/1. Khói bốc cao.
    Minh An (Theo AFP)
    """
  static let port = "Port reopens. Harbour Master Tom Reed said \"ships sail again\"."

  static let catalogue = SourceCatalogue([
    Source(name: "AFP", kind: .agency, aliases: ["Agence France-Presse"], country: "FR"),
    Source(name: "Reuters", kind: .agency, country: "GB"),
  ])

  static var loadedFire: LoadedArticle {
    let text = fire
    let claim = Claim(
      kind: .indirect, content: [text.span("hơn 40 người bị thương hôm 5/1")],
      cue: [text.span("cho biết")], source: [text.span("Sở Cứu hỏa Vân Sa")],
      speaker: Speaker(
        name: "Sở Cứu hỏa Vân Sa", kind: .government, reason: "named in full, sentence 1"),
      quantities: [
        Quantity(
          span: text.span("hơn 40 người"), value: 40, comparator: .more, unit: "người")
      ],
      dates: [DateMention(span: text.span("hôm 5/1"), iso: "--01-05")], worth: 0.86, sentence: 1,
      context: text.span("Sở Cứu hỏa Vân Sa cho biết hơn 40 người bị thương hôm 5/1."))
    let smoke = Claim(
      kind: .narrated, content: [text.span("Khói bốc cao")], worth: 0.1, sentence: 2,
      context: text.span("Khói bốc cao."))
    return LoadedArticle(
      article: Article(
        name: "cang-van-sa.txt", text: text, language: .vietnamese,
        title: text.span("Cháy lớn ở cảng Vân Sa"),
        body: [
          text.span("Sở Cứu hỏa Vân Sa cho biết hơn 40 người bị thương hôm 5/1. Khói bốc cao.")
        ],
        byline: Byline(
          span: text.span("Minh An (Theo AFP)"), author: "Minh An", agencies: ["AFP"]),
        date: CalendarDay(year: 2024, month: 1, day: 6)),
      claims: PackedClaims([claim, smoke]))
  }

  static var loadedPort: LoadedArticle {
    let claim = Claim(
      kind: .direct, content: [port.span("\"ships sail again\"")], cue: [port.span("said")],
      source: [port.span("Harbour Master Tom Reed")],
      speaker: Speaker(name: "Tom Reed", kind: .person), worth: 0.4, sentence: 1,
      context: port.span("Harbour Master Tom Reed said \"ships sail again\"."))
    return LoadedArticle(
      article: Article(
        name: "port.txt", text: port, language: .english, title: port.span("Port reopens"),
        body: [port.span("Harbour Master Tom Reed said \"ships sail again\".")],
        captions: [Caption(span: port.span("ships"), credit: "Port of Van Sa")],
        dateline: Dateline(span: port.span("Port"), place: "VAN SA", agencies: ["Reuters"])),
      claims: PackedClaims([claim]))
  }

  static let actions: [Action] = [
    .load([loadedFire]),
    .annotateClaims(
      [ClaimID(1)],
      ClaimMark(
        verdict: .halfTrue, credibility: Credibility(3), note: "Tân Hoa Xã: 11",
        tags: ["thương vong"], evidence: ["https://example.org/1"])),
    .attribute(claims: [ClaimID(2)], sources: ["reuters"], role: .reportedBy),
    .addClaim(
      ArticleID(1),
      Claim(
        kind: .narrated, content: [fire.span("Cháy lớn")], worth: 0.5, context: fire.span("Cháy"),
        reasons: [Reason(.claim, "given by hand")])),
    .annotateSource("AFP", SourceMark(reliability: .b, note: "by phone")),
    .undo(steps: 1),
  ]

  static func store(_ actions: [Action] = Sample.actions) throws -> FactStore {
    var store = FactStore(catalogue: catalogue)
    for (index, action) in actions.enumerated() {
      let time = Timestamp(seconds: 1_704_445_200 + 60 * index)
      _ = try store.apply(Operation(user: "an", time: time, action: action))
    }
    return store
  }

  /// The sample's file.
  static func bytes() throws -> [UInt8] {
    SessionDocument.bytes(of: try store(), theo: "1.0")
  }
}

extension String {
  /// Where `words` stand; a test that asks for others is at fault.
  func span(_ words: String) -> TextSpan {
    let text = Array(utf8)
    let wanted = Array(words.utf8)
    let starts = 0...(text.count - wanted.count)
    let start = starts.first { text[$0..<$0 + wanted.count].elementsEqual(wanted) }
    guard let start else {
      Issue.record("'\(words)' is not in the text")
      return TextSpan(0, 0)
    }
    return TextSpan(start, start + wanted.count)
  }
}

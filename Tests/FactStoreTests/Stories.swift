import ClaimModel
import FactStore

/// Invented stories with their claims set by hand.
enum Stories {
  static let fire = story(
    "a.txt",
    "Cháy cảng Vân Sa. Sở Cứu hỏa Vân Sa cho biết 14 người chết. Bà Lê Thu Hà nói cảng đóng cửa.",
    agencies: ["AFP", "Reuters"],
    claims: [
      ("Cháy cảng Vân Sa", nil, nil, .narrated),
      ("14 người chết", "Sở Cứu hỏa Vân Sa", "cho biết", .indirect),
      ("cảng đóng cửa", "Bà Lê Thu Hà", "nói", .indirect),
    ])

  static let flood = story(
    "b.txt", "Lũ về Đồng Mây. Bà Lê_Thu_Hà nói nước rút. Ông Vũ An cho biết đập an toàn.",
    agencies: ["Tân Hoa Xã"],
    claims: [
      ("Lũ về Đồng Mây", nil, nil, .narrated),
      ("nước rút", "Bà Lê_Thu_Hà", "nói", .indirect),
      ("đập an toàn", "Ông Vũ An", "cho biết", .indirect),
    ])

  static func story(
    _ name: String, _ text: String, agencies: [String],
    claims: [(String, source: String?, cue: String?, ClaimKind)]
  ) -> LoadedArticle {
    let all = TextSpan(0, text.utf8.count)
    let article = Article(
      name: name, text: text, language: .vietnamese, body: [all],
      byline: Byline(span: TextSpan(all.end, all.end), agencies: agencies))
    let packed = claims.enumerated().map { index, claim in
      Claim(
        kind: claim.3, content: [span(claim.0, text)],
        cue: claim.cue.map { [span($0, text)] } ?? [],
        source: claim.source.map { [span($0, text)] } ?? [],
        speaker: claim.source.map {
          Speaker(name: $0.split(separator: "_").joined(separator: " "), kind: .unknown)
        }, worth: Double(index + 1) / 10, sentence: index, context: all)
    }
    return LoadedArticle(article: article, claims: PackedClaims(packed))
  }

  /// The first place of `words` in `text`; nothing at the start where it is not in it.
  static func span(_ words: String, _ text: String) -> TextSpan {
    let bytes = Array(text.utf8)
    let wanted = Array(words.utf8)
    let starts = 0...max(0, bytes.count - wanted.count)
    guard let start = starts.first(where: { bytes[$0...].starts(with: wanted) }) else {
      return TextSpan(0, 0)
    }
    return TextSpan(start, start + wanted.count)
  }
}

extension FactStore {
  /// Applies an action as An, at a second for each operation.
  @discardableResult
  mutating func apply(
    _ action: Action, user: String = "an"
  ) throws(OperationError) -> OperationOutcome {
    let time = Timestamp(seconds: 1_700_000_000 + log.count)
    return try apply(Operation(user: user, time: time, action: action))
  }
}

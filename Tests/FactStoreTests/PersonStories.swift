import ClaimModel
import FactStore

extension Stories {
  /// A story in which somebody speaks: the text before ":" says who, `name` is what the reader of
  /// stories made of it.
  static func speech(
    _ file: String, _ text: String, by name: String, _ kind: SourceKind = .person
  ) -> LoadedArticle {
    let all = TextSpan(0, text.utf8.count)
    let article = Article(name: file, text: text, language: .vietnamese, body: [all])
    let claim = Claim(
      kind: .indirect, content: [all], source: [span(name, text)],
      speaker: Speaker(name: name, kind: kind), sentence: 1, context: all)
    return LoadedArticle(article: article, claims: PackedClaims([claim]))
  }

  static let minister = speech(
    "minister.txt", "Sergei Volkov, Russia's foreign minister, said talks went on.",
    by: "Sergei Volkov")
  static let surname = speech(
    "surname.txt", "Ngoại trưởng Nga Volkov nói đàm phán bế tắc.", by: "Volkov")
}

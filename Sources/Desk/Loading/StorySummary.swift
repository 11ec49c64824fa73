import ClaimModel
package import FactStore
package import Presentation
package import TerminalText

extension Report {
  /// "4 stories (vi 3, en 1) · 37 claims · via AFP, Xinhua"
  package static func summary(
    of records: [ArticleRecord], claims: Int, in store: FactStore
  ) -> StyledText {
    var line = StyledText(counted(records.count, "story"))
    let languages = ArticleLanguage.allCases.compactMap { language -> String? in
      let count = records.count { $0.article.language == language }
      return count == 0 ? nil : "\(language.rawValue) \(count)"
    }
    if !languages.isEmpty { line.append(" (\(joined(languages)))", .dim) }
    line.append(" · \(counted(claims, "claim"))")
    line.append(agencies(of: records, in: store))
    return line
  }

  /// " · via AFP, Xinhua"; empty where there are none.
  static func agencies(of records: [ArticleRecord], in store: FactStore) -> StyledText {
    // "VOV- Miền Trung" in one byline and "VOV - Miền Trung" in another are one source.
    var agencies = [String]()
    for written in records.flatMap(\.article.agencies) {
      let name = store.source(named: written)?.name ?? written
      if !agencies.contains(name) { agencies.append(name) }
    }
    guard !agencies.isEmpty else { return StyledText() }
    let more = agencies.count > 6 ? " and \(agencies.count - 6) more" : ""
    return StyledText(" · via ") + StyledText(joined(Array(agencies.prefix(6))) + more, .agency)
  }
}

extension ArticleRecord {
  /// The title, or the file's name where there is none.
  package var title: String {
    let text = article.headline.map { ReadableText.text($0) } ?? ""
    return text.isEmpty ? article.name : text
  }
}

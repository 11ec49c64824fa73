package import ClaimModel

/// A place in a story where words were found.
package struct TextHit: Sendable, Hashable {
  package var article: ArticleID
  /// In UTF-8 bytes of the article's text.
  package var span: TextSpan
  /// The claim whose words they are; nil for what stands beside the claims.
  package var claim: ClaimID?
}

extension FactStore {
  /// Where the words stand in the stories that have all of them, in order. Each item is a word, a
  /// phrase or, with "*" behind it, the beginning of a word. Throws at the first item that has
  /// no letter and no digit.
  package func find(_ items: [String]) throws(QueryError) -> [TextHit] {
    var patterns = [TextPattern]()
    for item in items {
      let isPrefix = item.hasSuffix("*")
      guard let pattern = TextPattern(isPrefix ? item.dropLast() : item[...], isPrefix: isPrefix)
      else { throw QueryError(kind: .noWord(item), offset: 0, length: max(1, item.count)) }
      patterns.append(pattern)
    }
    return stories(withAll: patterns).flatMap { record in
      let found = Self.places(of: patterns, in: record.article.text)
      return found.isEmpty ? [] : hits(at: found, in: record)
    }
  }

  /// The stories that may have the words of all patterns, in order.
  private func stories(withAll patterns: [TextPattern]) -> [ArticleRecord] {
    claimWords.flatMap { words -> [ArticleRecord] in
      var places = Set(patterns.first.map { words.stories.stories(with: $0) } ?? [])
      for pattern in patterns.dropFirst() where !places.isEmpty {
        places.formIntersection(words.stories.stories(with: pattern))
      }
      return places.sorted().compactMap { standingStory(words.firstStory + Int($0)) }
    }.filter(\.versions.isEmpty).merging(revisedStories)
  }

  /// Stories whose text is not the one that was loaded: the index has the words of that.
  var revisedStories: [ArticleRecord] {
    articleSlots.indices.filter { standing[$0] && !articleSlots[$0].record.versions.isEmpty }
      .map { articleSlots[$0].record }
  }

  /// The story at a place, if it stands.
  func standingStory(_ place: Int) -> ArticleRecord? {
    standing[place] ? articleSlots[place].record : nil
  }

  /// Hits that touch are one.
  private static func places(of patterns: [TextPattern], in text: String) -> [TextSpan] {
    var text = text
    return text.withUTF8 { bytes in
      var check = WordCheck(bytes)
      guard patterns.allSatisfy({ check.mayHave($0) }) else { return [] }
      var all = [TextSpan]()
      var mapped = [Spelling: MappedWords]()
      for pattern in patterns {
        let words =
          mapped[pattern.spelling] ?? MappedWords(bytes, in: 0..<bytes.count, pattern.spelling)
        mapped[pattern.spelling] = words
        let found = words.places(of: pattern)
        guard !found.isEmpty else { return [] }
        all += found
      }
      return all.sorted().reduce(into: []) { kept, span in
        if let last = kept.last, span.start < last.end {
          kept[kept.count - 1] = TextSpan(last.start, max(last.end, span.end))
        } else {
          kept.append(span)
        }
      }
    }
  }

  /// Each with the first listed claim whose content, cue or source it touches.
  private func hits(at spans: [TextSpan], in record: ArticleRecord) -> [TextHit] {
    let parts = listedClaims(in: record.id).compactMap { id -> (id: ClaimID, spans: [TextSpan])? in
      guard let run = run(of: id.number) else { return nil }
      let claim = claim(id.number, run, overlays[id.number] ?? .none)
      return (id, claim.content + claim.cue + claim.source)
    }
    return spans.map { span in
      let claim = parts.first { part in
        part.spans.contains { $0.start < span.end && span.start < $0.end }
      }
      return TextHit(article: record.id, span: span, claim: claim?.id)
    }
  }
}

extension [ArticleRecord] {
  /// Both in order of their ids.
  fileprivate func merging(_ others: [ArticleRecord]) -> [ArticleRecord] {
    others.isEmpty ? self : (self + others).sorted { $0.id < $1.id }
  }
}

package import ClaimModel

/// Bytes of any story to an `Article`.
package enum ArticleReader {
  /// The article that `bytes` hold: decodes UTF-8, UTF-16, Windows-1258 and Windows-1252.
  ///
  /// `name` is the input as the user knows it. The text is kept as it is: no change of line
  /// ends or normalization form; a byte order mark is left out.
  package static func article(
    named name: String, bytes: UnsafeBufferPointer<UInt8>, words: ReadingWords = .standard
  ) throws(ReadingError) -> Article {
    let decoded: TextDecoder.Decoded
    do {
      decoded = try TextDecoder(bytes: bytes).decoded()
    } catch {
      throw ReadingError(input: name, kind: error.kind)
    }
    if JSONPiece.isOne(bytes) { throw ReadingError(input: name, kind: .pieceOfJSON) }
    var article = article(named: name, text: decoded.text, words: words)
    article.encoding = decoded.encoding
    guard decoded.text.utf8.contains(where: { $0 > 0x20 && $0 != 0x7F })
    else { throw ReadingError(input: name, kind: .empty) }
    return article
  }

  /// The text of a file that people write beside their stories: a script, a transcript, a
  /// configuration. Decoded as stories are, so that a byte order mark is no part of it; an empty
  /// file is an empty text.
  package static func text(
    named name: String, bytes: UnsafeBufferPointer<UInt8>
  ) throws(ReadingError) -> String {
    guard !bytes.isEmpty else { return "" }
    do { return try TextDecoder(bytes: bytes).decoded().text } catch {
      throw ReadingError(input: name, kind: error.kind)
    }
  }

  /// As above, of an array.
  package static func article(
    named name: String, bytes: [UInt8], words: ReadingWords = .standard
  ) throws(ReadingError) -> Article {
    let result = bytes.withUnsafeBufferPointer { bytes in
      Result { () throws(ReadingError) in try article(named: name, bytes: bytes, words: words) }
    }
    return try result.get()
  }

  /// What of a story's text is in none of its parts, and why; in text order. Title, body, captions,
  /// byline, dateline and these have every word of the text.
  package static func leftOut(
    of article: Article, words: ReadingWords = .standard
  ) -> [LeftOut] {
    var text = article.text
    return text.withUTF8 { bytes in
      let structure = StructureReader(
        bytes, language: words.language(article.language), agencies: words.agencies,
        givenTitle: nil
      ).structure()
      return Remainder(article: article, bytes: bytes).leftOut(causes: structure.leftOut)
    }
  }

  /// The article of a text; never fails.
  ///
  /// A `title` from elsewhere is marked where the text starts with it; where it does not, the
  /// text has no title. `date` and `language` go before what the text says.
  package static func article(
    named name: String, text: String, title: String? = nil, date: CalendarDay? = nil,
    language: ArticleLanguage? = nil, words: ReadingWords = .standard
  ) -> Article {
    var text = text
    text.makeContiguousUTF8()
    var article = Article(name: name, text: text)
    text.withUTF8 { bytes in
      article.language = language ?? words.language(of: bytes)
      let structure = StructureReader(
        bytes, language: words.language(article.language), agencies: words.agencies,
        givenTitle: title
      ).structure()
      article.title = structure.title
      article.body = structure.body
      article.captions = structure.captions
      article.byline = structure.byline
      article.dateline = structure.dateline
      article.date = date ?? structure.date
    }
    return article
  }
}

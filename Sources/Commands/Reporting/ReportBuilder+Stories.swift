import ClaimModel
import Desk
import Exchange
import FactStore
import Presentation

extension ReportBuilder {
  /// The stories of a report: those that claims of it stand in, of a whole session all.
  func stories(of records: [ClaimRecord]) -> [ReportStory] {
    let named = Set(records.map(\.articleID))
    return store.articles.filter { !isSelection || named.contains($0.id) }.map { record in
      ReportStory(
        id: record.id, article: record.article, title: title(record),
        blocks: StoryBlocks(record.article).blocks, version: record.version,
        loaded: record.loadedAt, isSegmented: ReadableText.isSegmented(record.article.text))
    }
  }

  /// In one line.
  private func title(_ record: ArticleRecord) -> String {
    ReadableText.text(
      record.title, isSegmented: ReadableText.isSegmented(record.article.text))
  }
}

/// A story's text as paragraphs, in text order: title, captions, byline and pieces of the body, each
/// cut at empty lines; what is between them and not blank is a paragraph as well.
struct StoryBlocks {
  private let article: Article

  init(_ article: Article) { self.article = article }

  var blocks: [ReportStory.Block] {
    var all = [ReportStory.Block]()
    var at = 0
    for block in known where block.span.end > at {
      if block.span.start > at {
        all.append(.init(span: TextSpan(at, block.span.start), role: .rest))
      }
      all.append(.init(span: TextSpan(max(at, block.span.start), block.span.end), role: block.role))
      at = block.span.end
    }
    let end = article.text.utf8.count
    if at < end { all.append(.init(span: TextSpan(at, end), role: .rest)) }
    return all.flatMap(paragraphs).filter { !isBlank($0.span) }
  }

  private var known: [ReportStory.Block] {
    var known = article.body.map { ReportStory.Block(span: $0, role: .prose) }
    if let title = article.title { known.append(.init(span: title, role: .title)) }
    known += article.captions.map { .init(span: $0.span, role: .caption) }
    if let byline = article.byline { known.append(.init(span: byline.span, role: .byline)) }
    if let dateline = article.dateline { known.append(.init(span: dateline.span, role: .dateline)) }
    return known.sorted { $0.span < $1.span }
  }

  /// "one\n\ntwo" → "one\n", "\ntwo"
  private func paragraphs(_ block: ReportStory.Block) -> [ReportStory.Block] {
    guard block.role == .prose || block.role == .rest else { return [block] }
    let bytes = Array(article.text(block.span).utf8)
    var cuts = [0]
    for (place, pair) in zip(bytes, bytes.dropFirst()).enumerated()
    where pair.0 == 0x0A && pair.1 == 0x0A {
      cuts.append(place + 1)
    }
    return zip(cuts, cuts.dropFirst() + [bytes.count]).map { start, end in
      .init(span: TextSpan(block.span.start + start, block.span.start + end), role: block.role)
    }
  }

  /// Nothing but blanks and full stops.
  private func isBlank(_ span: TextSpan) -> Bool {
    article.text(span).utf8.allSatisfy { $0 <= 0x20 || $0 == 0x2E }
  }
}

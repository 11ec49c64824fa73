internal import ClaimModel
internal import JSONText

/// An Excel workbook: a sheet of claims and one of stories. Text cells are text, whatever they
/// begin with; a menu of verdicts stands behind each claim.
package struct XLSXForm: DeskForm {
  package static let name = "xlsx"
  package static let summary = "an Excel workbook with claims and stories"
  package static let endings = [".xlsx"]
  package static let kind = DeskFormKind.binary

  private var claims: SheetWriter
  private var stories: SheetWriter

  package init(_ head: DeskHead) {
    claims = SheetWriter(
      name: "claims", columns: ClaimColumn.allCases.map { ($0.rawValue, $0.width) })
    claims.menu = ClaimColumn.allCases.firstIndex(of: .verdict)
      .map { ($0, DeskWords.verdicts) }
    stories = SheetWriter(
      name: "stories", columns: Self.storyColumns.map { ($0, $0 == "title" ? 50 : 20) })
  }

  private static let storyColumns = [
    "id", "name", "title", "author", "agencies", "language", "published", "url", "version",
    "claims", "loaded_by", "loaded_at",
  ]

  package mutating func add(
    _ story: DeskStory, to out: inout DeskOutput
  ) throws(DeskFormError) {
    for claim in story.claims {
      claims.add(ClaimColumn.allCases.map { $0.value(claim, in: story) })
    }
    let article = story.article
    stories.add([
      .string(story.id), .string(article.name), .string(article.headline ?? ""),
      .string(article.author ?? ""), .string(ItemList.text(article.agencies)),
      .string(article.language.rawValue), .string(story.published ?? ""),
      .string(article.url ?? ""), .integer(story.version), .integer(story.claims.count),
      .string(story.loadedBy), .string(story.loadedAt.description),
    ])
    guard claims.rows < SheetWriter.mostRows else {
      throw DeskFormError(
        form: "an Excel workbook",
        problem: "a sheet holds \(SheetWriter.mostRows) rows and no more",
        remedy: "give a query for fewer claims, or write sqlite or csv")
    }
  }

  package mutating func finish(_ out: inout DeskOutput) {
    out.bytes += SheetWriter.workbook([claims, stories])
  }
}

extension ClaimColumn {
  /// In characters.
  fileprivate var width: Int {
    switch self {
    case .text, .sentence: 60
    case .title, .note, .evidence, .chain: 36
    case .speaker, .cue, .agencies, .quantities, .roots, .time, .published, .url, .tags: 20
    default: 12
    }
  }
}

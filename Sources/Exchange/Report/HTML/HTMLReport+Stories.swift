internal import ClaimModel
internal import Presentation

/// The stories with their claims marked.
extension HTMLReport {
  mutating func stories() {
    section("stories", .stories, startsPage: true) { report in
      guard !report.model.stories.isEmpty else {
        return report.html.element("p", report.words[.empty])
      }
      report.html.element("p", ["class": "soft"], report.words[.storiesSay])
      let claims = Dictionary(grouping: report.model.claims, by: \.story)
      for story in report.model.stories { report.story(story, claims[story.id] ?? []) }
    }
  }

  private mutating func story(_ story: ReportStory, _ claims: [ReportClaim]) {
    html.open(
      "article", ["class": "story", "id": story.id.description, "aria-labelledby": "\(story.id)-h"])
    html.element("h3", ["id": "\(story.id)-h"]) { html in
      html.text("\(story.id) · ")
      html.name(story.title)
    }
    about(story)
    html.open("div", ["class": "text", "lang": language(of: story.id)])
    html.line()
    text(of: story, claims)
    html.raw("</div></article>\n")
  }

  private mutating func about(_ story: ReportStory) {
    let article = story.article
    html.open("dl", ["class": "facts"])
    fact(.author, article.author)
    fact(.agencies, article.agencies.isEmpty ? nil : article.agencies.joined(separator: ", "))
    fact(.published, article.origin?.published?.description ?? article.date?.description)
    if let url = article.url {
      html.element("dt", words[.address])
      html.element("dd") { $0.address(url) }
    }
    if story.version > 1 { fact(.version, String(story.version)) }
    fact(.origin, article.name)
    fact(.loaded, words.time(story.loaded))
    html.raw("</dl>\n")
  }

  private mutating func fact(_ label: ReportPhrase, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    html.element("dt", words[label])
    html.element("dd") { $0.name(text) }
  }

  private mutating func text(of story: ReportStory, _ claims: [ReportClaim]) {
    let marks = StoryMarks(claims.map(\.claim.content))
    var reached = Set<Int>()
    for block in story.blocks {
      var reader = ReadableText(isSegmented: story.isSegmented)
      html.open(
        "p",
        ["dir": "auto", "class": block.role == .prose ? "prose" : "soft \(block.role.rawValue)"])
      for piece in marks.pieces(of: block.span) {
        let shown = reader.next(story.article.text(piece.span))
        let blank = shown.hasPrefix(" ") ? " " : ""
        html.text(blank)
        for place in piece.claims where reached.insert(place).inserted {
          reference(to: claims[place])
        }
        mark(String(shown.dropFirst(blank.count)), piece.claims.map { claims[$0] })
      }
      html.raw("</p>\n")
    }
    for place in claims.indices where !reached.contains(place) { reference(to: claims[place]) }
  }

  /// The claim's number before its words, which leads to its card and is what the card leads to.
  private mutating func reference(to claim: ReportClaim) {
    html.element(
      "a",
      [
        "class": "ref", "id": "t\(claim.id.number)", "href": "#\(claim.id)",
        "aria-label": "\(claim.id), \(words.verdict(of: claim))",
      ], claim.id.description)
  }

  /// Words of one claim, or of several: then they have the colour of the innermost.
  private mutating func mark(_ shown: String, _ claims: [ReportClaim]) {
    guard let inner = claims.min(by: { $0.extent < $1.extent }) else { return html.text(shown) }
    let also = claims.count > 1 ? " also" : ""
    html.element("mark", ["class": "v-\(inner.group)\(also)"], shown)
  }
}

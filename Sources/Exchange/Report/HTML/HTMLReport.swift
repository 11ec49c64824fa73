internal import ClaimModel

/// A report as one page that needs nothing besides itself: no network, and no script to be read.
package struct HTMLReport {
  let model: ReportModel
  let words: ReportWords
  let filter: SourceFilter
  /// The folder with which the report can be checked: "report.html.verify".
  let folder: String
  /// The stories of the report by id, and the claims that have a card in it.
  let storyByID: [ArticleID: ReportStory]
  let known: Set<ClaimID>
  var html = HTMLText()

  private init(_ model: ReportModel, folder: String) {
    self.model = model
    self.folder = folder
    words = ReportWords(model.language)
    filter = SourceFilter(model.claims)
    storyByID = Dictionary(model.stories.map { ($0.id, $0) }) { first, _ in first }
    known = Set(model.claims.map(\.id))
  }

  package static func bytes(of model: ReportModel, folder: String) -> [UInt8] {
    var report = HTMLReport(model, folder: folder)
    report.page()
    return report.html.bytes
  }

  private mutating func page() {
    let style = PackageResources.report_css + Array(filter.rules.utf8)
    let script = PackageResources.report_js
    html.raw("<!DOCTYPE html>\n")
    html.open("html", ["lang": words.language.rawValue])
    html.raw("\n<head>\n<meta charset=\"utf-8\">\n")
    html.open(
      "meta",
      [
        "http-equiv": "Content-Security-Policy",
        "content": PagePolicy.words(style: style, script: script),
      ])
    html.raw("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
    html.open("meta", ["name": "generator", "content": model.program])
    html.line()
    html.element("title", title)
    html.raw("\n<style>")
    html.resource(style)
    html.raw("</style>\n</head>\n<body>\n")
    body()
    html.raw("<script>")
    html.resource(script)
    html.raw("</script>\n</body>\n</html>\n")
  }

  private mutating func body() {
    html.element("a", ["class": "skip", "href": "#report"], words[.skip])
    head()
    contents()
    html.open("main", ["id": "report"])
    html.line()
    summary()
    claims()
    conflicts()
    independence()
    stories()
    gaps()
    method()
    log()
    html.raw("</main>\n")
    html.element("footer") { html in
      html.element("p", words[.madeBy, ["program": model.program]])
      html.element("p") { html in
        html.text(words[.chainHead] + ": ")
        html.element("code", model.head)
      }
    }
    html.line()
  }

  /// "Fact-checking report: Cháy cảng Vân Sa", of several stories without a name.
  var title: String {
    guard model.stories.count == 1, let story = model.stories.first else { return words[.title] }
    return words[.titleFor, ["name": story.title]]
  }

  private mutating func head() {
    html.open("header")
    html.element("h1", title)
    html.element("p", ["class": "soft"]) { html in
      if let made = model.made {
        html.text(words[.asOf, ["time": ""]])
        html.element("time", ["datetime": made.description], words.time(made))
        html.text(". ")
      }
      html.text(model.audience == .reader ? words[.audienceReader] : words[.audienceEditor])
    }
    if let query = model.query {
      html.element("p", words[.selection, ["query": "“\(query)”"]])
    }
    html.raw("</header>\n")
  }

  private mutating func contents() {
    var parts: [(String, ReportPhrase)] = [
      ("summary", .summary), ("claims", .claims), ("conflicts", .conflicts),
      ("independence", .independence), ("stories", .stories), ("gaps", .gaps),
      ("method", .method),
    ]
    if !model.log.isEmpty { parts.append(("log", .log)) }
    html.element("nav", ["class": "contents", "aria-label": words[.contents]]) { html in
      html.element("ul") { html in
        for (id, phrase) in parts {
          html.element("li") { $0.element("a", ["href": "#" + id], words[phrase]) }
        }
      }
    }
    html.line()
  }
}

extension HTMLReport {
  /// A part of the report under a heading of its own.
  mutating func section(
    _ id: String, _ heading: ReportPhrase, startsPage: Bool = false,
    _ body: (inout HTMLReport) -> Void
  ) {
    html.open(
      "section",
      ["id": id, "aria-labelledby": id + "-h", "class": startsPage ? "page" : "part"])
    html.element("h2", ["id": id + "-h"], words[heading])
    html.line()
    body(&self)
    html.raw("</section>\n")
  }

  mutating func links(_ claims: [ClaimID]) {
    for (place, claim) in claims.enumerated() {
      if place > 0 { html.text(", ") }
      html.link(claim, isThere: known.contains(claim))
    }
  }

  /// A paragraph with links where its phrase has `{claims}`.
  mutating func paragraph(_ phrase: ReportPhrase, linking claims: [ClaimID]) {
    let parts = words[phrase].split(separator: "{claims}", maxSplits: 1)
    html.open("p")
    html.text(parts.first.map(String.init) ?? "")
    links(claims)
    html.text(parts.count > 1 ? String(parts[1]) : "")
    html.close("p")
    html.line()
  }

  /// The language of a story, where it is not the report's own: `lang` on what is quoted from it.
  func language(of story: ArticleID) -> String {
    let language = storyByID[story]?.article.language ?? .unknown
    return language == .unknown ? "" : language.rawValue
  }
}

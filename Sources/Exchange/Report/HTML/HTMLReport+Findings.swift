internal import ClaimModel

/// What claims are to each other, and what was not checked.
extension HTMLReport {
  mutating func conflicts() {
    section("conflicts", .conflicts) { report in
      guard !report.model.conflicts.isEmpty else {
        return report.html.element("p", report.words[.noConflicts])
      }
      for (place, conflict) in report.model.conflicts.enumerated() {
        report.conflict(conflict, number: place + 1)
      }
    }
  }

  private mutating func conflict(_ conflict: ReportConflict, number: Int) {
    html.element(
      "h3", words[.conflictNumber, ["n": String(number), "subject": words.subject(of: conflict)]])
    table([.columnFigure, .columnClaim, .columnStory, .columnSpeaker]) { report in
      for side in conflict.sides {
        for (place, statement) in side.statements.enumerated() {
          report.html.element("tr") { html in
            html.element("th", ["scope": "row"], place == 0 ? side.figure : "″")
            html.element("td") { html in
              if let claim = statement.claim {
                html.link(claim, isThere: report.known.contains(claim))
                html.text(" ")
              }
              html.name(quoted(statement.words))
            }
            html.element("td") { html in
              html.link(statement.story, isThere: report.storyByID[statement.story] != nil)
            }
            html.element("td") { $0.name(statement.speakers.joined(separator: ", ")) }
          }
        }
      }
    }
  }

  mutating func independence() {
    section("independence", .independence) { report in
      guard !report.model.independence.isEmpty else {
        return report.html.element("p", report.words[.noIndependence])
      }
      report.html.element("p", ["class": "soft"], report.words[.independenceSays])
      for found in report.model.independence { report.independence(found) }
    }
  }

  private mutating func independence(_ found: ReportIndependence) {
    html.element("h3") { html in
      html.link(found.claim, isThere: known.contains(found.claim))
      html.text(" ")
      html.name(quoted(found.words))
    }
    html.element("p", words.roots(of: found))
    if let speaker = found.speaker { html.element("p", words[.oneSpeaker, ["name": speaker]]) }
    html.element("ul") { html in
      for carrier in found.told {
        for path in carrier.paths {
          html.element("li") { html in
            html.link(carrier.claim, isThere: known.contains(carrier.claim))
            html.text(", ")
            html.link(carrier.story, isThere: storyByID[carrier.story] != nil)
            html.text(" " + words.path(path))
          }
        }
      }
      if found.untold > 0 { html.element("li", words[.more, ["n": words.grouped(found.untold)]]) }
    }
  }

  mutating func gaps() {
    section("gaps", .gaps) { report in
      let (gaps, words) = (report.model.gaps, report.words)
      report.unchecked(gaps.unchecked)
      let unverifiable = report.model.claims.filter { $0.group == Verdict.unverifiable.rawValue }
      for (phrase, claims) in [
        (.gapsUnverifiable, unverifiable.map(\.id)), (.gapsChanged, gaps.changed),
      ] as [(ReportPhrase, [ClaimID])] where !claims.isEmpty {
        report.paragraph(phrase, linking: claims)
      }
      for line in words.gaps(gaps) { report.html.element("p", line) }
    }
  }

  private mutating func unchecked(_ claims: [ClaimID]) {
    guard !claims.isEmpty else { return html.element("p", words[.gapsNone]) }
    let found = Dictionary(model.claims.map { ($0.id, $0) }) { first, _ in first }
    html.element("p", words[.gapsUnchecked, ["claims": words.count(claims.count, .claim)]])
    table([.columnClaim, .columnWorth, .columnWhy]) { report in
      for claim in claims.compactMap({ found[$0] }) {
        report.html.element("tr") { html in
          html.element("th", ["scope": "row"]) { $0.link(claim.id) }
          html.element("td", ["class": "n"], report.words.decimal(claim.claim.worth))
          html.element("td", report.words.whyUnchecked(claim))
        }
      }
    }
  }

  mutating func method() {
    section("method", .method) { report in
      for line in report.words.method(report.model, folder: report.folder) {
        report.html.element("p", line)
      }
    }
  }

  mutating func log() {
    guard !model.log.isEmpty else { return }
    section("log", .log) { report in
      report.table([.columnNumber, .columnTime, .columnWho, .columnWhat, .columnWhy]) { report in
        for change in report.model.log {
          report.html.element("tr") { html in
            html.element("th", ["scope": "row", "class": "n"], String(change.number))
            html.element("td", report.words.time(change.time))
            html.element("td") { $0.name(change.user) }
            html.element("td") { html in
              html.element("code", ["lang": "en"], change.words)
              if change.isUndone { html.text(" (\(report.words[.undone]))") }
            }
            html.element("td") { $0.name(change.note ?? "") }
          }
        }
      }
    }
  }

  /// A table that can be scrolled sideways where the window is narrow.
  mutating func table(_ columns: [ReportPhrase], _ rows: (inout HTMLReport) -> Void) {
    html.open("div", ["class": "wide"])
    html.open("table")
    html.element("thead") { html in
      html.element("tr") { html in
        for column in columns {
          let isNumber =
            column == .columnWorth || column == .columnNumber || column == .columnClaims
          html.element("th", ["scope": "col", "class": isNumber ? "n" : "t"], words[column])
        }
      }
    }
    html.open("tbody")
    rows(&self)
    html.raw("</tbody></table></div>\n")
  }
}

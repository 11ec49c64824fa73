internal import ClaimModel

/// The claims, one card each, and what they can be filtered by.
extension HTMLReport {
  mutating func claims() {
    section("claims", .claims) { report in
      if report.model.claims.count > 1 { report.choices() }
      for claim in report.model.claims { report.card(claim) }
    }
  }

  private mutating func choices() {
    html.open("div", ["class": "filter", "id": "filter", "role": "search"])
    html.open("fieldset")
    html.element("legend", words[.filter])
    html.element(
      "div", ["class": "choices", "role": "radiogroup", "aria-label": words[.filterVerdict]]
    ) {
      html in
      html.choice("all", words[.all], words.grouped(model.claims.count), isChosen: true)
      for (group, count) in VerdictGroups.counts(model.claims) {
        html.choice(group, words.word("verdict", group), words.grouped(count), isChosen: false)
      }
    }
    html.element("label", ["class": "field"]) { html in
      html.text(words[.filterSource])
      html.element("select", ["name": "source"]) { html in
        html.element("option", ["value": ""], words[.all])
        for (place, source) in filter.names.enumerated() {
          html.element(
            "option", ["value": "s\(place)"], "\(source.name) (\(words.grouped(source.claims)))")
        }
      }
    }
    html.raw("<div id=\"search\" hidden>")
    html.element("label", ["class": "field"]) { html in
      html.text(words[.filterWords])
      html.raw("<input id=\"words\" type=\"search\" autocomplete=\"off\">")
    }
    html.element(
      "p",
      ["id": "told", "class": "soft", "aria-live": "polite", "data-words": words[.filterTold]], "")
    html.raw("</div></fieldset></div>\n")
  }

  private mutating func card(_ claim: ReportClaim) {
    let classes = "claim v-\(claim.group) \(filter.classes(of: claim))"
    html.open(
      "article", ["class": classes, "id": claim.id.description, "aria-labelledby": "\(claim.id)-h"])
    html.element("h3", ["id": "\(claim.id)-h"]) { html in
      html.text("\(claim.id) · ")
      html.element("span", ["class": "word v-\(claim.group)"], words.verdict(of: claim))
    }
    quotation(claim)
    place(claim)
    html.open("dl", ["class": "facts"])
    sources(claim)
    findings(claim)
    worth(claim)
    html.raw("</dl></article>\n")
  }

  private mutating func quotation(_ claim: ReportClaim) {
    html.element("blockquote", ["lang": language(of: claim.story), "dir": "auto"], claim.words)
  }

  /// `a1 “Cháy cảng Vân Sa”, sentence 3 · indirect quotation · in the story`
  private mutating func place(_ claim: ReportClaim) {
    let sentence =
      claim.claim.sentence == 0
      ? words[.headline] : words[.sentence, ["n": String(claim.claim.sentence)]]
    html.element("p", ["class": "soft"]) { html in
      html.link(claim.story)
      html.text(" “")
      html.name(storyByID[claim.story]?.title ?? "")
      html.text("”, \(sentence) · \(words.word("kind", claim.claim.kind.rawValue)) · ")
      html.element(
        "a", ["href": "#t\(claim.id.number)", "aria-label": "\(claim.id) \(words[.link])"],
        words[.link])
    }
  }

  private mutating func sources(_ claim: ReportClaim) {
    for role in AttributionRole.allCases {
      let found = claim.attributions.filter { $0.role == role }
      guard !found.isEmpty else { continue }
      fact(role == .saidBy ? .saidBy : .reportedBy) { report in
        for (place, one) in found.enumerated() {
          if place > 0 { report.html.text("; ") }
          report.html.name(one.name)
          report.html.text(report.about(one, claim))
        }
      }
    }
    if !claim.chain.isEmpty {
      fact(.chain) { report in
        report.html.element("ol", ["class": "chain"]) { html in
          for station in claim.chain {
            html.element("li") { html in
              html.name(station.name)
              html.text(report.words.link(station))
            }
          }
        }
      }
    }
    guard claim.claim.anonymity != nil else { return }
    html.element("dt", words[.columnSource])
    html.element("dd") { html in
      guard let reason = claim.namelessness else { return html.text(words[.unnamed]) }
      html.text(words[.unnamedReason, ["reason": quoted(reason)]])
    }
  }

  /// " (agency; B2, usually reliable; attributed by an)"
  private func about(_ one: ReportClaim.Attribution, _ claim: ReportClaim) -> String {
    let parts = words.about(one, credibility: claim.credibility, names: model.audience == .editor)
    return parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
  }

  private mutating func findings(_ claim: ReportClaim) {
    if claim.isDisputed || model.audience == .editor, !claim.opinions.isEmpty {
      fact(.opinions, words.opinions(of: claim, names: model.audience == .editor))
    }
    if let credibility = claim.credibility {
      fact(.credibility, "\(credibility), \(words.word("credibility", credibility.description))")
    }
    if !claim.figures.isEmpty { fact(.figures, claim.figures.joined(separator: " · ")) }
    if !claim.dates.isEmpty { fact(.dates, claim.dates.joined(separator: " · ")) }
    if !claim.evidence.isEmpty {
      fact(.evidence) { report in
        report.html.element("ul") { html in
          for item in claim.evidence { html.element("li") { $0.evidence(item, report.known) } }
        }
      }
    }
    if !claim.notes.isEmpty {
      fact(.notes) { report in
        report.html.element("ul") { html in
          for note in claim.notes {
            html.element("li", ["dir": "auto"]) { html in
              html.text(note.text)
              html.element(
                "span", ["class": "soft"], " – \(note.user), \(report.words.time(note.time))")
            }
          }
        }
      }
    }
    if !claim.tags.isEmpty { fact(.tags, claim.tags.joined(separator: ", ")) }
    if let name = claim.handmadeBy { fact(.origin, words[.handmade, ["name": name]]) }
    if claim.history.count > 1 {
      fact(.history, words.history(of: claim, names: model.audience == .editor))
    }
  }

  private mutating func worth(_ claim: ReportClaim) {
    fact(.worth) { report in
      report.html.text(report.words.decimal(claim.claim.worth))
      guard !claim.reasons.isEmpty else { return }
      report.html.element("span", ["class": "soft"], " = " + report.words.reasons(of: claim))
    }
  }

  private mutating func fact(_ label: ReportPhrase, _ text: String) {
    fact(label) { $0.html.text(text) }
  }

  private mutating func fact(_ label: ReportPhrase, _ body: (inout HTMLReport) -> Void) {
    html.element("dt", words[label])
    html.open("dd")
    body(&self)
    html.close("dd")
  }
}

extension HTMLText {
  /// A verdict that can be chosen, with how many claims have it.
  fileprivate mutating func choice(
    _ value: String, _ label: String, _ count: String, isChosen: Bool
  ) {
    open("label")
    raw("<input type=\"radio\" name=\"verdict\" id=\"pick-")
    text(value)
    raw(isChosen ? "\" checked>" : "\">")
    text("\(label) (\(count))")
    close("label")
  }

  /// An address, or the claim of this report that bears on another.
  fileprivate mutating func evidence(_ item: String, _ known: Set<ClaimID>) {
    guard let claim = ClaimID(parsing: item) else { return address(item) }
    link(claim, isThere: known.contains(claim))
  }
}

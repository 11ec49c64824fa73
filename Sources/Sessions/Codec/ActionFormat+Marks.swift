internal import ClaimModel
internal import FactStore

/// Groups of members that several things of a mark or an edit make.
extension ActionFormat {
  static let claimMark = MemberGroup<ClaimMark>(
    optional("verdict", choice(of: Verdict.self)), optional("credibility", credibility),
    optional("note", text), list("tags", of: text), list("removedTags", of: text),
    list("evidence", of: text), list("removedEvidence", of: text),
    optional("removedNotes", choice(of: NoteScope.self)), list("captures", of: evidenceCapture)
  ) {
    verdict, credibility, note, tags, removedTags, evidence, removedEvidence, removedNotes,
    captures in
    ClaimMark(
      verdict: verdict, credibility: credibility, note: note, tags: tags,
      removedTags: removedTags, evidence: evidence, removedEvidence: removedEvidence,
      removedNotes: removedNotes, captures: captures)
  } split: { mark in
    (
      mark.verdict, mark.credibility, mark.note, mark.tags, mark.removedTags, mark.evidence,
      mark.removedEvidence, mark.removedNotes, mark.captures
    )
  }

  /// A correction, with where the work was published that it is of.
  static let correction = MemberGroup<Correction>(
    required("form", choice(of: Correction.Form.self)),
    required("language", choice(of: ArticleLanguage.self)), publishedPlace,
    required("wrong", text), required("right", text), optional("reason", text)
  ) { form, language, place, wrong, right, reason in
    Correction(
      form: form, language: language, place: place, wrong: wrong, right: right, reason: reason)
  } split: { correction in
    (
      correction.form, correction.language, correction.place, correction.wrong, correction.right,
      correction.reason
    )
  }

  private static let publishedPlace = MemberGroup<PublishedPlace>(
    optional("title", text), optional("outlet", text), optional("section", text),
    optional("issue", text), optional("url", text), optional("published", storyTime)
  ) { title, outlet, section, issue, url, published in
    PublishedPlace(
      title: title, outlet: outlet, section: section, issue: issue, url: url,
      published: published)
  } split: { place in
    (place.title, place.outlet, place.section, place.issue, place.url, place.published)
  }

  static let sourceMark = MemberGroup<SourceMark>(
    optional("reliability", choice(of: Reliability.self)), optional("note", text),
    list("tags", of: text), list("removedTags", of: text),
    optional("removedNotes", choice(of: NoteScope.self)), optional("parent", text)
  ) { reliability, note, tags, removedTags, removedNotes, parent in
    SourceMark(
      reliability: reliability, note: note, tags: tags, removedTags: removedTags,
      removedNotes: removedNotes, parent: parent)
  } split: { mark in
    (mark.reliability, mark.note, mark.tags, mark.removedTags, mark.removedNotes, mark.parent)
  }

  /// What was put right about a story: the facts, and how story and claims are since.
  static let articleEdit = MemberGroup<ArticleEdit>(
    articleFacts, optional("structure", structure), claimRevision
  ) { facts, structure, claims in
    ArticleEdit(facts, structure: structure, claims: claims)
  } split: { edit in
    (edit.facts, edit.structure, edit.claims)
  }

  private static let articleFacts = MemberGroup<ArticleFacts>(
    optional("date", day), optional("language", choice(of: ArticleLanguage.self)),
    optional("url", text), optional("title", text), optional("author", text),
    list("removed", of: choice(of: ArticleField.self))
  ) { date, language, url, title, author, removed in
    ArticleFacts(
      date: date, language: language, url: url, title: title, author: author, removed: removed)
  } split: { facts in
    (facts.date, facts.language, facts.url, facts.title, facts.author, facts.removed)
  }

  private static let claimRevision = MemberGroup<ClaimRevision>(
    list("changed", of: revisedClaim), list("dropped", of: claimID), list("added", of: claim)
  ) { changed, dropped, added in
    ClaimRevision(changed: changed, dropped: dropped, added: added)
  } split: { revision in
    (revision.changed, revision.dropped, revision.added)
  }
}

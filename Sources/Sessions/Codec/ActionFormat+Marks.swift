internal import ClaimModel
internal import FactStore

/// Groups of members that several things of a mark or an edit make.
extension ActionFormat {
  static let claimMark = MemberGroup<ClaimMark>(
    optional("verdict", choice(of: Verdict.self)), optional("credibility", credibility),
    optional("note", text), list("tags", of: text), list("removedTags", of: text),
    list("evidence", of: text), list("removedEvidence", of: text),
    optional("removedNotes", choice(of: NoteScope.self))
  ) { verdict, credibility, note, tags, removedTags, evidence, removedEvidence, removedNotes in
    ClaimMark(
      verdict: verdict, credibility: credibility, note: note, tags: tags,
      removedTags: removedTags, evidence: evidence, removedEvidence: removedEvidence,
      removedNotes: removedNotes)
  } split: { mark in
    (
      mark.verdict, mark.credibility, mark.note, mark.tags, mark.removedTags, mark.evidence,
      mark.removedEvidence, mark.removedNotes
    )
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

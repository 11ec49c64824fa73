internal import ClaimModel
internal import FactStore
internal import JSONText

/// What was put right about a story, in JSON: the facts, and how story and claims are since.
extension JSONObject {
  mutating func add(_ edit: ArticleEdit, _ spans: SpanCodec) {
    add("added", list: edit.claims.added.map(spans.json))
    add("author", edit.facts.author)
    add(
      "changed",
      list: edit.claims.changed.map { ["claim": spans.json($0.claim), "id": .string("\($0.id)")] })
    add("date", edit.facts.date?.description)
    add("dropped", texts: edit.claims.dropped.map(\.description))
    add("language", edit.facts.language?.rawValue)
    add("removed", texts: edit.facts.removed.map(\.rawValue))
    if let structure = edit.structure {
      var object = JSONObject()
      ArticleCodec.add(structure, spans, to: &object)
      append("structure", .object(object))
    }
    add("title", edit.facts.title)
    add("url", edit.facts.url)
  }

  func articleEdit(_ spans: SpanCodec) throws(FormatError) -> ArticleEdit {
    let facts = ArticleFacts(
      date: try optional("date", ArticleCodec.day),
      language: try optional("language") { value throws(FormatError) in
        try value.choice(of: ArticleLanguage.self)
      },
      url: try optionalText("url"), title: try optionalText("title"),
      author: try optionalText("author"),
      removed: try list("removed") { value throws(FormatError) in
        try value.choice(of: ArticleField.self)
      })
    let structure = try optional("structure") { value throws(FormatError) in
      try ArticleCodec.structure(try value.object(), spans)
    }
    return ArticleEdit(facts, structure: structure, claims: try revision(spans))
  }

  private func revision(_ spans: SpanCodec) throws(FormatError) -> ClaimRevision {
    ClaimRevision(
      changed: try list("changed") { value throws(FormatError) in
        let object = try value.object()
        return RevisedClaim(
          id: try object.field("id", claimID), claim: try object.field("claim", spans.claim))
      },
      dropped: try list("dropped", claimID), added: try list("added", spans.claim))
  }
}

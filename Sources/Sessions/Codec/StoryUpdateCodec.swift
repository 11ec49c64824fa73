internal import ClaimModel
internal import FactStore
internal import JSONText

extension ActionFormat {
  /// A new version of a story. Its text stands elsewhere, as those of loaded stories do; spans
  /// count in it.
  static let storyUpdate = ValueFormat<StoryUpdate>(
    type: .storyUpdate,
    read: { value, context throws(FormatError) in
      let object = try value.object()
      let id = try object.field("article") { value throws(FormatError) in
        try context.story(value)
      }
      let article = try context.takeVersion(of: id)
      let spans = SpanCodec(text: article.text)
      var fates = ClaimFates()
      fates.moved = try object.list("moved") { item throws(FormatError) in
        let moved = try item.object()
        return RevisedClaim(
          id: try moved.field("id", Sessions.claimID), claim: try moved.field("claim", spans.claim))
      }
      fates.changed = try object.list("changed") { item throws(FormatError) in
        let changed = try item.object()
        return ChangedClaim(
          id: try changed.field("id", Sessions.claimID),
          claim: try changed.field("claim", spans.claim),
          words: try changed.list("words", WordChange.read))
      }
      fates.gone = try object.list("gone", Sessions.claimID)
      fates.added = try object.list("added", spans.claim)
      return StoryUpdate(id, article, claims: fates)
    },
    json: { update, _ in
      let spans = SpanCodec(text: update.article.text)
      let fates = update.claims
      var object = JSONObject()
      object.add("added", list: fates.added.map(spans.json))
      object.add("article", update.id.description)
      object.add(
        "changed",
        list: fates.changed.map {
          [
            "claim": spans.json($0.claim), "id": .string($0.id.description),
            "words": .array($0.words.map(\.json)),
          ]
        })
      object.add("gone", texts: fates.gone.map(\.description))
      object.add(
        "moved",
        list: fates.moved.map {
          ["claim": spans.json($0.claim), "id": .string($0.id.description)]
        })
      return .object(object)
    })
}

extension WordChange {
  fileprivate static func read(_ value: JSONValue) throws(FormatError) -> WordChange {
    let object = try value.object()
    return WordChange(
      try object.choice("kind", of: Kind.self), old: try object.text("old"),
      new: try object.text("new"))
  }

  fileprivate var json: JSONValue {
    ["kind": .string(kind.rawValue), "new": .string(new), "old": .string(old)]
  }
}

extension Operation {
  /// The stories that it makes new versions, as they are then, in its order.
  var updates: [StoryUpdate] {
    guard case .updateArticles(let updates) = action else { return [] }
    return updates
  }
}

extension StoryUpdate {
  /// As the root of a session and a journal hold it.
  func json(sha256: String? = nil) -> JSONObject {
    ArticleCodec.object(
      LoadedArticle(article: article, claims: PackedClaims()), id: id, sha256: sha256)
  }
}

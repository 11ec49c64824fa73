/// What the form that a story came in says of it beside its text: a page, a feed, a wire item.
package struct StoryOrigin: Sendable, Hashable {
  /// The form by its name in `formats`: "html", "rss".
  package var form: String
  /// The standfirst, where it has an element of its own; it is part of the body too.
  package var lead: TextSpan?
  /// Who wrote it, each name once: people, or a team.
  package var authors: [String]
  /// Whom it is from, where the text does not say so: the hops of a wire item, the source line of
  /// a page; canonical names.
  package var agencies: [String]
  /// When it was first published.
  package var published: StoryTime?
  /// When it was changed last.
  package var updated: StoryTime?
  /// The site's own rubric.
  package var section: String?
  /// What names the story at its publisher, whatever becomes of its text: a GUID, an item's URN.
  package var identifier: String?
  /// Its version at its publisher, as written there: "3".
  package var version: String?
  /// What its publisher says to do with it.
  package var notices: [StoryNotice]
  /// What of the input is no part of the story, in its order.
  package var removed: [RemovedText]
  /// Of a live blog, its entries with their times, in text order.
  package var entries: [StoryEntry]
  /// Where and when a saved page was taken, as it says itself: a WARC record, a comment of
  /// SingleFile.
  package var savedFrom: String?
  package var savedAt: StoryTime?

  package init(
    form: String, lead: TextSpan? = nil, authors: [String] = [], agencies: [String] = [],
    published: StoryTime? = nil, updated: StoryTime? = nil, section: String? = nil,
    identifier: String? = nil, version: String? = nil, notices: [StoryNotice] = [],
    removed: [RemovedText] = [], entries: [StoryEntry] = [], savedFrom: String? = nil,
    savedAt: StoryTime? = nil
  ) {
    self.form = form
    self.lead = lead
    self.authors = authors
    self.agencies = agencies
    self.published = published
    self.updated = updated
    self.section = section
    self.identifier = identifier
    self.version = version
    self.notices = notices
    self.removed = removed
    self.entries = entries
    self.savedFrom = savedFrom
    self.savedAt = savedAt
  }

  /// The entry in which a place of the text stands; nil outside of all.
  package func entry(at offset: Int) -> StoryEntry? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < entries.count, entries[low].span.start <= offset else { return nil }
    return entries[low]
  }
}

/// What a publisher says to do with a story.
package struct StoryNotice: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    /// The story puts an earlier one right: "CORRECTED", "đính chính", `signal sig:correction`.
    case correction
    /// It must not be used: "KILL", "gỡ bài", `pubStatus stat:canceled`.
    case kill
    /// It must not be used before a time.
    case embargo
    /// It was held back: `pubStatus stat:withheld`.
    case withheld
    /// A new version of an earlier story: `signal sig:update`, "UPDATE 2-".
    case update
  }

  package var kind: Kind
  /// Its own words: "CORRECTED: deletes the figure in paragraph 3".
  package var words: String
  /// Of an embargo, when it ends.
  package var until: StoryTime?

  package init(_ kind: Kind, words: String = "", until: StoryTime? = nil) {
    self.kind = kind
    self.words = words
    self.until = until
  }
}

/// A piece of an input that is no part of its story.
package struct RemovedText: Sendable, Hashable {
  package enum Cause: String, Sendable, CaseIterable {
    case navigation, related, comments, share, advertisement, subscription, hidden, authorBox
    case keyPoints, repeated, deskNote, legal, widget, script, deleted, attachment

    /// As people are told: "links to other stories".
    package var words: String {
      switch self {
      case .navigation: "navigation of the site"
      case .related: "links to other stories"
      case .comments: "comments of readers"
      case .share: "buttons and share bars"
      case .advertisement: "an advertisement"
      case .subscription: "an offer to subscribe"
      case .hidden: "hidden on the page"
      case .authorBox: "a box about the author"
      case .keyPoints: "key points above the text"
      case .repeated: "what the text says as well"
      case .deskNote: "a note by the desk"
      case .legal: "rights and standards"
      case .widget: "a widget of the page"
      case .script: "script or data"
      case .deleted: "deleted in the document"
      case .attachment: "a file attached"
      }
    }
  }

  package var cause: Cause
  /// Its first words, at most 120 code points.
  package var words: String

  package init(_ cause: Cause, words: String) {
    self.cause = cause
    self.words = String(words.unicodeScalars.prefix(120))
  }
}

package import ClaimModel

/// A story as a page, feed, wire item or document gives it: its parts in order, and what is said
/// of it beside them. `ArticleReader.article(of:named:words:)` makes its text, one part a line.
///
/// The texts may hold any white space and any form of Unicode: runs of white space become one
/// blank, zero-width characters and soft hyphens go, letters are composed (NFC).
package struct ReceivedStory: Sendable, Hashable {
  package enum Part: Sendable, Hashable {
    /// Also a subheading, a list item, a row of a table with its cells joined by " | ".
    case paragraph(String)
    case caption(String, credit: String?)
    /// The line that names author and agencies, as written: "Nguyễn Tiến (Theo AFP, Reuters)".
    case byline(String)

    package var text: String {
      switch self {
      case .paragraph(let text), .byline(let text), .caption(let text, _): text
      }
    }
  }

  /// An entry of a live blog: some of the parts, and its time.
  package struct Entry: Sendable, Hashable {
    package var parts: Range<Int>
    package var time: StoryTime?
    /// The time as the page shows it.
    package var words: String
  }

  /// The headline, without the site's name.
  package var title: String?
  /// The standfirst; not among the parts.
  package var lead: String?
  /// In the order of the input.
  package var parts: [Part]
  /// Of a live blog, in order; they share no part.
  package var entries = [Entry]()
  /// nil: told from the text.
  package var language: ArticleLanguage?
  package var url: String?
  /// What the text does not say itself: its spans are nil here and are filled in from the parts.
  package var origin: StoryOrigin
  /// Whether the form tells paragraphs, captions and bylines apart, as a page does and a feed's
  /// text does not.
  package var partsAreGiven = false
  /// The names of its publisher: no agency of its own stories.
  package var publishers = [String]()
  /// The encoding it was stored in, as named to people.
  package var encoding: String

  package init(
    form: String, title: String? = nil, lead: String? = nil, parts: [Part] = [],
    language: ArticleLanguage? = nil, url: String? = nil, encoding: String = "UTF-8"
  ) {
    self.title = title
    self.lead = lead
    self.parts = parts
    self.language = language
    self.url = url
    self.encoding = encoding
    origin = StoryOrigin(form: form)
  }

  /// Without any word in title, lead and parts.
  package var isEmpty: Bool {
    ([title, lead].compactMap { $0 } + parts.map(\.text)).allSatisfy {
      $0.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }
  }
}

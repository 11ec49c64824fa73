internal import ClaimModel

/// What an element of a page says it is, by the words of its class, id and the like.
struct PageRoles: OptionSet, Hashable {
  let rawValue: UInt32

  static let navigation = PageRoles(.navigation)
  static let related = PageRoles(.related)
  static let comments = PageRoles(.comments)
  static let share = PageRoles(.share)
  static let advertisement = PageRoles(.advertisement)
  static let subscription = PageRoles(.subscription)
  static let hidden = PageRoles(.hidden)
  static let authorBox = PageRoles(.authorBox)
  static let keyPoints = PageRoles(.keyPoints)
  static let pullQuote = PageRoles(.pullQuote)
  static let note = PageRoles(.note)
  static let legal = PageRoles(.legal)
  static let widget = PageRoles(.widget)
  static let tags = PageRoles(.tags)
  static let attachment = PageRoles(.attachment)
  static let title = PageRoles(.title)
  static let lead = PageRoles(.lead)
  static let byline = PageRoles(.byline)
  static let date = PageRoles(.date)
  static let updated = PageRoles(.updated)
  static let clock = PageRoles(.clock)
  static let caption = PageRoles(.caption)
  static let credit = PageRoles(.credit)
  static let figure = PageRoles(.figure)
  static let body = PageRoles(.body)
  static let section = PageRoles(.section)
  static let source = PageRoles(.source)
  static let place = PageRoles(.place)
  static let moment = PageRoles(.moment)
  static let post = PageRoles(.post)
  static let label = PageRoles(.label)
  static let job = PageRoles(.job)

  /// What a story begins with: an element that holds it is not left out for another role.
  static let head: PageRoles = [.title, .lead, .byline, .date, .updated, .caption, .body]

  init(rawValue: UInt32) { self.rawValue = rawValue }
  private init(_ name: Name) { rawValue = 1 << name.number }

  /// As `page-roles.tsv` writes them.
  enum Name: String, CaseIterable {
    case navigation, related, comments, share, advertisement, subscription, hidden, authorBox
    case keyPoints, pullQuote, note, legal, widget, tags, attachment
    case title, lead, byline, date, updated, clock, caption, credit, figure, body, section, source
    case place, moment, post, label, job

    fileprivate var number: UInt32 { UInt32(Self.allCases.firstIndex(of: self) ?? 31) }
  }

  init(names: [String]) {
    self = names.compactMap(Name.init).reduce(into: []) { $0.insert(PageRoles($1)) }
  }

  /// Why an element of these roles is no part of a story; nil where it may be one.
  var cause: RemovedText.Cause? {
    Self.causes.first { contains($0.role) }?.cause
  }

  private static let causes: [(role: PageRoles, cause: RemovedText.Cause)] = [
    (.hidden, .hidden), (.comments, .comments), (.advertisement, .advertisement),
    (.subscription, .subscription), (.related, .related), (.share, .share),
    (.authorBox, .authorBox), (.keyPoints, .keyPoints), (.navigation, .navigation),
    (.tags, .navigation), (.widget, .widget), (.attachment, .attachment), (.legal, .legal),
    (.note, .deskNote),
  ]
}

/// A correction of what was published, with all that its note says.
package struct Correction: Sendable, Hashable {
  /// Whose rules the note follows.
  package enum Form: String, Sendable, Hashable, CaseIterable {
    /// The code of principles of the International Fact-Checking Network, principle 5, "A
    /// commitment to Open & Honest Corrections"
    /// (https://ifcncodeofprinciples.poynter.org/know-more/the-commitments-of-the-code-of-principles):
    /// clearly and transparently, so that readers see the corrected version.
    case ifcn
    /// The Vietnamese press law of 2016, article 42: under the heading "Thông tin cải chính, xin
    /// lỗi" the name of the work, its section, the issue with day, month and year, what was wrong
    /// and the content that it is corrected to.
    case pressLaw = "press-law"
  }

  package var form: Form
  /// The language that the note is written in.
  package var language: ArticleLanguage
  package var place: PublishedPlace
  /// As published.
  package var wrong: String
  package var right: String
  /// How it is known; nil where the note does not say.
  package var reason: String?

  package init(
    form: Form, language: ArticleLanguage, place: PublishedPlace, wrong: String, right: String,
    reason: String? = nil
  ) {
    self.form = form
    self.language = language
    self.place = place
    self.wrong = wrong
    self.right = right
    self.reason = reason
  }
}

/// Where and when something was published, as far as it is known.
package struct PublishedPlace: Sendable, Hashable {
  /// Of the work.
  package var title: String?
  /// The newspaper, site or programme.
  package var outlet: String?
  package var section: String?
  /// The number of the issue, as printed.
  package var issue: String?
  package var url: String?
  package var published: StoryTime?

  package init(
    title: String? = nil, outlet: String? = nil, section: String? = nil, issue: String? = nil,
    url: String? = nil, published: StoryTime? = nil
  ) {
    self.title = title
    self.outlet = outlet
    self.section = section
    self.issue = issue
    self.url = url
    self.published = published
  }
}

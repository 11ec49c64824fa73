package import ClaimModel

/// All figures of one story, and what tells which event it is about.
package struct StoryReading: Sendable {
  package var figures = [StoryFigure]()
  /// The bytes of its sentences; a figure's `sentence` is a place among them.
  package var sentences = [TextSpan]()
  var names = [FigureName]()
  /// Concepts of its acts, fates and attributes, of all its words.
  var concepts = Set<Int>()
  /// Families of what befell people, in its title and first sentences: "gun", "water".
  var events = Set<String>()
  var wordCount = 0
  /// Years, months and days that it names.
  var years = Set<Int>()
  var days = Set<Int>()
  /// The first date in full or without its year, as month * 100 + day.
  var firstDay: Int?
  var isVietnamese = false
  /// Numbers of storms that it names: 3 of "bão số 3".
  var storms = Set<Int>()
  /// Months that it names, of dates with and without days.
  var months = Set<Int>()
  /// Whether its first sentence speaks of "another" event.
  var opensWithAnother = false

  package init() {}

  /// Reads a story; `title`: the bytes of its headline.
  package init(_ text: String, isVietnamese: Bool, title: TextSpan? = nil) {
    self = StoryScan(text, isVietnamese: isVietnamese, title: title).reading()
  }
}

/// Which sentences of a story stand in a new version of it, and which words of those are which.
///
/// A sentence that stands in both word for word is the same wherever it is; where it stands there
/// more than once its neighbours tell which. Of the rest those are taken for changed that differ
/// little from one another and from no other sentence as little.
package struct VersionAlignment: Sendable {
  package enum Fate: Sendable, Hashable {
    /// Word for word.
    case same
    case changed
    case gone
  }

  package private(set) var old: VersionText
  package private(set) var new: VersionText
  package private(set) var words: VersionWords
  /// By place of an old word: the new one that it is.
  package private(set) var places: [Int?]
  /// By place of an old sentence.
  package private(set) var fates: [Fate]
  /// By place of an old sentence the words that it is now; nil where it is gone.
  package private(set) var stretches: [Range<Int>?]
  /// By place of a new word: the old sentence that it is of.
  private(set) var owners: [Int?]

  package init(from old: String, to new: String) {
    var words = VersionWords()
    self.old = VersionText(old, &words)
    self.new = VersionText(new, &words)
    self.words = words
    places = Array(repeating: nil, count: self.old.words.count)
    fates = Array(repeating: .gone, count: self.old.sentences.count)
    stretches = Array(repeating: nil, count: self.old.sentences.count)
    owners = Array(repeating: nil, count: self.new.words.count)
    var matcher = SentenceMatcher(self)
    matcher.match()
    self = matcher.alignment
  }

  var openOld: [Int] { fates.indices.filter { fates[$0] == .gone } }
  /// New sentences of which no word is an old one's.
  var openNew: [Int] {
    new.sentences.indices.filter { new.sentences[$0].allSatisfy { owners[$0] == nil } }
  }

  /// Old words without blanks and forms, as numbers.
  func numbers(old sentence: Int) -> [Int] { old.words[old.sentences[sentence]].map(\.number) }
  func numbers(new sentence: Int) -> [Int] { new.words[new.sentences[sentence]].map(\.number) }

  /// An old sentence stands word for word at these new words.
  mutating func tie(_ sentence: Int, to stretch: Range<Int>) {
    let own = old.sentences[sentence]
    fates[sentence] = .same
    stretches[sentence] = stretch
    for (from, to) in zip(own, stretch) { places[from] = to }
    for to in stretch { owners[to] = sentence }
  }

  /// Old sentences that follow each other are new ones that do, with differences.
  mutating func tie(
    _ sentences: Range<Int>, to stretch: Range<Int>, _ difference: SentenceDifference
  ) {
    let first = old.sentences[sentences.lowerBound].lowerBound
    for (from, to) in difference.common { places[first + from] = stretch.lowerBound + to }
    for sentence in sentences {
      fates[sentence] = .changed
      stretches[sentence] = stretch
    }
    for to in stretch { owners[to] = sentences.lowerBound }
  }
}

package import ClaimModel

/// What a file that came back says of one claim.
package struct ImportedClaim: Sendable, Hashable {
  /// Where in the file: "row 3", "a1.ann, line 5", "item 2".
  package var place: String
  /// "c3", where the file says so.
  package var id: String?
  /// What the file knows the story by: an id, a URL, a name, its whole text. Empty where it says
  /// nothing.
  package var story = StoryTrace()
  /// The claim's words; nil where the file has none.
  package var text: String?
  /// Where they stand in the story.
  package var pieces: [ImportedPiece] = []
  package var source: [ImportedPiece] = []
  package var cue: [ImportedPiece] = []
  package var speakers: [String] = []
  package var verdict: Verdict?
  package var credibility: Credibility?
  package var notes: [String] = []
  package var tags: [String] = []
  package var evidence: [String] = []
  package var annotator: String?

  package init(place: String) { self.place = place }
}

/// By what a file knows a story.
package struct StoryTrace: Sendable, Hashable {
  package var names: [String] = []
  /// Its text, where the file has it.
  package var text: String?
  package init() {}
}

/// Words of a story, by place, by quotation, or by both.
package struct ImportedPiece: Sendable, Hashable {
  /// Code points, end exclusive; nil for a quotation alone.
  package var start: Int?
  package var end: Int?
  package var exact: String?
  package var prefix: String
  package var suffix: String

  package init(
    start: Int? = nil, end: Int? = nil, exact: String? = nil, prefix: String = "",
    suffix: String = ""
  ) {
    self.start = start
    self.end = end
    self.exact = exact
    self.prefix = prefix
    self.suffix = suffix
  }
}

/// A file that came back, read.
package struct ImportedFile: Sendable {
  package var claims: [ImportedClaim] = []
  /// What theo has no place for, in the order of the file.
  package var remarks: [ImportRemark] = []
  package init() {}

  package mutating func remark(_ place: String, _ words: String) {
    remarks.append(ImportRemark(place: place, words: words))
  }
}

/// Something in a file that is left out: where it stands, and why.
package struct ImportRemark: Sendable, Hashable {
  package var place: String
  package var words: String
  package init(place: String, words: String) {
    self.place = place
    self.words = words
  }
}

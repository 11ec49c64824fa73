package import ClaimModel

/// One sentence: a range of a story's tokens, its final punctuation included.
package struct Sentence: Sendable, Hashable {
  package enum Region: UInt8, Sendable {
    case title, body
  }

  package var tokens: Range<Int>
  package var region: Region
  /// Number of its paragraph in the story, from 0; the title has its own.
  package var paragraph: Int

  package init(tokens: Range<Int>, region: Region, paragraph: Int) {
    self.tokens = tokens
    self.region = region
    self.paragraph = paragraph
  }
}

/// Text between quotation marks.
package struct Quotation: Sendable, Hashable {
  /// Its tokens, the marks included.
  package var tokens: Range<Int>
  /// Whether a closing mark was found; an unclosed quotation ends with its paragraph.
  package var isClosed: Bool

  package init(tokens: Range<Int>, isClosed: Bool) {
    self.tokens = tokens
    self.isClosed = isClosed
  }
}

/// An attribution as found in a story, in ranges of its tokens.
package struct AttributionDraft: Sendable, Hashable {
  /// What is said, in text order; several ranges where cue and source stand in between.
  package var content: [Range<Int>]
  /// Empty where a quotation goes on without a cue of its own.
  package var cue: [Range<Int>]
  /// Empty where nobody is named.
  package var source: [Range<Int>]
  /// What found it, in words, for `why`.
  package var reasons: [Reason]
  /// Whether the text's form leaves no doubt, so that no tagger is asked: `Ông A: "Y"`.
  package var isCertain = false
  /// Tokens in which no other cue is looked for, of a certain one: ", citing an officer".
  package var settles = [Range<Int>]()
  /// Whether content without cue and source goes on from the speaker before; otherwise nobody
  /// says who speaks.
  package var goesOn = true

  package init(
    content: [Range<Int>], cue: [Range<Int>] = [], source: [Range<Int>] = [],
    reasons: [Reason] = []
  ) {
    self.content = content
    self.cue = cue
    self.source = source
    self.reasons = reasons
  }
}

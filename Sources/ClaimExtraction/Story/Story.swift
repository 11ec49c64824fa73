/// A story cut up for extraction: tokens, the sentences they form, the quotations in them.
///
/// Holds the article's bytes unowned: it lives inside one `withUTF8` of the article's text. A
/// class, as it is handed on at every step: a copy is one reference.
package final class Story {
  package let bytes: UnsafeBufferPointer<UInt8>
  package let language: Language
  /// All tokens of title and body in text order; captions, byline and dateline left out.
  package let tokens: [Token]
  package let sentences: [Sentence]
  /// Outermost pairs of quotation marks, in text order, not overlapping.
  package let quotations: [Quotation]

  package init(
    bytes: UnsafeBufferPointer<UInt8>, language: Language, tokens: [Token] = [],
    sentences: [Sentence] = [], quotations: [Quotation] = []
  ) {
    self.bytes = bytes
    self.language = language
    self.tokens = tokens
    self.sentences = sentences
    self.quotations = quotations
  }
}

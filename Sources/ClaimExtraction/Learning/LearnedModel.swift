internal import Lexicons

/// A trained model as it lies in its file's bytes, used in place.
///
/// The file: "theo\u{0}m05", a header of 32-bit words, then the arrays that it announces, each at
/// a multiple of 64 bytes. See `ModelLayout`.
package struct LearnedModel: @unchecked Sendable {
  package let known: KnownWords
  package let cueTagger: ChainTagger
  package let spanTagger: ChainTagger
  package let spanPath: SpanPath
  package var settings: ModelSettings

  /// Reads a model; nil where the bytes are not one. The bytes must live as long as the model.
  package init?(bytes: UnsafeRawBufferPointer) {
    guard let layout = ModelLayout(bytes) else { return nil }
    known = KnownWords(
      cuePriors: CuePriors(table: layout.tables[0]),
      classes: WordClasses(table: layout.tables[1]))
    cueTagger = layout.taggers[0]
    spanTagger = layout.taggers[1]
    spanPath = SpanPath(spanTagger.chain)
    settings = layout.settings
  }

  /// The embedded model called `name` ("attribution-vi.model"); nil where there is none.
  init?(embedded name: String) {
    guard let file = EmbeddedFile(name) else { return nil }
    self.init(bytes: UnsafeRawBufferPointer(file.bytes))
  }
}

/// What a model knows of single words.
package struct KnownWords: Sendable {
  /// Words, and classes of words, that are often part of a cue.
  let cuePriors: CuePriors
  let classes: WordClasses

  /// Nothing is known.
  static let none = KnownWords(
    cuePriors: CuePriors(table: .none), classes: WordClasses(table: .none))
}

/// Numbers that decide what is kept, tuned when the model is trained.
package struct ModelSettings: Sendable {
  /// What is taken off the score of "no cue" when candidates are drawn.
  package var cueBias: Float
  /// Least confidence of an attribution, 0 to 1.
  package var threshold: Float
  /// Whether an attribution may lie in another's content.
  package var nests: Bool

  package init(cueBias: Float, threshold: Float, nests: Bool) {
    self.cueBias = cueBias
    self.threshold = threshold
    self.nests = nests
  }
}

/// Scores a sequence's tokens by the weights of their features.
package struct ChainTagger: Sendable {
  package let weights: HashedWeights
  /// What one step of a stored weight is worth.
  package let scale: Float
  package let chain: Chain

  package init(weights: HashedWeights, scale: Float, chain: Chain) {
    self.weights = weights
    self.scale = scale
    self.chain = chain
  }
}

/// The words of a window as its features see them, with what stands for words beyond its ends and
/// for the cue.
struct WindowWords {
  struct Word {
    var word: UInt64
    var shape: UInt64
    var listed: UInt64
  }

  /// How far beyond the window's ends features look.
  private static let reach = 3

  private let start: Int
  private var words: [Word]

  init(_ traits: StoryTraits, _ window: CueWindow) {
    let reach = Self.reach
    start = window.tokens.lowerBound - reach
    words = [Word](
      repeating: Word(word: 1, shape: 0, listed: 1), count: window.tokens.count + 2 * reach)
    for index in window.tokens {
      let token = traits.tokens[index]
      words[index - start] =
        window.cue.contains(index)
        ? Word(word: 3, shape: token.shape, listed: 2)
        : Word(word: token.word, shape: token.shape, listed: token.listed)
    }
    for index in words.count - reach..<words.count { words[index].word = 2 }
  }

  @inline(__always)
  subscript(index: Int) -> Word { words[index &- start] }
}

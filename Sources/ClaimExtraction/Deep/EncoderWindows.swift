internal import Lexicons

/// A story as an encoder reads it: windows of whole sentences, each begun with the last sentence
/// of the one before, where that is short.
struct EncoderWindows {
  struct Window {
    /// Tokens that are read, and those of which no earlier window has read more.
    var tokens: Range<Int>
    var own: Range<Int>
    /// Number of its first piece.
    var start: Int
  }

  private(set) var windows = [Window]()
  private(set) var pieces = [UInt32]()
  /// How the token of each piece is written, and whether a paragraph opens with it.
  private(set) var marks = [UInt8]()
  /// The first piece of each token, by windows in a row.
  private(set) var firsts = [Int]()
  /// Sentence of each token of the story.
  private(set) var sentences: [Int32]

  /// The most pieces in a window, and in a sentence that is read twice.
  private static let room = 254
  private static let repeated = 48

  private let story: Story

  init(_ story: Story, _ words: WordPieces) {
    self.story = story
    sentences = [Int32](repeating: 0, count: story.tokens.count)
    var known = KeyTable<[UInt32]>()
    let cut = story.tokens.map { token in
      if let pieces = known[token.key.exact] { return pieces }
      let start = Int(token.start)
      let bytes = UnsafeBufferPointer(rebasing: story.bytes[start..<Int(token.end)])
      let pieces = words.pieces(of: bytes)
      known[token.key.exact] = pieces
      return pieces
    }
    for (number, sentence) in story.sentences.enumerated() {
      for token in sentence.tokens { sentences[token] = Int32(number) }
    }
    for (own, all) in Self.ranges(story, cut) {
      for piece in Self.pieces(all, own, cut) { append(piece, cut, words) }
    }
  }

  /// Sentences of each window: those of its own, and with the one before.
  private static func ranges(
    _ story: Story, _ cut: [[UInt32]]
  ) -> [(own: Range<Int>, all: Range<Int>)] {
    let sizes = story.sentences.map { $0.tokens.reduce(0) { $0 + cut[$1].count } }
    var found = [(own: Range<Int>, all: Range<Int>)]()
    var start = 0
    while start < sizes.count {
      let isRepeated = start > 0 && sizes[start - 1] <= repeated
      var used = isRepeated ? sizes[start - 1] : 0
      var end = start
      while end < sizes.count, end == start || used + sizes[end] <= room {
        used += sizes[end]
        end += 1
      }
      func tokens(_ from: Int) -> Range<Int> {
        story.sentences[from].tokens.lowerBound..<story.sentences[end - 1].tokens.upperBound
      }
      found.append((tokens(start), tokens(isRepeated ? start - 1 : start)))
      start = end
    }
    return found
  }

  /// A window that a long sentence makes too long is cut into several.
  private static func pieces(
    _ all: Range<Int>, _ own: Range<Int>, _ cut: [[UInt32]]
  ) -> [Window] {
    var found = [Window]()
    var start = all.lowerBound
    while start < all.upperBound {
      var (end, used) = (start, 0)
      while end < all.upperBound, used + cut[end].count <= room {
        used += cut[end].count
        end += 1
      }
      let tokens = start..<end
      found.append(Window(tokens: tokens, own: tokens.clamped(to: own), start: 0))
      start = end
    }
    return found
  }

  private mutating func append(_ window: Window, _ cut: [[UInt32]], _ words: WordPieces) {
    var window = window
    window.start = pieces.count
    pieces.append(words.first)
    marks.append(0)
    for token in window.tokens {
      firsts.append(pieces.count)
      let mark = story.tokens[token].shape.rawValue + (opensParagraph(token) ? 5 : 0)
      pieces += cut[token]
      for _ in cut[token] { marks.append(mark) }
    }
    pieces.append(words.last)
    marks.append(0)
    windows.append(window)
  }

  private func opensParagraph(_ token: Int) -> Bool {
    let number = Int(sentences[token])
    guard story.sentences[number].tokens.lowerBound == token else { return false }
    return number == 0
      || story.sentences[number - 1].paragraph != story.sentences[number].paragraph
      || story.sentences[number - 1].region != story.sentences[number].region
  }
}

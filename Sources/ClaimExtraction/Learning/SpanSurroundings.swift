/// Of each token of a window how far the nearest other cues are, by the cue tagger.
struct CueNeighbours {
  /// 0: none; else distance and sureness of the next one, and of the one before.
  var next: [UInt64]
  var last: [UInt64]

  init(_ traits: StoryTraits, _ window: CueWindow) {
    next = [UInt64](repeating: 0, count: window.tokens.count)
    last = next
    let base = window.tokens.lowerBound
    var at: Int?
    for index in window.tokens.reversed() {
      if let at { next[index - base] = bucket(at - index) + 1 }
      if Self.isCue(index, traits, window) { at = index }
    }
    at = nil
    for index in window.tokens {
      if let at { last[index - base] = bucket(index - at) + 1 }
      if Self.isCue(index, traits, window) { at = index }
    }
  }

  private static func isCue(_ index: Int, _ traits: StoryTraits, _ window: CueWindow) -> Bool {
    traits.tokens[index].cueChance >= 2 && !window.cue.contains(index)
  }
}

/// What stands between each token and the start and the end of its sentence.
struct SentenceContext {
  var head: [UInt64]
  var tail: [UInt64]

  init(_ traits: StoryTraits, _ window: CueWindow) {
    head = [UInt64](repeating: 0, count: window.tokens.count)
    tail = head
    let base = window.tokens.lowerBound
    var passed = Passed()
    var sentence: Int32 = -1
    for index in window.tokens {
      if traits.sentenceOf[index] != sentence { passed = Passed() }
      sentence = traits.sentenceOf[index]
      head[index - base] = passed.code
      passed.pass(traits.tokens[index], isCue: window.cue.contains(index))
    }
    passed = Passed()
    sentence = -1
    for index in window.tokens.reversed() {
      if traits.sentenceOf[index] != sentence { passed = Passed() }
      sentence = traits.sentenceOf[index]
      tail[index - base] = passed.code
      passed.pass(traits.tokens[index], isCue: window.cue.contains(index))
    }
  }

  private struct Passed {
    var words: UInt64 = 0
    var commas: UInt64 = 0
    var flags: UInt64 = 0

    var code: UInt64 {
      let length: UInt64 = words == 0 ? 0 : words < 3 ? 1 : words < 7 ? 2 : 3
      return length | commas << 2 | flags << 4
    }

    mutating func pass(_ token: TokenTraits, isCue: Bool) {
      if !token.isPunctuation { words += 1 }
      if token.isComma { commas = min(3, commas + 1) }
      if token.place == .opening || token.place == .closing { flags |= 1 }
      if isCue { flags |= 2 } else if token.cueChance >= 2 { flags |= 4 }
    }
  }
}

/// What was passed on the way from the cue.
struct Between {
  var commas: UInt64 = 0
  var marks: UInt64 = 0
  var strong: UInt64 = 0
  var ends: UInt64 = 0
  var others: UInt64 = 0

  mutating func pass(_ token: TokenTraits, isEnd: Bool) {
    if token.isComma {
      commas = min(3, commas + 1)
    } else if token.place == .opening || token.place == .closing {
      marks = min(3, marks + 1)
    } else if token.isPunctuation {
      others = 1
    } else if token.cueChance >= 2 {
      strong = min(2, strong + 1)
    }
    if isEnd { ends = 1 }
  }

  var code: UInt64 { commas | marks << 2 | strong << 4 | ends << 6 | others << 7 }
  var shortCode: UInt64 { min(1, commas) | min(1, marks) << 1 | min(1, strong) << 2 | ends << 3 }
}

internal import ClaimModel

/// For each word the claims that have it, and for each claim its words in order: a word is looked
/// up, a phrase is looked for in the claims that have its words.
struct WordIndex: Sendable {
  /// Words with their marks and, behind them, their tone.
  private(set) var exact = WordTable()
  /// Words without marks.
  private(set) var folded = WordTable()
  /// The folded word of each exact one.
  private(set) var foldedNumbers: [UInt32] = []
  /// The exact words of each folded one, one list behind the other.
  private(set) var variants = NumberLists()
  /// Exact and folded words in the order of their bytes, for prefixes.
  private(set) var exactOrder: [UInt32] = []
  private(set) var foldedOrder: [UInt32] = []
  /// Of each exact word its claims in order: eight times their place, and the parts that have it.
  private(set) var postings = NumberLists()
  /// Exact words of every claim: content, source, cue, each with `partEnd` behind it.
  private(set) var tokens: [UInt32] = []
  /// Where each claim's tokens end.
  private(set) var ends: [Int] = []
  static let partEnd = UInt32.max

  init(_ records: [ArticleRecord]) {
    for record in records {
      var text = record.article.text
      text.withUTF8 { bytes in
        var writer = TokenWriter(text: bytes)
        for index in record.extracted.indices {
          writer.add(record.extracted, index, to: &exact, &tokens)
          ends.append(tokens.count)
        }
      }
    }
    foldWords()
    post()
  }

  private mutating func foldWords() {
    foldedNumbers.reserveCapacity(exact.count)
    var out = [UInt8]()
    for number in 0..<exact.count {
      var word = exact.word(number)
      if let last = word.last, last < 0x06 { word.removeLast() }
      out.removeAll(keepingCapacity: true)
      word.withUnsafeBufferPointer { FoldedWords.append($0, into: &out) }
      foldedNumbers.append(UInt32(out.withUnsafeBufferPointer { folded.enter($0) }))
    }
    variants = NumberLists(count: folded.count) { add in
      for (number, folded) in foldedNumbers.enumerated() { add(Int(folded), UInt32(number)) }
    }
    exactOrder = exact.sorted()
    foldedOrder = folded.sorted()
  }

  private mutating func post() {
    postings = NumberLists(count: exact.count) { add in
      // The place in the claims, from 1, where each word stood last, and in which parts.
      var last = [UInt32](repeating: 0, count: exact.count)
      var at = 0
      for (place, end) in ends.enumerated() {
        var part: UInt32 = 1
        while at < end {
          let token = tokens[at]
          at += 1
          if token == Self.partEnd {
            part <<= 1
          } else {
            let entry = UInt32(place) << 3 | part
            // One entry a part: a claim has few words in two of them.
            if last[Int(token)] != entry &+ 1 { add(Int(token), entry) }
            last[Int(token)] = entry &+ 1
          }
        }
      }
    }
  }
}

/// Lists of numbers, one behind the other in one run.
struct NumberLists: Sendable {
  private var numbers: [UInt32] = []
  /// Where each list starts; one more for the end.
  private var starts: [Int] = [0]

  init() {}

  /// `fill` is called twice: to count, and to write. It must call back the same both times.
  init(count: Int, _ fill: ((Int, UInt32) -> Void) -> Void) {
    var ends = [Int](repeating: 0, count: count + 1)
    fill { list, _ in ends[list + 1] += 1 }
    for list in 0..<count { ends[list + 1] += ends[list] }
    starts = ends
    let total = ends[count]
    numbers = Array(unsafeUninitializedCapacity: total) { buffer, initialized in
      fill { list, number in
        buffer.initializeElement(at: ends[list], to: number)
        ends[list] += 1
      }
      initialized = total
    }
  }

  func count(of list: Int) -> Int { starts[list + 1] - starts[list] }

  func withList<Result>(
    _ list: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Result
  ) -> Result {
    numbers.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[starts[list]..<starts[list + 1]]))
    }
  }
}

/// Writes a claim's words down as numbers.
private struct TokenWriter {
  let text: UnsafeBufferPointer<UInt8>
  private var words = [UInt8]()

  init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  mutating func add(
    _ claims: PackedClaims, _ index: Int, to table: inout WordTable, _ tokens: inout [UInt32]
  ) {
    claims.forEachContent(at: index) { add($0, to: &table, &tokens) }
    tokens.append(WordIndex.partEnd)
    claims.forEachSource(at: index) { add($0, to: &table, &tokens) }
    tokens.append(WordIndex.partEnd)
    claims.forEachCue(at: index) { add($0, to: &table, &tokens) }
    tokens.append(WordIndex.partEnd)
  }

  private mutating func add(
    _ span: TextSpan, to table: inout WordTable, _ tokens: inout [UInt32]
  ) {
    words.removeAll(keepingCapacity: true)
    let range = span.range.clamped(to: 0..<text.count)
    ExactWords.append(UnsafeBufferPointer(rebasing: text[range]), into: &words)
    words.withUnsafeBufferPointer { words in
      var start = 0
      for at in 0...words.count where at == words.count || words[at] == 0x20 {
        if at > start {
          tokens.append(UInt32(table.enter(UnsafeBufferPointer(rebasing: words[start..<at]))))
        }
        start = at + 1
      }
    }
  }
}

internal import ClaimModel

/// For each word, marks and case apart, the stories of one load that have it anywhere: only these
/// need to be read for words of any spelling.
struct StoryWords: Sendable {
  private var table = WordTable()
  /// Words in the order of their bytes, for prefixes.
  private var order: [UInt32] = []
  /// Of each word its stories in order, from 0 for the first of the load.
  private var postings = NumberLists()

  init(_ slots: [ArticleSlot]) {
    var words = [UInt32]()
    var ends = [Int]()
    var last = [UInt32]()
    for (story, slot) in slots.enumerated() {
      enter(slot.record.article.text, number: UInt32(story) + 1, &last, &words)
      ends.append(words.count)
    }
    order = table.sorted()
    postings = NumberLists(count: table.count) { add in
      var at = 0
      for (story, end) in ends.enumerated() {
        while at < end {
          add(Int(words[at]), UInt32(story))
          at += 1
        }
      }
    }
  }

  /// Appends each word of a text once; `last` has for each word the number of the last text that
  /// it stood in.
  private mutating func enter(
    _ text: String, number: UInt32, _ last: inout [UInt32], _ words: inout [UInt32]
  ) {
    var text = text
    var folded = [UInt8]()
    text.withUTF8 { FoldedWords.append($0, into: &folded) }
    folded.withUnsafeBufferPointer { folded in
      var start = 0
      for at in 0...folded.count where at == folded.count || folded[at] == 0x20 {
        if at > start {
          let word = table.enter(UnsafeBufferPointer(rebasing: folded[start..<at]))
          if word == last.count { last.append(0) }
          if last[word] != number { words.append(UInt32(word)) }
          last[word] = number
        }
        start = at + 1
      }
    }
  }

  /// The stories that have all words of a pattern, in order; its marks and the order of its words
  /// are not looked at.
  func stories(with pattern: TextPattern) -> [UInt32] {
    let folded = SourceName.foldedKey(pattern.text).utf8.split(separator: 0x20).map(Array.init)
    let lists = folded.enumerated().map { place, word in
      stories(with: word, isPrefix: pattern.isPrefix && place == folded.count - 1)
    }.sorted { $0.count < $1.count }
    guard let shortest = lists.first else { return [] }
    return shortest.filter { story in
      lists.dropFirst().allSatisfy { $0.hasSorted(story) }
    }
  }

  private func stories(with word: [UInt8], isPrefix: Bool) -> [UInt32] {
    guard isPrefix else {
      return table.number(of: word).map { postings.withList($0) { Array($0) } } ?? []
    }
    let words = table.numbers(order, beginningWith: word)
    return Set(words.flatMap { postings.withList(Int($0)) { Array($0) } }).sorted()
  }
}

extension Array where Element == UInt32 {
  /// Whether a sorted array has a number.
  fileprivate func hasSorted(_ number: UInt32) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number
  }
}

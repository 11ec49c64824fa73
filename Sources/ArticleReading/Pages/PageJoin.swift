/// Words and marks behind which the next name of a byline follows: "By", "and", ",".
enum PageJoin {
  private static let words = ["by", "and", "và", "with", "cùng", "bởi", ",", "&"].map {
    Array($0.utf8)
  }
  private static let longest = 6

  /// "By Ann Poe and"
  static func ends(_ text: ArraySlice<UInt8>) -> Bool {
    let tail = lower(text.suffix(longest))
    return words.contains { word in
      guard tail.suffix(word.count).elementsEqual(word) else { return false }
      let before = tail.dropLast(word.count).last
      return word[0] < 0x40 || before == nil || before == 0x20
    }
  }

  /// `<span class="byline-prefix">By </span>`
  static func isAll(of node: Int, in tree: PageTree) -> Bool {
    let texts = (node..<Int(tree.nodes[node].end)).filter { tree.nodes[$0].tag == .text }
    return texts.count == 1 && isAlone(tree.text(of: texts[0]))
  }

  /// " By "
  private static func isAlone(_ text: ArraySlice<UInt8>) -> Bool {
    text.count < longest * 2 && words.contains(lower(text.filter { $0 > 0x20 }[...]))
  }

  private static func lower(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  }
}
